import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/rules/language';
import type { Meeting } from '../../src/rules/meeting';
import { interpretationDecisionOf } from '../../src/site/decisions';
import { LanguageActions } from '../../src/site/languageActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';

describe("the secretariat's view of interpretation", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeEach(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
  });
  afterEach(() => webPart.stop());

  const enter = (language: Language, ...delegations: string[]): Promise<void[]> =>
    Promise.all(delegations.map((delegation) => webPart.site.desk('secretariat').languageRequests.ask({ meetingId: meeting.id, language, delegation }, 'secretariat@example.org')));
  const open = async (query = ''): Promise<Page> => {
    const page = await webPart.open(`${SECRETARIAT}&${query}`);
    await page.locator('#desk-part-tab-languages').click();
    await page.locator('li[data-tally=fr]').waitFor();
    return page;
  };
  const row = (page: Page, language: Language) => page.locator(`li[data-tally=${language}]`);
  const decided = async () => interpretationDecisionOf(await webPart.site.desk().decisions.ofMeeting(meeting.id), meeting.id);
  const shown = async (): Promise<ShownMeeting> => (await webPart.site.desk().meetings.getForChange(meeting.id)) as ShownMeeting;

  it('shows who asked and when, and takes and withdraws a request for a delegation that wrote', async () => {
    await enter('fr', 'Kenya');
    const page = await open();
    await page.getByRole('button', { name: 'Enter a request' }).click();
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Choose the delegation.').waitFor();
    await page.getByLabel('Delegation', { exact: true }).selectOption('Japan');
    await page.getByRole('form').getByLabel('Language', { exact: true }).selectOption('fr');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Entered: French for').waitFor();
    await row(page, 'fr').getByText('2 of 5 delegations').waitFor();
    await row(page, 'fr').locator('summary').click();
    expect(await row(page, 'fr').innerText()).toMatch(/Japan · Monday,? 10 August 2020/);
    await page.getByRole('form').getByLabel('Language', { exact: true }).selectOption('fr');
    await page.getByRole('button', { name: 'Withdraw the request' }).click();
    await row(page, 'fr').getByText('1 of 5 delegations').waitFor();
    expect((await webPart.site.desk().languageRequests.ofMeeting(meeting.id)).map(({ delegation, status }) => `${delegation} ${status}`)).toEqual(['Kenya active', 'Japan withdrawn']);
  });

  it('takes a decision before the deadline only after a question, and an override only with its reason', async () => {
    await enter('fr', 'Kenya', 'Senegal', 'France', 'Tunisia', 'Egypt');
    const page = await open();
    await page.getByText('Requests are being taken', { exact: true }).waitFor();
    await row(page, 'fr').getByText('Enough delegations asked for it.').waitFor();
    await page.getByRole('button', { name: 'Decide the languages' }).click();
    const form = page.getByRole('form', { name: 'Decide the languages' });
    await form.getByRole('group', { name: 'Spanish' }).getByLabel('Provided', { exact: true }).check();
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await form.getByText('Give the reason.').waitFor();
    await form.getByLabel('Reason').fill('Spain pays for it');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await form.getByText('Tick the box to go on.').waitFor();
    expect(await decided()).toBeUndefined();
    expect(await accessibilityProblems(page)).toEqual([]);
    await form.getByText('I want to decide before the deadline').click();
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    const decision = await decided();
    expect(decision?.reason).toBe('Spain pays for it');
    expect(decision?.outcomes.map(({ language, isProvided, reason }) => `${language} ${isProvided} ${reason}`)).toEqual([
      'ar false belowThreshold',
      'zh false belowThreshold',
      'en true always',
      'fr true demand',
      'ru false belowThreshold',
      'es true override'
    ]);
    await page.locator('section[aria-labelledby=desk-languages] > details > summary').click();
    await page.getByText('Provided: \u2068English\u2069, \u2068French\u2069 and \u2068Spanish\u2069').waitFor();
  });

  it('is reopened by funds that change later, with both in the trace', async () => {
    await webPart.site.administer('clock', { advanceTo: geneva('2020-08-18T09:00:00').toString() });
    const page = await open();
    await page.getByRole('tabpanel', { name: 'Interpretation' }).getByText('The deadline has passed; the decision follows').waitFor();
    await page.getByRole('button', { name: 'Decide the languages' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision is recorded.').waitFor();
    await page.getByRole('button', { name: 'Record funds' }).click();
    const form = page.getByRole('form', { name: 'Record funds' });
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await form.getByText('Choose something else than what is already there.').waitFor();
    await form.getByLabel('Available: all languages of the group').check();
    await form.getByLabel('Reason').fill('Letter of the Bureau');
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('Reopened: what is known of the funds has changed').waitFor();
    await row(page, 'ar').getByText('The group recommends all its languages, and there are funds.').waitFor();
    await row(page, 'ar').getByText('Not enough delegations asked for it.').waitFor();
    await page.locator('section[aria-labelledby=desk-languages] > details > summary').click();
    await page.getByText('not known yet → available').waitFor();
    await page.getByRole('button', { name: 'Decide anew' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('Reopened:').waitFor({ state: 'detached' });
    expect((await decided())?.outcomes.every(({ isProvided }) => isProvided)).toBe(true);
    expect((await webPart.site.desk().decisions.ofMeeting(meeting.id)).map(({ kind }) => kind)).toEqual(['interpretation', 'languageFunds', 'interpretation']);
  });

  it('keeps what was typed when somebody else changed the meeting, and when the connection is lost', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Record funds' }).click();
    const form = page.getByRole('form', { name: 'Record funds' });
    await form.getByLabel('None: English only').check();
    await form.getByLabel('Reason').fill('No money');
    await new LanguageActions(webPart.site.desk('secretariat')).recordFunds(await shown(), 'available', 'Somebody else');
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await form.getByText('Somebody else changed this meeting in the meantime').waitFor();
    await page.context().setOffline(true);
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await form.getByText('No connection to the site').waitFor();
    expect(await form.getByLabel('Reason').inputValue()).toBe('No money');
    await page.context().setOffline(false);
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('What is known of the funds is recorded.').waitFor();
    expect((await shown()).meeting.languageFunds).toBe('none');
  });

  it('is looked at anew when a request arrives while it is being decided', async () => {
    await enter('fr', 'Kenya', 'Senegal', 'France', 'Tunisia');
    const page = await open();
    await page.getByRole('button', { name: 'Decide the languages' }).click();
    const form = page.getByRole('form', { name: 'Decide the languages' });
    await form.getByLabel('Reason').fill('By the count');
    await form.getByText('I want to decide before the deadline').click();
    await enter('fr', 'Egypt');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await form.getByText('What the proposal rests on has changed in the meantime').waitFor();
    expect(await decided()).toBeUndefined();
    expect(await form.getByRole('group', { name: 'French' }).getByLabel('Provided (proposed)').isChecked()).toBe(true);
    expect(await form.getByLabel('Reason').inputValue()).toBe('By the count');
    await form.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision is recorded.').waitFor();
  });

  it('shows late requests apart', async () => {
    await enter('es', 'Spain');
    await webPart.site.administer('clock', { advanceTo: geneva('2020-08-18T09:00:00').toString() });
    await enter('es', 'Mexico');
    const page = await open();
    await row(page, 'es').getByText('1 of 5 delegations').waitFor();
    expect(await row(page, 'es').innerText()).toMatch(/Late, not counted:\s+Mexico · Tuesday,? 18 August 2020/);
  });

  it('has no threshold at a statutory meeting', async () => {
    const { meeting: known, etag } = await shown();
    await webPart.site.desk('secretariat').meetings.change({ ...known, statutory: true }, etag);
    await enter('es', 'Spain');
    const page = await open();
    await row(page, 'es').getByText('1 delegation has asked; no threshold at a statutory meeting').waitFor();
    await row(page, 'es').getByText('Enough delegations asked for it.').waitFor();
  });

  it('is decided with the keyboard alone', async () => {
    const page = await open();
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        const label = await page.evaluate(() => {
          const active = document.activeElement as HTMLInputElement | null;
          return `${active?.labels?.[0]?.textContent ?? ''}${active?.textContent ?? ''}`;
        });
        if (label.includes(name)) {
          return;
        }
        await page.keyboard.press('Tab');
      }
      throw new Error(`The keyboard does not reach ${name}`);
    };
    await tabTo('Decide the languages');
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Decide the languages' }).waitFor();
    await tabTo('I want to decide before the deadline');
    await page.keyboard.press('Space');
    await tabTo('Record the decision');
    await page.keyboard.press('Enter');
    await page.getByText('The decision is recorded.').waitFor();
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-languages'));
  });

  it('is accessible in every theme, in Arabic and on a phone', async () => {
    await enter('fr', 'Kenya', 'Senegal');
    for (const query of ['theme=light', 'theme=dark', 'theme=contrast', 'lang=ar', 'width=phone']) {
      const page = await open(query);
      expect([query, await accessibilityProblems(page)]).toEqual([query, []]);
    }
  });

  it('saves the requests and the decision as an Excel file, and the requests as a CSV file', async () => {
    await enter('fr', 'Kenya');
    const page = await open('lang=fr');
    const save = async (name: string) => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const download = await saved;
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    const csv = await save('Demandes en CSV');
    expect(csv.name).toBe('TDAG-WG-SOP-interpretation-2020-10-01.csv');
    expect(csv.content.toString()).toContain('Kenya,Afrique,français,En vigueur,2020-08-10T09:0');
    const xlsx = await save('Demandes et décision en Excel');
    const parts = unzipSync(new Uint8Array(xlsx.content));
    expect(Object.keys(parts)).toContain('xl/worksheets/sheet2.xml');
    expect(strFromU8(parts['xl/sharedStrings.xml'])).toContain('Proposition : non assurée');
  });
});
