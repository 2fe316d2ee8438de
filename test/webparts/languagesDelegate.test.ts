import type { Page } from 'playwright-core';
import type { Language } from '../../src/rules/language';
import type { Meeting } from '../../src/rules/meeting';
import { LanguageActions } from '../../src/site/languageActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const FRANCE = 'delegate.fr@example.org';

describe("a delegate's requests for interpretation", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  const row = (page: Page, language: Language) => page.locator(`li[data-language=${language}]`);
  const asked = async (): Promise<string[]> =>
    (await webPart.site.desk().languageRequests.ofMeeting(meeting.id)).map(({ language, delegation, status, requestedBy }) => `${language} ${delegation} ${status} ${requestedBy}`);
  const enter = (delegation: string, language: Language): Promise<void> =>
    webPart.site.desk('secretariat').languageRequests.ask({ meetingId: meeting.id, language, delegation }, 'secretariat@example.org');

  it('show the deadline in both zones, and who asked against how many it takes', async () => {
    await Promise.all(['Kenya', 'Senegal'].map((delegation) => enter(delegation, 'ar')));
    const page = await webPart.open();
    await row(page, 'ar').getByText('2 of 5 delegations').waitFor();
    expect(await row(page, 'ar').innerText()).toMatch(/Kenya.*Senegal|Senegal.*Kenya/);
    const section = await page.getByRole('region', { name: 'Interpretation' }).innerText();
    expect(section).toMatch(/17 August 2020, 23:59 \(Geneva time\)/);
    expect(section).toMatch(/17 August 2020, 17:59 in your time zone/);
    expect(section).toContain('7 days left');
    expect(await page.locator('li[data-language=en]').count()).toBe(0);
  });

  it('are made, withdrawn and made again, as the site then has them', async () => {
    const page = await webPart.open();
    await page.getByRole('button', { name: 'Request Spanish' }).click();
    await row(page, 'es').getByText('1 of 5 delegations').waitFor();
    expect(await asked()).toContain(`es France active ${FRANCE}`);
    await page.getByRole('button', { name: 'Withdraw Spanish' }).click();
    await row(page, 'es').getByText('Withdrawn on').waitFor();
    expect(await asked()).toContain(`es France withdrawn ${FRANCE}`);
    await page.getByRole('button', { name: 'Request Spanish' }).click();
    await row(page, 'es').getByText('Requested for').waitFor();
    const [{ id }] = (await webPart.site.desk().languageRequests.ofMeeting(meeting.id)).filter(({ language }) => language === 'es');
    expect((await webPart.site.desk().languageRequests.versions(id)).map(({ status }) => status)).toEqual(['active', 'withdrawn', 'active']);
  });

  it('are repeated and not turned round when their answer was lost', async () => {
    const page = await webPart.open();
    await row(page, 'ru').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Request Russian' }).click();
    await row(page, 'ru').getByText('No connection to the site').waitFor();
    await enter('France', 'ru');
    await page.context().setOffline(false);
    await row(page, 'ru').getByText('Requested for').waitFor();
    await row(page, 'ru').getByRole('button', { name: 'Try again' }).click();
    await row(page, 'ru').getByText('No connection to the site').waitFor({ state: 'detached' });
    expect((await asked()).filter((request) => request.startsWith('ru'))).toEqual(['ru France active secretariat@example.org']);
  });

  it('are made for the delegation that is chosen by somebody who speaks for several', async () => {
    await webPart.site.desk('secretariat').delegations.add({ name: 'Andorra', type: 'memberState', region: 'europe', representatives: ['delegate.es@example.org'] });
    const page = await webPart.open('user=delegate.es@example.org');
    await page.getByLabel('You speak for').selectOption('Andorra');
    await page.getByRole('button', { name: 'Request Chinese' }).click();
    await row(page, 'zh').getByText('1 of 5 delegations').waitFor();
    expect(await asked()).toContain('zh Andorra active delegate.es@example.org');
  });

  it('are not offered to somebody who speaks for no delegation, who is told whom to ask', async () => {
    const page = await webPart.open('user=member@example.org');
    const section = page.getByRole('region', { name: 'Interpretation' });
    await section.getByText('You are not entered as speaking for a delegation').waitFor();
    await section.getByRole('link', { name: 'secretariat@example.org' }).waitFor();
    expect(await section.getByRole('button').count()).toBe(0);
  });

  it('are explained when they were refused', async () => {
    const { languageRequests } = webPart.site.desk();
    await languageRequests.ask({ meetingId: meeting.id, language: 'fr', delegation: 'France' }, 'delegate.ke@example.org');
    const refused = (await languageRequests.ofMeeting(meeting.id)).find(({ language }) => language === 'fr');
    await languageRequests.recordState(refused?.id ?? 0, refused?.etag ?? '', undefined);
    const page = await webPart.open();
    await row(page, 'fr').getByText('made by somebody who may not speak for this delegation').waitFor();
    await row(page, 'fr').getByText('0 of 5 delegations').waitFor();
    await page.getByRole('button', { name: 'Request French' }).click();
    await row(page, 'fr').getByText('1 of 5 delegations').waitFor();
  });

  it('of others are seen without loading the page again', async () => {
    const page = await webPart.open();
    await row(page, 'ar').getByText('2 of 5 delegations').waitFor();
    await enter('China', 'ar');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await row(page, 'ar').getByText('3 of 5 delegations').waitFor();
  });

  it.each([
    ['light', 'theme=light'],
    ['dark', 'theme=dark'],
    ['high contrast', 'theme=contrast'],
    ['Arabic, right to left', 'lang=ar'],
    ['a phone', 'width=phone']
  ])('are accessible in %s', async (_name, query) => {
    const page = await webPart.open(query);
    await row(page, 'ar').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('are made with the keyboard alone', async () => {
    const page = await webPart.open('user=delegate.ke@example.org');
    await row(page, 'zh').waitFor();
    await page.getByRole('button', { name: 'Choose a document' }).focus();
    for (let step = 0; step < 30 && (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) !== 'Request Chinese'; step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await row(page, 'zh').getByText('Requested for').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Withdraw Chinese');
    expect(await asked()).toContain('zh Kenya active delegate.ke@example.org');
  });

  it('after the deadline are recorded as late and do not count, and show what was decided', async () => {
    await webPart.site.administer('clock', { advanceTo: geneva('2020-08-20T09:00:00').toString() });
    const page = await webPart.open('user=delegate.ke@example.org');
    await page.getByText('The deadline has passed. You can still ask').waitFor();
    await page.getByRole('button', { name: 'Request French' }).click();
    await row(page, 'fr').getByText('recorded as late and does not count').waitFor();
    await row(page, 'fr').getByText('1 of 5 delegations').waitFor();
    const desk = webPart.site.desk('secretariat');
    const { meeting: shown } = (await desk.meetings.getForChange(meeting.id)) as ShownMeeting;
    await new LanguageActions(desk).decide(shown, [{ language: 'ar', isProvided: false, reason: 'belowThreshold' }], 'As the rules propose');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await row(page, 'ar').getByText('Not enough delegations asked for it.').waitFor();
    await page.getByText('As the rules propose').waitFor();
    await eventually(async () => expect(await row(page, 'ar').innerText()).toContain('Not provided'));
  });
});
