import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { eventually } from '../support/eventually';
import { putDocument, secondMeeting } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';

describe('the matrix of translations', () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  let translated: Contribution;
  let overdue: Contribution;
  let delayed: Contribution;
  beforeAll(async () => {
    webPart = await hostWebPart();
    meeting = await secondMeeting(webPart.site);
    translated = await putDocument(webPart.site, meeting, { title: 'In all six' });
    overdue = await putDocument(webPart.site, meeting, { title: 'Late already', columns: { docStatus: 'accepted', standing: 'translated', publicationDue: Temporal.PlainDate.from('2020-08-07') } });
    delayed = await putDocument(webPart.site, meeting, { title: 'Delayed with a version', columns: { docStatus: 'received', standing: 'delayed' } });
    await putDocument(webPart.site, meeting, { title: 'Versión', metadata: { originalLanguage: 'es' }, part: { of: delayed.id, kind: 'languageVersion' } });
    await putDocument(webPart.site, meeting, { title: 'Taken back', columns: { docStatus: 'withdrawn', standing: 'translated' } });
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());
  afterEach(() => fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' }));

  const open = async (query = ''): Promise<Page> => {
    const page = await webPart.open(`${SECRETARIAT}&${query}`);
    await page.locator('#desk-part-tab-translations').click();
    await page.locator('tbody[data-document]').first().waitFor();
    return page;
  };
  const statesOf = (page: Page, { id }: Contribution): Promise<(string | null)[]> =>
    page.locator(`tbody[data-document="${id}"] td[data-state]`).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-state')));
  const cell = (page: Page, { id }: Contribution, language: string) => page.locator(`tbody[data-document="${id}"] td[data-language=${language}] button`);
  const recorded = async ({ id }: Contribution): Promise<string[]> =>
    (await webPart.site.desk().translations.ofContribution(id)).map(({ language, status, dueDate }) => `${language} ${status} ${dueDate?.toString() ?? ''}`.trim());

  it('shows what is due, late, supplied by the author or not due for each document and language', async () => {
    const page = await open();
    expect(await statesOf(page, translated)).toEqual(['due', 'due', 'due', 'original', 'due', 'due']);
    expect(await statesOf(page, overdue)).toEqual(['overdue', 'overdue', 'overdue', 'original', 'overdue', 'overdue']);
    expect(await statesOf(page, delayed)).toEqual(['notDue', 'notDue', 'notDue', 'original', 'notDue', 'supplied']);
    await page.getByRole('rowheader', { name: 'Delayed with a version' }).waitFor();
    expect(await page.getByRole('rowheader', { name: /Versión|Taken back/ }).count()).toBe(0);
    await page.getByRole('region', { name: 'Documents by languages' }).getByText('3 days overdue').waitFor();
    expect(await page.locator('dd[data-count]').allInnerTexts()).toEqual(['10', '5', '1']);
    expect(await cell(page, delayed, 'es').getAttribute('aria-label')).toContain('Spanish: Supplied by the author');
  });

  it('records how far a version is, and lets it follow from the rules again', async () => {
    const page = await open();
    await cell(page, translated, 'es').click();
    await page.getByRole('menuitem', { name: 'In translation' }).click();
    await page.getByText('Spanish: In translation.').waitFor();
    expect(await recorded(translated)).toEqual(['es inTranslation 2020-09-24']);
    await cell(page, translated, 'es').click();
    await page.getByRole('menuitem', { name: 'Available' }).click();
    await eventually(async () => expect(await recorded(translated)).toEqual(['es available']));
    await eventually(async () => expect((await statesOf(page, translated))[5]).toBe('available'));
    await cell(page, translated, 'es').click();
    await page.getByRole('menuitem', { name: 'Back to what follows from the rules: Due' }).click();
    await eventually(async () => expect(await recorded(translated)).toEqual(['es due 2020-09-24']));
  });

  it("leads to the author's own file", async () => {
    const page = await open();
    await cell(page, delayed, 'es').click();
    expect(await page.getByRole('menuitem', { name: 'Open the author’s file' }).getAttribute('href')).toMatch(/Contributions\/document-\d+\.docx$/);
  });

  it('says so when it could not be recorded, and does it when tried again', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await cell(page, translated, 'ru').click();
    await page.getByRole('menuitem', { name: 'In translation' }).click();
    await page.getByText('It could not be confirmed that this was recorded').waitFor();
    await page.context().setOffline(false);
    await page.locator('[role=alert]').filter({ hasText: 'It could not be confirmed' }).getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => expect(await recorded(translated)).toContain('ru inTranslation 2020-09-24'));
  });

  it('filters the documents by what they have', async () => {
    const page = await open();
    await page.getByLabel('Show documents that have').selectOption('supplied');
    expect(await page.locator('tbody[data-document]').count()).toBe(1);
    await page.getByLabel('Show documents that have').selectOption('available');
    await page.getByText('No document matches.').waitFor();
  });

  it('has a report of the group due in all six languages once it is marked as such', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Delayed with a version', exact: false }).filter({ hasText: 'Mark as a report' }).click();
    await page.getByLabel('Reason').fill('Report of the second meeting');
    await page.getByRole('button', { name: 'Mark it' }).click();
    await page.getByText('It is marked as a report of the group.').waitFor();
    await eventually(async () => expect((await statesOf(page, delayed)).slice(0, 3)).toEqual(['due', 'due', 'due']));
    expect((await webPart.site.desk().decisions.ofContribution(delayed.id)).map(({ kind, reason }) => [kind, reason])).toEqual([['markReport', 'Report of the second meeting']]);
  });

  it('is worked with the keyboard alone', async () => {
    const page = await open();
    await cell(page, overdue, 'ar').focus();
    await page.keyboard.press('Enter');
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent);
    await eventually(async () => expect(await focused()).toBe('In translation'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('Available'));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await recorded(overdue)).toEqual(['ar available']));
    await eventually(async () => expect(await cell(page, overdue, 'ar').evaluate((element) => element === document.activeElement)).toBe(true));
  });

  it.each(['theme=light', 'theme=dark', 'theme=contrast', 'lang=ar', 'width=phone'])('is accessible with %s', async (query) => {
    expect(await accessibilityProblems(await open(query))).toEqual([]);
  });
});
