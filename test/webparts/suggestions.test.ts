import { makeDocx } from '../support/documents';
import { accessibilityProblems, chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const TITLE = 'Proposition relative aux indicateurs du plan stratégique';

describe('what the form reads from a file', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('is suggested and marked as such, until it is changed', async () => {
    const page = await webPart.open();
    await chooseDocument(page, TITLE);
    expect(await page.getByLabel('Title').inputValue()).toBe(TITLE);
    expect(await page.getByLabel('Source').inputValue()).toBe('France');
    expect(await page.getByLabel('Original language').inputValue()).toBe('fr');
    expect(await page.getByText('Read from the document. Please check.').count()).toBe(3);
    await page.getByLabel('Source').fill('Switzerland');
    expect(await page.getByText('Read from the document. Please check.').count()).toBe(2);
  });

  it('never overwrites what was typed, also when another file is chosen', async () => {
    const page = await webPart.open();
    await page.locator('input[type=file]').setInputFiles({ name: 'notes.docx', mimeType: '', buffer: Buffer.from('These are only notes.') });
    await page.getByText('The secretariat cannot accept this file as it is').waitFor();
    await page.getByLabel('Title').fill('A title of my own');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await (await chooser).setFiles({ name: 'better.docx', mimeType: '', buffer: Buffer.from(await makeDocx({ title: TITLE, source: 'France' })) });
    await page.getByRole('form', { name: 'better.docx' }).waitFor();
    await page.locator('[data-reading=read]').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('A title of my own');
    expect(await page.getByLabel('Source').inputValue()).toBe('France');
    await page.getByText('The secretariat cannot accept this file as it is').waitFor({ state: 'detached' });
  });

  it('questions a declared language that differs from the one of the text, and takes the document all the same', async () => {
    const page = await webPart.open();
    await chooseDocument(page, TITLE, 'language.docx');
    await fillForm(page, 'Declared to be English');
    await page.getByText('its text seems to be in French').waitFor();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
  });

  it('says what is wrong with a file, and does not refuse it', async () => {
    const page = await webPart.open();
    await page.locator('input[type=file]').setInputFiles({ name: 'draft.docx', mimeType: '', buffer: Buffer.from('These are only notes.') });
    await page.getByText('are not accepted').waitFor();
    await page.getByText('You can still submit it').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fillForm(page, 'Sent all the same');
    await page.getByRole('button', { name: 'Submit all the same' }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    expect(await webPart.site.desk().contributions.searchTitle(['all', 'same'], 5)).toHaveLength(1);
  });
});
