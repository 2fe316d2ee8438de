import type { Page } from 'playwright-core';
import { makeDocx } from '../support/documents';
import { accessibilityProblems, chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const FRENCH = 'Proposition relative aux indicateurs du plan stratégique de l’Union pour les années à venir';

async function file(name: string, title: string) {
  return { name, mimeType: '', buffer: Buffer.from(await makeDocx({ title, source: 'France' })) };
}

async function addVersions(page: Page, ...files: Awaited<ReturnType<typeof file>>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a language version' }).click();
  await (await chooser).setFiles(files);
}

describe('language versions that the author supplies', () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('are filed with the original, each in its language, and stand on the receipt', async () => {
    const page = await webPart.open();
    await chooseDocument(page, 'Indicators', 'indicators_E.docx');
    await fillForm(page, 'Proposal with versions');
    await addVersions(page, await file('indicators_S.docx', 'Indicadores'), await file('translation.docx', FRENCH), await file('third.docx', 'X'));
    await page.getByLabel('Language of indicators_S.docx').waitFor();
    expect(await page.getByLabel('Language of indicators_S.docx').inputValue()).toBe('es');
    await page.locator('li[data-reading=read]').nth(2).waitFor();
    expect(await page.getByLabel('Language of translation.docx').inputValue()).toBe('fr');
    expect(await page.getByLabel('Language of third.docx').locator('option').allInnerTexts()).not.toContain('English');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByText('Choose the language of this version').waitFor();
    expect(await page.getByLabel('Language of third.docx').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove third.docx' }).click();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.locator('[data-version=received]').nth(1).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const [original] = (await webPart.site.desk().contributions.recent(10)).filter(({ fileName }) => fileName === 'indicators_E.docx');
    expect([...original.suppliedLanguages].sort()).toEqual(['es', 'fr']);
    const [, ...versions] = await webPart.site.desk().contributions.family(original.id);
    expect(versions).toMatchObject([
      { fileName: 'indicators_S.docx', partKind: 'languageVersion', originalLanguage: 'es', title: 'Proposal with versions', source: 'France', purpose: 'action', meetingId: original.meetingId },
      { fileName: 'translation.docx', partKind: 'languageVersion', originalLanguage: 'fr' }
    ]);
  });

  it('are proposed for a file that looks like a version of an earlier contribution', async () => {
    const { contributions } = webPart.site.desk('delegate.fr');
    const { id } = await contributions.upload('spectrum_E.docx', await makeDocx({ title: 'Spectrum' }));
    const [meeting] = (await webPart.site.desk().meetings.all()).filter(({ status }) => status === 'planned');
    await contributions.describe(id, { title: 'Spectrum for all', source: 'France', originalLanguage: 'en', purpose: 'liaison', meetingId: meeting.id });
    const page = await webPart.open();
    await chooseDocument(page, 'Le spectre', 'spectrum_F.docx');
    await page.getByText('This looks like the French version of').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit it as that version' }).click();
    expect(await page.getByLabel('Title').inputValue()).toBe('Spectrum for all');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const [, version] = await webPart.site.desk().contributions.family(id);
    expect(version).toMatchObject({ fileName: 'spectrum_F.docx', partOf: id, partKind: 'languageVersion', originalLanguage: 'fr', purpose: 'liaison' });
    expect((await webPart.site.desk().contributions.get(id))?.suppliedLanguages).toEqual(['fr']);
  });

  it('are sent again alone when only they did not get through', async () => {
    const page = await webPart.open();
    await chooseDocument(page, 'Original', 'first-try.docx');
    await fillForm(page, 'Arrived at once');
    await addVersions(page, await file('second-try_F.docx', 'Traduction'));
    await webPart.site.administer('faults', { kind: 'throttle', path: 'AddUsingPath.*second-try', count: 1, retryAfterSeconds: 120 });
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Received' }).waitFor();
    const version = page.locator('[data-version=failed]');
    await version.getByText('The site is very busy').waitFor();
    await version.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-version=received]').waitFor();
    const arrived = (await webPart.site.desk().contributions.recent(50)).filter(({ title }) => title === 'Arrived at once');
    expect(arrived.map(({ fileName, suppliedLanguages }) => [fileName, suppliedLanguages])).toEqual([
      ['second-try_F.docx', []],
      ['first-try.docx', ['fr']]
    ]);
  });

  it('are recognised among several documents by their names, and attached when the delegate says so', async () => {
    const page = await webPart.open();
    await page.locator('[data-testid=drop-zone] input[type=file]').setInputFiles([await file('plan.docx', 'Plan'), await file('plan_R.docx', 'План')]);
    await page.getByRole('form', { name: 'plan_R.docx' }).getByText('This looks like a language version of').waitFor();
    await page.getByRole('button', { name: 'Submit it together with that one' }).click();
    await page.getByRole('form', { name: 'plan_R.docx' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Language of plan_R.docx').inputValue()).toBe('ru');
  });
});
