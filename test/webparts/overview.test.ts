import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { inspectContent } from '../../src/documents/checkDocument';
import { finding } from '../../src/documents/findings';
import type { Meeting } from '../../src/rules/meeting';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { openDocuments, putDocument, secondMeeting, shownGroups } from '../support/secretariat';
import type { LibraryDocument } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const SAMPLES: readonly LibraryDocument[] = [
  { title: 'In time', columns: { receivedAt: geneva('2020-08-17T23:59:59'), standing: 'translated', docStatus: 'accepted', publicationDue: date('2020-09-24') } },
  { title: 'Published', columns: { receivedAt: geneva('2020-08-01T09:00:00'), standing: 'translated', docStatus: 'published', publishedAt: geneva('2020-08-05T09:00:00') } },
  { title: '=Delayed', columns: { receivedAt: geneva('2020-08-18T00:00:00'), standing: 'delayed', docStatus: 'accepted', publicationDue: date('2020-08-20') } },
  { title: 'Incomplete', columns: { receivedAt: geneva('2020-09-02T09:00:00'), standing: 'delayed', docStatus: 'needsAttention', publicationDue: date('2020-09-25') }, findings: [finding('macros', { part: 'vba.bin' })] },
  { title: 'Late', columns: { receivedAt: geneva('2020-09-19T00:00:00'), standing: 'held', docStatus: 'held', publicationDue: undefined } }
];

