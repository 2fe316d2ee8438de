import { eventually } from '../support/eventually';
import { accessibilityProblems, chooseDocument, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

describe("a person's own choice of language", () => {
  let webPart: HostedWebPart;
  beforeAll(async () => {
    webPart = await hostWebPart();
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  it('changes the texts, their direction and their language at once, and loses nothing that was typed', async () => {
    const page = await webPart.open();
    await chooseDocument(page, 'A proposal');
    await page.getByLabel('Title').fill('Half a title');
    await page.getByLabel('Language of this page').selectOption({ label: 'العربية' });
    const desk = page.getByTestId('web-part').locator('section').first();
    await eventually(async () => expect([await desk.getAttribute('lang'), await desk.getAttribute('dir')]).toEqual(['ar', 'rtl']));
    await page.getByRole('heading', { name: 'الترجمة الشفوية', exact: true }).waitFor();
    expect(await page.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toContain('Half a title');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is remembered, and given up by choosing the language of the page again', async () => {
    const page = await webPart.open();
    await page.getByLabel('Language of this page').selectOption('fr');
    await page.getByRole('heading', { name: 'Délais' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Délais' }).waitFor();
    await page.getByLabel('Langue de cette page').selectOption('en');
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
    expect(await page.evaluate(() => window.localStorage.getItem('contribution-desk.language'))).toBeNull();
  });

  it('holds until the page is closed in a browser that keeps nothing', async () => {
    const page = await webPart.open();
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('Nothing is kept here'); } }));
    await page.reload();
    await page.getByLabel('Language of this page').selectOption('es');
    await page.getByRole('heading', { name: 'Plazos' }).waitFor();
  });

  it('is offered in the six languages by their own names, and changed with the keyboard', async () => {
    const page = await webPart.open();
    const select = page.getByLabel('Language of this page');
    expect(await select.locator('option').allInnerTexts()).toEqual(['العربية', '中文', 'English', 'français', 'русский', 'español']);
    await select.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Délais' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  });

  it('stays in the language before when the texts of the other one cannot be fetched', async () => {
    const page = await webPart.open();
    await page.route(/messages-ru/, (route) => route.abort());
    await page.getByLabel('Language of this page').selectOption('ru');
    await page.getByText('The desk could not be loaded').waitFor();
    await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
    await page.unroute(/messages-ru/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Сроки' }).waitFor();
  });
});
