import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { accessibilityProblems, chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const TITLE = 'Proposal on the indicators of the strategic plan';

describe("a delegate's view", () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it("shows the next meeting and its deadlines in Geneva time and in the delegate's own", async () => {
    const page = await webPart.open();
    await page.getByRole('heading', { name: 'Second meeting of TDAG-WG-SOP' }).waitFor();
    const text = await page.getByTestId('web-part').innerText();
    expect(text).toMatch(/Friday,? 18 September 2020, 23:59 \(Geneva time\)/);
    expect(text).toMatch(/Friday,? 18 September 2020, 17:59 in your time zone/);
    expect(text).toMatch(/Monday,? 17 August 2020, 23:59 \(Geneva time\)/);
    expect(text).toContain('WTDC Resolution 1: 45 calendar days before the meeting');
    expect(text).toContain('Agreed by the group for this meeting');
  });

  it('shows at a button that the pointer is over it', async () => {
    const page = await webPart.open();
    for (const name of ['Choose a document', 'Add to calendar']) {
      const button = page.getByRole('button', { name });
      const ground = (): Promise<string> => button.evaluate((element) => getComputedStyle(element).backgroundColor);
      const before = await ground();
      await button.hover();
      await eventually(async () => expect(await ground()).not.toBe(before));
    }
  });

  it('saves the meeting with its deadlines as a calendar file, in the language of the page', async () => {
    const page = await webPart.open('lang=es');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Añadir al calendario' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('TDAG-WG-SOP-2020-10-01.ics');
    const events = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8'))).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    expect(events.map(({ summary }) => summary)).toContain('Contribuciones para traducción · Second meeting of TDAG-WG-SOP (virtual)');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('counts down by the clock of the site, whatever the clock of the machine says', async () => {
    const page = await webPart.open();
    const timer = page.getByRole('timer');
    expect(await timer.innerText()).toMatch(/7 days\s+14:5\d:\d\d/);
    const before = await timer.innerText();
    await eventually(async () => expect(await timer.innerText()).not.toBe(before));
  });

  it('says before sending what the standing would be, and follows the purpose', async () => {
    const page = await webPart.open();
    await chooseDocument(page, TITLE);
    await fillForm(page, TITLE);
    const form = page.getByRole('form');
    await form.getByText('It will be translated into the six languages.').waitFor();
    await page.getByLabel('For information').check();
    await form.getByText('It will be published for information, in its original language only.').waitFor();
  });

  it('names what is missing, goes to the first of it and keeps what was typed', async () => {
    const page = await webPart.open();
    await chooseDocument(page, TITLE);
    await page.getByLabel('Title').fill('');
    await page.getByLabel('Source').fill('France');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('Give the title as it stands on the document.').waitFor();
    await page.getByText('Choose what the document is for.').waitFor();
    expect(await page.getByLabel('Title').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Source').inputValue()).toBe('France');
  });

  it('uploads a document and gives a receipt with the time that the library recorded', async () => {
    const page = await webPart.open('user=delegate.fr@example.org');
    await chooseDocument(page, TITLE, 'indicators.docx');
    await fillForm(page, TITLE);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const [contribution] = await webPart.site.desk().contributions.searchTitle(['indicators'], 1);
    expect(contribution).toMatchObject({ title: TITLE, source: 'France', purpose: 'action', originalLanguage: 'en' });
    const recorded = contribution.createdAt.toZonedDateTimeISO('Europe/Zurich').toPlainTime().toString().slice(0, 5);
    const receipt = await page.getByTestId('web-part').innerText();
    expect(receipt).toContain(`10 August 2020, ${recorded} (Geneva time)`);
    expect(receipt).toContain('Thursday, 24 September 2020');
    await page.getByText('My contributions').waitFor();
  });

  it('keeps everything and tries again after a lost connection', async () => {
    const page = await webPart.open();
    await chooseDocument(page, TITLE, 'connection.docx');
    await fillForm(page, 'Document with a lost connection');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('No connection to the site').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Document with a lost connection');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    expect(await webPart.site.desk().contributions.searchTitle(['lost', 'connection'], 5)).toHaveLength(1);
  });

  it('tells a reader without the right that they cannot submit, and whom to ask', async () => {
    const page = await webPart.open('user=member@example.org');
    await page.getByText('your account is not among those that submit').waitFor();
    await page.getByText('secretariat@example.org').first().waitFor();
  });

  it('says what to do when somebody without the right sends all the same', async () => {
    const page = await webPart.open('user=visitor@example.org');
    await chooseDocument(page, TITLE, 'visitor.docx');
    await fillForm(page, TITLE);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('You are not allowed to do this').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(TITLE);
  });

  it.each([
    ['light', 'theme=light'],
    ['dark', 'theme=dark'],
    ['high contrast', 'theme=contrast'],
    ['Arabic, right to left', 'lang=ar'],
    ['a narrow column', 'width=narrow'],
    ['a phone', 'width=phone']
  ])('is accessible in %s, with the form open', async (_name, query) => {
    const page = await webPart.open(query);
    await chooseDocument(page, TITLE);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const page = await webPart.open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a document' }).focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'keyboard.docx', mimeType: '', buffer: Buffer.from('PK') });
    await page.getByRole('form', { name: 'keyboard.docx' }).waitFor();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 40; step += 1) {
        const label = await page.evaluate(() => {
          const active = document.activeElement as HTMLInputElement | null;
          return `${active?.getAttribute('aria-label') ?? ''} ${active?.labels?.[0]?.textContent ?? ''} ${active?.textContent ?? ''}`;
        });
        if (name.test(label)) {
          return;
        }
        await page.keyboard.press('Tab');
      }
      throw new Error(`The keyboard does not reach ${name.source}`);
    };
    await tabTo(/Title/);
    await page.keyboard.type('Sent with the keyboard');
    await tabTo(/Source/);
    await page.keyboard.type('France');
    await tabTo(/Original language/);
    await page.keyboard.press('F');
    await tabTo(/For action/);
    await page.keyboard.press('Space');
    await tabTo(/^\s*Submit/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const [contribution] = await webPart.site.desk().contributions.searchTitle(['keyboard'], 1);
    expect(contribution).toMatchObject({ originalLanguage: 'fr', purpose: 'action' });
  });
});

describe("a delegate's view while time passes", () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart(geneva('2020-08-17T23:59:45').toString());
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('changes by itself when the deadline for translation passes', async () => {
    const page = await webPart.open();
    await page.getByText('A contribution for action will be translated into the six languages.').waitFor();
    await page.getByText('A contribution for action will be published, but no longer translated.').waitFor({ timeout: 40_000 });
  });
});

describe('a site that does not answer', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('is said to be so, with a way to try again', async () => {
    await webPart.site.administer('faults', { kind: 'unavailable', path: 'working-group', count: 20, retryAfterSeconds: 60 });
    const page = await webPart.open();
    await page.getByText('The site is very busy').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Second meeting of TDAG-WG-SOP' }).waitFor();
  });
});
