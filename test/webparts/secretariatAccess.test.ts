import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import { SITE_GROUPS } from '../../src/site/schema';
import { finding } from '../../src/documents/findings';
import type { Meeting } from '../../src/rules/meeting';
import { openAction, openDocuments, putDocument, secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';
const LONG = 'Proposal on the alignment of the indicators of the four-year rolling operational plan with the strategic plan of the Union, with a draft revision of the results framework';

describe("the secretariat's view", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
    await putDocument(webPart.site, meeting, { title: LONG, columns: { docStatus: 'needsAttention' }, findings: [finding('macros', { part: 'vba.bin' })] });
    await putDocument(webPart.site, meeting, { title: 'Another document' });
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it.each([
    ['light', 'theme=light'],
    ['dark', 'theme=dark'],
    ['high contrast', 'theme=contrast'],
    ['Arabic, right to left', 'lang=ar'],
    ['a narrow column', 'width=narrow'],
    ['a phone', 'width=phone']
  ])('is accessible in %s, with a document and its form open and with a meeting’s form open', async (_name, query) => {
    const page = await openDocuments(webPart, query);
    const row = page.locator('li[data-document]').filter({ hasText: LONG });
    await row.getByRole('button').click();
    await page.getByRole('article').locator('section button').first().click();
    await page.locator('form[data-action]').getByRole('button').first().click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('section[aria-labelledby=desk-meeting-title] button').nth(1).click();
    await page.locator('input[type=date]').first().fill('2020-09-20');
    expect(await accessibilityProblems(page)).toEqual([]);
    const overflow = await page.getByTestId('web-part').evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('can be used with the keyboard alone', async () => {
    const { id } = await putDocument(webPart.site, meeting, { title: 'Decided with the keyboard' });
    const page = await openDocuments(webPart);
    await page.getByRole('button', { name: /Details of .*Decided with the keyboard/ }).waitFor();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate(() => {
          const active = document.activeElement as HTMLInputElement | null;
          return active?.getAttribute('aria-label') ?? active?.labels?.[0]?.textContent ?? active?.textContent ?? '';
        });
        if (name.test(label)) {
          return;
        }
      }
      throw new Error(`The keyboard does not reach ${name.source}`);
    };
    await tabTo(/Find by title/);
    await page.keyboard.type('keyboard');
    await page.getByText(/^1 document of/).waitFor();
    await tabTo(/Details of .*Decided with the keyboard/);
    await page.keyboard.press('Enter');
    await page.getByRole('article').waitFor();
    await tabTo(/^Withdraw$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Reason/);
    await page.keyboard.type('The author’s letter');
    await tabTo(/^Withdraw$/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('It is withdrawn and kept.').waitFor();
    expect((await webPart.site.desk().contributions.get(id))?.docStatus).toBe('withdrawn');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Decided with the keyboard');
  });

  it('says that a meeting has no documents', async () => {
    const page = await openDocuments(webPart);
    await page.getByLabel('Meeting', { exact: true }).selectOption({ index: 1 });
    await page.getByText('No document has arrived for this meeting yet.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('says that the site does not answer, with a way to try again', async () => {
    await webPart.site.administer('faults', { kind: 'unavailable', path: 'Decisions', count: 20, retryAfterSeconds: 60 });
    const page = await webPart.open(SECRETARIAT);
    await page.getByText('The site is very busy').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What needs attention first' }).waitFor();
  });

  it('tells a person who was moved from the secretariat to the members meanwhile that the site refuses, and keeps what was typed', async () => {
    const { id } = await putDocument(webPart.site, meeting, { title: 'Refused' });
    const page = await openDocuments(webPart);
    await openAction(page, 'Refused', 'Withdraw');
    await page.getByLabel('Reason').fill('No longer mine to decide');
    const { siteGroups } = webPart.site.connect('service').sp.web;
    const login = 'i:0#.f|membership|secretariat@example.org';
    await siteGroups.getByName(SITE_GROUPS.members).users.add(login);
    await siteGroups.getByName(SITE_GROUPS.secretariat).users.removeByLoginName(login);
    await page.getByRole('form').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByRole('form').getByText('You are not allowed to do this').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('No longer mine to decide');
    expect(await webPart.site.desk().decisions.ofContribution(id)).toEqual([]);
    expect((await webPart.site.desk().contributions.get(id))?.docStatus).toBe('received');
  });
});
