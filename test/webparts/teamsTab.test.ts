import type { Frame, Page } from 'playwright-core';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { eventually } from '../support/eventually';
import { putDocument, secondMeeting } from '../support/secretariat';
import { waitForGround } from '../support/teamsTab';
import type { TeamsTab } from '../support/teamsTab';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const PHONE = { viewport: { width: 360, height: 740 } };
const SECRETARIAT = 'user=secretariat@example.org';

/** By how many pixels the desk is wider than its frame. */
function overflowOf(desk: Frame | Page): Promise<number> {
  return desk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** What somebody with a finger cannot hit: links, buttons and choices of the desk that are less than 24 pixels high or wide. */
function smallTargets(desk: Frame): Promise<string[]> {
  return desk.locator('section').first().evaluate((section) =>
    [...section.querySelectorAll('a, button, select, summary, input:not([type=file])')]
      .map((element) => [element, element.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && height > 0 && Math.min(width, height) < 24)
      .map(([element, { width, height }]) => `${element.outerHTML.slice(0, 120)}: ${width} x ${height}`)
  );
}

describe('the desk in Teams', () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  let own: Contribution;
  let published: Contribution;
  let hidden: Contribution;
  beforeAll(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
    own = await putDocument(webPart.site, meeting, { title: 'Rural connectivity', metadata: { abstract: 'Ten villages.' } });
    published = await byKenya('Broadband for schools', 'published');
    hidden = await byKenya('Spectrum fees', 'received');
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  async function byKenya(title: string, docStatus: 'published' | 'received'): Promise<Contribution> {
    const { contributions } = webPart.site.desk('delegate.ke');
    const { id, receivedAt } = await contributions.upload(`${title}.docx`, new TextEncoder().encode(title));
    await contributions.describe(id, { title, source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: meeting.id });
    const service = webPart.site.desk().contributions;
    const { etag } = (await service.get(id)) as Contribution;
    await service.recordCheck(id, etag, { receivedAt, standing: 'translated', docStatus, findings: '[]', sha256: String(id).padStart(64, '0') });
    return (await service.get(id)) as Contribution;
  }
  const heading = (tab: TeamsTab, name: string) => tab.desk.getByRole('heading', { name });

  it.each(['teams', 'personal'])('opens with host=%s, asks nothing of the person, and tells Teams that it is there and which meeting it shows', async (host) => {
    const tab = await webPart.openInTeams(`host=${host}`);
    await heading(tab, meeting.title).waitFor();
    await eventually(async () => expect(await tab.calls('appInitialization.success')).toHaveLength(1));
    const [[frame]] = (await tab.calls('setFrameContext')) as { contentUrl: string; websiteUrl: string }[][];
    expect(frame.websiteUrl).toBe(`${webPart.site.url}?meeting=${meeting.id}`);
    expect(new URL(frame.contentUrl).searchParams.get('meeting')).toBe(String(meeting.id));
  });

  it('fetches what speaks to Teams in Teams only', async () => {
    const fetched: string[] = [];
    const page = await webPart.open();
    page.on('request', (request) => fetched.push(request.url()));
    await page.reload();
    await page.getByText('My contributions').waitFor();
    expect(fetched.filter((url) => /chunk\.(teams|linked)/.test(url))).toEqual([]);
    await page.getByLabel('Host').selectOption('personal');
    await eventually(() => expect(fetched.filter((url) => /chunk\.teams/.test(url))).toHaveLength(1));
  });

  it('follows the theme of Teams at once, whatever theme SharePoint gives it, and can be used in each', async () => {
    const tab = await webPart.openInTeams('host=personal&theme=dark');
    await tab.desk.getByText('Rural connectivity').waitFor();
    await waitForGround(tab, 'rgb(31, 31, 31)');
    await tab.desk.evaluate(() => document.body.setAttribute('data-mark', 'same page'));
    for (const [theme, colour] of [
      ['contrast', 'rgb(0, 0, 0)'],
      ['light', 'rgb(255, 255, 255)'],
      ['dark', 'rgb(31, 31, 31)']
    ]) {
      await tab.page.getByLabel('Theme').selectOption(theme);
      await waitForGround(tab, colour);
      expect(await accessibilityProblems(tab.page, 'iframe')).toEqual([]);
    }
    expect(await tab.desk.locator('body').getAttribute('data-mark')).toBe('same page');
  });

  it("speaks the person's language in Teams, Arabic from right to left", async () => {
    const tab = await webPart.openInTeams('host=teams&lang=ar');
    const section = tab.desk.locator('section').first();
    expect([await section.getAttribute('lang'), await section.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(await overflowOf(tab.desk)).toBe(0);
    expect(await accessibilityProblems(tab.page, 'iframe')).toEqual([]);
  });

  it("opens one's own contribution to which a link leads, with its details and in sight", async () => {
    const tab = await webPart.openInTeams(`host=personal&part=contribution-${own.id}`);
    const entry = tab.desk.locator('[data-linked=true]');
    await entry.getByText('Ten villages.').waitFor();
    expect(await entry.getByRole('link', { name: 'Rural connectivity' }).evaluate((link) => link === document.activeElement)).toBe(true);
    await eventually(async () => expect(await entry.evaluate((element) => element.getBoundingClientRect().top < window.innerHeight)).toBe(true));
    expect(await accessibilityProblems(tab.page, 'iframe')).toEqual([]);
  });

  it("shows somebody else's published document to be read, and its link opens in Teams' own way", async () => {
    const tab = await webPart.openInTeams(`host=personal&part=contribution-${published.id}`);
    const card = tab.desk.getByRole('article', { name: 'Broadband for schools' });
    await card.getByText('Kenya').waitFor();
    await eventually(async () => {
      const [frame] = ((await tab.calls('setFrameContext')) as { websiteUrl: string }[][]).at(-1) ?? [];
      expect(frame?.websiteUrl).toBe(`${webPart.site.url}?contribution=${published.id}`);
    });
    await card.getByRole('link', { name: 'Broadband for schools' }).click();
    await eventually(async () => expect(await tab.calls('executeDeepLink')).toEqual([[published.url]]));
    expect(await accessibilityProblems(tab.page, 'iframe')).toEqual([]);
    await card.getByRole('button', { name: 'Close' }).click();
    await card.waitFor({ state: 'detached' });
  });

  it('says of everything else that a link leads to why it is not there, and shows nothing of an unpublished document', async () => {
    const tab = await webPart.openInTeams(`host=personal&part=contribution-${hidden.id}`);
    await tab.desk.getByRole('alert').getByText('is not published yet').waitFor();
    expect(await tab.desk.getByText('Spectrum fees').count()).toBe(0);
    await tab.follow('contribution-4711');
    await tab.desk.getByRole('alert').getByText('The contribution that your link leads to is not there').waitFor();
    await tab.follow('meeting-4711');
    await tab.desk.getByRole('alert').getByText('The meeting that your link leads to is not there').waitFor();
    await webPart.site.desk('secretariat').contributions.askWithdrawal(hidden.id, ((await webPart.site.desk().contributions.get(hidden.id)) as Contribution).etag);
    await tab.follow(`contribution-${hidden.id}`);
    await tab.desk.getByRole('alert').getByText('has been withdrawn').waitFor();
    expect(await accessibilityProblems(tab.page, 'iframe')).toEqual([]);
  });

  it('is about the meeting to which a link leads while it is open, and goes on to the next one from there', async () => {
    const meetings = await webPart.site.desk().meetings.all();
    const [held, , later] = meetings;
    const tab = await webPart.openInTeams('host=teams');
    await heading(tab, meeting.title).waitFor();
    await tab.follow(`meeting-${later.id}`);
    await heading(tab, later.title).waitFor();
    await tab.desk.getByRole('button', { name: 'Go to the next meeting' }).click();
    await heading(tab, meeting.title).waitFor();
    await tab.follow(`meeting-${held.id}`);
    await tab.desk.getByText('The meeting that your link leads to has taken place').waitFor();
    expect(await heading(tab, meeting.title).count()).toBe(1);
  });

  it('shares a meeting and a contribution as links that lead back to them', async () => {
    const tab = await webPart.openInTeams('host=personal');
    await tab.desk.getByRole('button', { name: `Share: \u2068${meeting.title}\u2069` }).click();
    await tab.page.getByRole('dialog', { name: 'Copy link' }).getByText(meeting.title).waitFor();
    await tab.desk.getByRole('button', { name: 'Share: \u2068Rural connectivity\u2069' }).click();
    await eventually(async () =>
      expect(await tab.calls('shareDeepLink')).toEqual([
        [`meeting-${meeting.id}`, meeting.title, `${webPart.site.url}?meeting=${meeting.id}`],
        [`contribution-${own.id}`, 'Rural connectivity', `${webPart.site.url}?contribution=${own.id}`]
      ])
    );
  });

  it("opens the document in the secretariat's view, at its meeting, and another one while it is open", async () => {
    const tab = await webPart.openInTeams(`host=personal&${SECRETARIAT}&part=contribution-${own.id}`);
    await tab.desk.getByRole('article', { name: 'Rural connectivity' }).waitFor();
    await tab.desk.getByRole('tab', { name: 'Submit and follow' }).click();
    await tab.follow(`contribution-${published.id}`);
    await tab.desk.getByRole('article', { name: 'Broadband for schools' }).getByRole('button', { name: /^Share/ }).click();
    await eventually(async () => expect((await tab.calls('shareDeepLink'))[0]?.[0]).toBe(`contribution-${published.id}`));
    const [, , later] = await webPart.site.desk().meetings.all();
    await tab.follow(`meeting-${later.id}`);
    await heading(tab, later.title).waitFor();
    expect(await tab.desk.getByRole('article').count()).toBe(0);
    await tab.follow('contribution-4711');
    await tab.desk.getByRole('alert').getByText('The contribution that your link leads to is not there').waitFor();
  });

  it.each([
    ['the delegate', 'user=delegate.fr@example.org&lang=ru'],
    ['the secretariat', `${SECRETARIAT}&lang=ru`]
  ])('fits a phone for %s: nothing to scroll sideways, nothing too small for a finger', async (_who, query) => {
    const tab = await webPart.openInTeams(`host=personal&${query}&part=contribution-${own.id}`, PHONE);
    await tab.desk.getByText('Ten villages.').waitFor();
    expect(await overflowOf(tab.desk)).toBe(0);
    expect(await smallTargets(tab.desk)).toEqual([]);
    await tab.page.setViewportSize({ width: 320, height: 640 });
    await eventually(async () => expect(await tab.desk.evaluate(() => window.innerWidth)).toBe(320));
    expect(await overflowOf(tab.desk)).toBe(0);
  });
});

describe('a link to the page with the desk', () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('is put on the clipboard, and leads to the place that it was made for', async () => {
    const { id } = await putDocument(webPart.site, meeting, { title: 'Rural connectivity', metadata: { abstract: 'Ten villages.' } });
    const page = await webPart.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy link: \u2068Rural connectivity\u2069' }).click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${new URL(page.url()).origin}/?contribution=${id}`);
    await page.goto(link);
    await page.locator('[data-linked=true]').getByText('Ten villages.').waitFor();
  });

  it('is shown where it may not be copied', async () => {
    const page = await webPart.open();
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('not allowed')) } }));
    await page.getByRole('button', { name: `Copy link: \u2068${meeting.title}\u2069` }).click();
    await page.getByText(`Copying is not allowed here. The link: \u2068${new URL(page.url()).origin}/?meeting=${meeting.id}\u2069`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