describe('the overview of a meeting', () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart(geneva('2020-09-21T09:00:00').toString());
    meeting = await secondMeeting(webPart.site);
    for (const sample of SAMPLES) {
      await putDocument(webPart.site, meeting, sample);
    }
    await putDocument(webPart.site, undefined, { title: 'Of no meeting', columns: { docStatus: 'needsAttention', publicationDue: date('2020-09-26') } });
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());

  const open = async (query = '', options = {}): Promise<Page> => {
    const page = await webPart.open(`${SECRETARIAT}&${query}`, options);
    await page.locator('[data-translations=done]').waitFor();
    return page;
  };
  const listed = async (page: Page): Promise<string[]> => Object.values(await shownGroups(page)).flat();
  const figure = async (page: Page, selector: string): Promise<number> => Number((await page.locator(selector).innerText()).match(/\d+/)?.[0]);
  const saved = async (page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  };

  it('comes first for the secretariat, and a delegate does not even fetch it', async () => {
    const page = await open();
    expect(await page.locator('#desk-part-tab-overview').getAttribute('aria-selected')).toBe('true');
    const fetched: string[] = [];
    const delegate = await webPart.open();
    delegate.on('request', (request) => fetched.push(request.url()));
    await delegate.reload();
    await delegate.getByText('My contributions').waitFor();
    expect(await delegate.getByText('What needs attention first').count()).toBe(0);
    expect(fetched.filter((url) => /overview|docx|report|secretariat/.test(url))).toEqual([]);
  });

  it('has what asks for attention in its order, with the documents that come first', async () => {
    const page = await open();
    const tasks = await page.locator('[data-task]').evaluateAll((all) => all.map((each) => [each.getAttribute('data-task'), each.textContent?.match(/\d+/)?.[0]]));
    expect(tasks.map(([key]) => key)).toEqual(['overdue', 'late', 'attention', 'publish', 'interpretation']);
    expect(tasks.filter(([key]) => key === 'attention')).toEqual([['attention', '2']]);
    expect(await page.locator('[data-urgent] button').allInnerTexts()).toEqual(['=Delayed', 'Late', 'Incomplete', 'Of no meeting', 'In time']);
  });

  it('opens the list behind each figure, with as many documents as it says, and what it is filtered by can be taken away', async () => {
    const page = await open();
    const total = await figure(page, '[aria-labelledby=desk-overview-timeline] tfoot td');
    for (const selector of ['[data-count=translated] button', '[data-count=delayed] button', '[data-count=held] >> nth=0', '[data-milestone="2020-08-17"] td button', '[data-milestone="2020-09-18"] td button', '[data-task=overdue]', '[data-task=attention]']) {
      const count = await figure(page, selector);
      const place = page.locator(selector);
      await ((await place.locator('button').count()) === 0 ? place : place.locator('button').first()).click();
      await eventually(async () => expect(await listed(page)).toHaveLength(count));
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-part-tab-documents');
      await page.locator('#desk-part-tab-overview').click();
    }
    await page.locator('[data-milestone="2020-09-18"] td button').click();
    await eventually(async () => expect((await listed(page)).sort()).toEqual(['=Delayed', 'Incomplete']));
    await page.getByText('Filtered by').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the filter “Arrived 18 Aug 2020 – 18 Sept 2020”' }).click();
    await eventually(async () => expect(await listed(page)).toHaveLength(total));
    await page.getByRole('button', { name: 'Remove the filter “Of this meeting”' }).click();
    await eventually(async () => expect(await listed(page)).toHaveLength(total + 1));
    expect(await page.locator('[data-filter]').count()).toBe(0);
  });

  it('has figures whose sums agree', async () => {
    const page = await open();
    const total = await figure(page, '[aria-labelledby=desk-overview-timeline] tfoot td');
    const sumOf = (selector: string): Promise<number> => page.locator(selector).evaluateAll((all) => all.reduce((sum, each) => sum + Number(/\d+$/.exec(each.textContent?.trim() ?? '')?.[0] ?? 0), 0));
    expect(await sumOf('[aria-labelledby=desk-overview-standing] [data-count]')).toBe(total);
    expect(await sumOf('[aria-labelledby=desk-overview-state] [data-count]')).toBe(total);
    expect(await sumOf('[aria-labelledby=desk-overview-timeline] tbody td:last-child')).toBe(total);
    expect(await page.locator('[aria-labelledby=desk-overview-timeline] svg').getAttribute('aria-label')).toContain(`${total} documents have arrived`);
  });

  it('opens a document, the one that belongs to no meeting, the languages and the translations', async () => {
    const page = await open();
    await page.locator('[data-urgent]').getByRole('button', { name: '=Delayed' }).click();
    await page.getByRole('article', { name: '=Delayed' }).waitFor();
    await page.locator('#desk-part-tab-overview').click();
    await page.getByRole('button', { name: '1 document that belongs to no meeting needs attention' }).click();
    await eventually(async () => expect(await listed(page)).toEqual(['Of no meeting']));
    await page.locator('#desk-part-tab-overview').click();
    await page.locator('[data-language=fr] button').click();
    await page.locator('[data-tally=fr]').waitFor();
    await page.locator('#desk-part-tab-overview').click();
    const toDo = await figure(page, '[data-translations=toDo] button');
    await page.locator('[data-translations=toDo] button').click();
    expect(await page.getByLabel('Show documents that have').inputValue()).toBe('toDo');
    expect(await figure(page, '[data-count=due]')).toBe(toDo);
  });

  it('can be used with the keyboard alone, and the focus goes where the person is led', async () => {
    const page = await open();
    await page.locator('[data-count=delayed] button').focus();
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-part-tab-documents'));
    await eventually(async () => expect((await listed(page)).sort()).toEqual(['=Delayed', 'Incomplete']));
  });

  it.each(['theme=light', 'theme=dark', 'theme=contrast', 'lang=ar', 'width=phone'])('is accessible with %s and nothing is wider than its place', async (query) => {
    const page = await open(query);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByTestId('web-part').evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });

  it('is drawn from right to left in Arabic, with today between the deadlines as in time', async () => {
    const places = async (query: string): Promise<number[]> => {
      const page = await open(query);
      return page.locator('svg[role=img] > g[transform^="translate("]').evaluateAll((all) => all.slice(1).map((each) => each.getBoundingClientRect().x));
    };
    const [ltr, rtl] = [await places(''), await places('lang=ar')];
    expect(ltr).toHaveLength(6);
    expect([...ltr].sort((one, other) => one - other)).toEqual(ltr);
    expect(rtl).toHaveLength(6);
  });

  it('says of a meeting without documents that none has arrived, and that nothing asks for attention', async () => {
    const page = await open();
    await page.getByLabel('Meeting', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('img', { name: 'Chart: no document has arrived yet.' }).waitFor();
    await page.getByText('No document has arrived for this meeting yet.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  describe('what is given out', () => {
    it('is the list of documents as it is filtered, as CSV without a formula and as Excel', async () => {
      const page = await openDocuments(webPart);
      await page.getByLabel('Find by title, source or number').fill('delayed');
      await page.getByText(/^1 document of/).waitFor();
      const csv = await saved(page, 'This list as CSV');
      expect(csv.name).toBe(`TDAG-WG-SOP-documents-${meeting.id}.csv`);
      const [headings, ...rows] = Papa.parse<string[]>(new TextDecoder().decode(csv.bytes)).data;
      expect([headings[1], rows.map((row) => row[1])]).toEqual(['Title', ["'=Delayed"]]);
      const xlsx = await saved(page, 'This list as Excel');
      const texts = strFromU8(unzipSync(xlsx.bytes)['xl/sharedStrings.xml']);
      expect(texts).toContain('=Delayed');
      expect(texts).not.toContain('Incomplete');
    });

    it('is the list of translations as it is filtered', async () => {
      const page = await open();
      await page.locator('[data-translations=toDo] button').click();
      const { bytes } = await saved(page, 'This list as CSV');
      const [, ...rows] = Papa.parse<string[]>(new TextDecoder().decode(bytes)).data;
      expect(rows.map((row) => [row[1], row[3], row[6]])).toEqual(expect.arrayContaining([['In time', 'Due', 'Original']]));
      expect(rows.map((row) => row[1])).not.toContain('=Delayed');
    });

    it("is the meeting's list of documents in the language that is chosen, as a Word file that would be taken", async () => {
      const page = await open();
      await page.getByLabel('Language of the list').selectOption({ label: 'Arabic' });
      const { name, bytes } = await saved(page, 'Save as Word');
      expect(name).toBe('TDAG-WG-SOP-documents-2020-10-01-A.docx');
      const { type, findings, textSample } = await inspectContent(bytes);
      expect([type, findings]).toEqual(['docx', []]);
      expect(textSample).toContain('قائمة الوثائق');
      expect(textSample).toContain('In time');
      expect(textSample).not.toContain('Late');
    });

    it('is a report that is printed alone, and as Excel', async () => {
      const page = await open();
      await page.evaluate(() => {
        const append = document.body.append.bind(document.body);
        document.body.append = (...nodes) => {
          append(...nodes);
          const frame = nodes.find((node): node is HTMLIFrameElement => node instanceof HTMLIFrameElement);
          if (frame?.contentWindow) {
            frame.contentWindow.print = () => document.body.setAttribute('data-printed', frame.contentDocument?.body.innerText ?? '');
          }
        };
      });
      await page.getByRole('button', { name: 'Print', exact: true }).click();
      await page.getByText('The report is ready to be printed.').waitFor();
      const printed = (await page.locator('body').getAttribute('data-printed')) ?? '';
      for (const words of ['Report on contributions and participation', meeting.title, 'Contributions by deadline', 'Contributions for action (agreed by the group)', 'Interpretation', 'Participation by region', 'Arab States']) {
        expect(printed).toContain(words);
      }
      const { bytes } = await saved(page, 'Save as Excel');
      expect(Object.keys(unzipSync(bytes)).filter((part) => part.startsWith('xl/worksheets/sheet'))).toHaveLength(3);
    });
  });
});

describe('the calendar that programs follow', () => {
  it('has its address in the overview, in the language of the desk, where the configuration says it', async () => {
    const webPart = await hostWebPart(undefined, { calendarAddress: 'https://desk.example.org/calendar/' });
    try {
      const page = await webPart.open(`${SECRETARIAT}&lang=fr`, { permissions: ['clipboard-read', 'clipboard-write'] });
      const address = page.locator('[data-calendar]');
      await address.waitFor();
      expect(await address.innerText()).toBe('https://desk.example.org/calendar/fr.ics');
      await page.getByRole('button', { name: 'Copier l’adresse' }).click();
      await eventually(async () => expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://desk.example.org/calendar/fr.ics'));
      expect(await accessibilityProblems(page)).toEqual([]);
    } finally {
      await webPart.stop();
    }
  });
});
