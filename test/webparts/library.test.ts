import { Temporal } from 'temporal-polyfill';
import type { Page } from 'playwright-core';
import { finding } from '../../src/documents/findings';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { AuthorNotices } from '../../src/site/authorNotices';
import { SITE_SCHEMA } from '../../src/site/schema';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { putDocument, secondMeeting } from '../support/secretariat';
import type { LibraryDocument } from '../support/secretariat';
import { accessibilityProblems, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const SECRETARIAT = 'user=secretariat@example.org';
const LONG = 'Proposal on the alignment of the indicators of the four-year rolling operational plan with the strategic plan of the Union, with a draft revision of the results framework';

describe('the library', () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  let earlier: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart(geneva('2020-09-21T09:00:00').toString());
    meeting = await secondMeeting(webPart.site);
    earlier = (await webPart.site.desk().meetings.all()).filter(({ id }) => id !== meeting.id)[0];
    await putDocument(webPart.site, earlier, { title: 'From the first meeting', metadata: { source: 'Cuba' } });
    await put({ title: LONG, findings: [finding('macros', { part: 'vba.bin' })], columns: { docStatus: 'needsAttention' } });
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());
  afterEach(() => fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' }));

  const put = (document: LibraryDocument): Promise<Contribution> => putDocument(webPart.site, meeting, document);
  const now = async ({ id }: Contribution): Promise<Contribution> => (await webPart.site.desk().contributions.get(id)) as Contribution;
  const decided = async ({ id }: Contribution): Promise<[string, string][]> => (await webPart.site.desk().decisions.ofContribution(id)).map(({ kind, reason }) => [kind, reason]);
  const row = (page: Page, title: string) => page.locator('[role=row][data-document]').filter({ hasText: title });
  const open = async (query = ''): Promise<Page> => {
    const page = await webPart.open(`${SECRETARIAT}&${query}`);
    await page.locator('#desk-tab-library').click();
    await page.locator('[role=row][data-document]').first().waitFor();
    return page;
  };
  const search = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('tabpanel', { name: 'Library' }).getByLabel('Find by title, source or number').fill(text);
  };
  const select = async (page: Page, ...titles: string[]): Promise<void> => {
    for (const title of titles) {
      await page.getByLabel(`Select \u2068${title}\u2069`).check();
    }
  };
  const preview = async (page: Page, action: string): Promise<void> => {
    await page.getByLabel('What to do').selectOption({ label: action });
    await page.getByRole('button', { name: 'Show what will happen' }).click();
    await page.getByRole('form').getByRole('button', { name: new RegExp(`^${action}`) }).waitFor();
  };
  const carryOut = async (page: Page, action: string): Promise<void> => {
    await page.getByRole('form').getByRole('button', { name: new RegExp(`^${action}`) }).click();
    await page.getByText(/were carried out/).waitFor();
  };

  it('lists documents of all meetings, finds them and divides them, the site doing the work', async () => {
    const page = await open();
    await row(page, 'From the first meeting').waitFor();
    await search(page, 'FIRST MEETING');
    await row(page, LONG).waitFor({ state: 'detached' });
    // Between the two lists there is none.
    await row(page, 'From the first meeting').waitFor();
    expect(await page.locator('[role=row][data-document]').count()).toBe(1);
    await search(page, '');
    await page.getByLabel('Group by').selectOption({ label: 'Meeting' });
    await page.locator(`[data-section="meeting-${earlier.id}"]`).waitFor();
    await page.locator(`[data-section="meeting-${earlier.id}"]`).click();
    await row(page, 'From the first meeting').waitFor();
    await page.getByLabel('Group by').selectOption({ label: 'Region of the source' });
    await page.locator('[data-section="region-americas"]').click();
    await row(page, 'From the first meeting').waitFor();
    await page.locator('#desk-library-status').selectOption({ label: 'Needs attention' });
    await page.getByLabel('Group by').selectOption({ label: 'Nothing' });
    await row(page, 'From the first meeting').waitFor({ state: 'detached' });
    await row(page, LONG).waitFor();
  });

  it('is used with the keyboard alone', async () => {
    const page = await open();
    await row(page, LONG).focus();
    await page.keyboard.press('Home');
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex') ?? null);
    await eventually(async () => expect(await focused()).toBe('2'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused()).toBe('3'));
    await page.keyboard.press(' ');
    expect(await page.locator('[aria-rowindex="3"]').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Shift+ArrowUp');
    await page.getByText('2 documents selected').waitFor();
    const documentId = await page.locator('[aria-rowindex="2"]').getAttribute('data-document');
    await eventually(async () => expect(await focused()).toBe('2'));
    await page.keyboard.press('Enter');
    await page.locator(`article[data-document="${documentId}"]`).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('article[data-document]').waitFor({ state: 'detached' });
    await eventually(async () => expect(await focused()).toBe('2'));
    await page.keyboard.press('Escape');
    await page.getByText('2 documents selected').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+a');
    await page.getByText(/documents selected/).waitFor();
  });

  it('tells of a document who changed what, and its translations', async () => {
    const document = await put({ title: 'Title at first' });
    await webPart.site.desk('delegate.fr').contributions.describe(document.id, { title: 'Title at last', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
    await webPart.site.desk().translations.record(document.id, { language: 'ar', status: 'inTranslation' });
    const page = await open();
    await row(page, 'Title at last').click();
    const article = page.getByRole('article', { name: 'Title at last' });
    await article.getByText(/^Title: .*Title at first.* became .*Title at last/).waitFor();
    await article.getByText('Arabic · In translation').waitFor();
    expect(await article.getByTestId('history').getByRole('listitem').first().innerText()).toMatch(/Delegation of France.*2020/);
  });

  it('numbers several documents as was shown before, and leaves out what cannot be', async () => {
    const [one, two] = [await put({ title: 'Number me first' }), await put({ title: 'Number me second' })];
    const numbered = await put({ title: 'Has a number' });
    const { docSymbol } = await numberOne(numbered);
    const page = await open();
    await select(page, 'Number me first', 'Number me second', 'Has a number');
    await preview(page, 'Number');
    const symbols = (await page.getByTestId('bulk-todo').getByRole('listitem').allInnerTexts()).map((text) => /TDAG-WG-SOP\/(\d+)-F/.exec(text)?.[1]).map(Number);
    expect(symbols[1]).toBe(symbols[0] + 1);
    expect(await page.getByTestId('bulk-left').innerText()).toContain(String(docSymbol));
    await page.getByText(/This cannot be undone/).waitFor();
    await carryOut(page, 'Number');
    expect([(await now(one)).docNumber, (await now(two)).docNumber]).toEqual(symbols);
    expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
  });
  const numberOne = async (document: Contribution): Promise<Contribution> => {
    const page = await open();
    await row(page, document.title ?? '').click();
    await page.getByRole('article').getByRole('button', { name: 'Number', exact: true }).click();
    await page.getByRole('form', { name: 'Number' }).getByRole('button', { name: 'Number', exact: true }).click();
    await page.getByRole('status').getByText('It now has the number').waitFor();
    return now(document);
  };

  it('holds several with one reason, and takes it back', async () => {
    const [one, two] = [await put({ title: 'Hold one' }), await put({ title: 'Hold two' })];
    const page = await open();
    await select(page, 'Hold one', 'Hold two');
    await preview(page, 'Hold for the next meeting');
    await page.getByRole('form').getByRole('button', { name: /^Hold/ }).click();
    await page.getByText('Give the reason.').waitFor();
    await page.getByLabel('Reason').fill('Too long for the agenda');
    await carryOut(page, 'Hold');
    expect([(await now(one)).docStatus, (await now(two)).docStatus]).toEqual(['held', 'held']);
    await webPart.site.desk('secretariat').decisions.record({ kind: 'accept', contributionId: two.id, meetingId: meeting.id, reason: '' });
    await page.getByRole('button', { name: 'Undo for 2 documents' }).click();
    await page.locator('[data-result]').getByText('Undone', { exact: true }).waitFor();
    await page.locator('[data-result]').filter({ hasText: 'Done, and not undone' }).waitFor();
    expect((await now(one)).docStatus).toBe('received');
    expect(await decided(one)).toEqual([
      ['hold', 'Too long for the agenda'],
      ['release', 'Undone: Too long for the agenda']
    ]);
    expect((await decided(two)).map(([kind]) => kind)).toEqual(['hold', 'accept']);
  });

  it('assigns to another meeting, and back', async () => {
    const document = await put({ title: 'Assign me' });
    const desk = webPart.site.desk();
    const next = await desk.meetings.add({ title: 'A later meeting', start: Temporal.PlainDate.from('2021-03-02'), end: Temporal.PlainDate.from('2021-03-02'), statutory: false, languageFunds: 'unknown', status: 'planned' });
    const page = await open();
    await select(page, 'Assign me');
    await preview(page, 'Assign to a meeting');
    await page.getByLabel('To which meeting').selectOption(String(next.id));
    await page.getByLabel('Reason').fill('Agreed');
    await carryOut(page, 'Assign');
    expect((await now(document)).meetingId).toBe(next.id);
    await page.getByRole('button', { name: 'Undo for 1 document' }).click();
    await page.locator('[data-result]').getByText('Undone', { exact: true }).waitFor();
    expect((await now(document)).meetingId).toBe(meeting.id);
  });

  it('publishes what can be and leaves for a look of its own what the check found', async () => {
    const document = await put({ title: 'Publish me', columns: { docStatus: 'accepted', standing: 'translated', publicationDue: Temporal.PlainDate.from('2020-09-24') } });
    const page = await open();
    await select(page, 'Publish me', LONG);
    await preview(page, 'Publish');
    expect(await page.getByTestId('bulk-left').innerText()).toContain('open it by itself');
    await carryOut(page, 'Publish');
    expect((await now(document)).docStatus).toBe('published');
  });

  it('requests translations and reminds authors', async () => {
    const document = await put({ title: 'Translate me' });
    const missing = await put({ title: 'Something is missing', columns: { docStatus: 'needsAttention' } });
    const page = await open();
    await select(page, 'Translate me');
    await preview(page, 'Request translation');
    await carryOut(page, 'Request translation');
    const versions = (await webPart.site.desk().translations.ofContribution(document.id)).map(({ language, status }) => `${language} ${status}`).sort();
    expect(versions).toEqual(['ar inTranslation', 'en inTranslation', 'es inTranslation', 'ru inTranslation', 'zh inTranslation']);
    await page.getByRole('form').getByRole('button', { name: 'Close' }).click();
    await select(page, 'Something is missing');
    await preview(page, 'Remind the author');
    expect(await page.getByTestId('bulk-left').innerText()).toContain('Nothing is missing');
    await carryOut(page, 'Remind the author');
    expect(await webPart.site.desk().authorNotices.ofContribution(missing.id)).toMatchObject([{ status: 'due', authorEmail: 'delegate.fr@example.org' }]);
    await page.getByRole('button', { name: 'Undo for 1 document' }).click();
    await page.locator('[data-result]').getByText('Undone', { exact: true }).waitFor();
    expect(await webPart.site.desk().authorNotices.ofContribution(missing.id)).toMatchObject([{ status: 'skipped' }]);
  });

  it('shows both versions of a document that somebody changed meanwhile, and does what the person chooses', async () => {
    const [one, two] = [await put({ title: 'Changed one' }), await put({ title: 'Changed two' })];
    const page = await open();
    await select(page, 'Changed one', 'Changed two');
    await preview(page, 'Hold for the next meeting');
    await page.getByLabel('Reason').fill('Not ready');
    for (const { id, title = '' } of [one, two]) {
      await webPart.site.desk('delegate.fr').contributions.describe(id, { title, source: 'Kenya', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
    }
    await carryOut(page, 'Hold');
    const changed = page.locator('[data-result=changed]');
    expect(await changed.count()).toBe(2);
    expect(await changed.first().getByRole('table').innerText()).toMatch(/Source\s+France\s+Kenya/);
    expect(await decided(one)).toEqual([]);
    await changed.first().getByRole('button', { name: 'Decide on the newer version' }).click();
    await page.locator('[data-result=done]').waitFor();
    await changed.getByRole('button', { name: 'Leave it as it is' }).click();
    await page.getByText('Not done').waitFor();
    expect([await decided(one), await decided(two)]).toEqual([[['hold', 'Not ready']], []]);
  });

  it('shows what others did without being loaded anew', async () => {
    const document = await put({ title: 'Before the change' });
    const page = await open();
    await row(page, 'Before the change').waitFor();
    await webPart.site.desk('delegate.fr').contributions.describe(document.id, { title: 'After the change', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await row(page, 'After the change').waitFor();
  });

  it('keeps views on the site, for oneself and for all, with their columns', async () => {
    const page = await open();
    await page.getByText('Columns and saved views').click();
    await page.getByRole('group', { name: 'Columns' }).getByLabel('Meeting').uncheck();
    await page.getByRole('columnheader', { name: 'Meeting' }).waitFor({ state: 'detached' });
    await search(page, 'first meeting');
    await row(page, LONG).waitFor({ state: 'detached' });
    await page.getByLabel('Save this view as').fill('The first meeting');
    await page.getByLabel('For everybody of the secretariat').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/is saved/).waitFor();
    const again = await open();
    await again.getByText('Columns and saved views').click();
    await again.getByLabel('Saved views').selectOption({ label: '\u2068The first meeting\u2069 (shared)' });
    await row(again, LONG).waitFor({ state: 'detached' });
    await row(again, 'From the first meeting').waitFor();
    expect(await again.getByRole('columnheader', { name: 'Meeting' }).count()).toBe(0);
  });

  it.each([
    ['light', 'theme=light'],
    ['dark', 'theme=dark'],
    ['high contrast', 'theme=contrast'],
    ['Arabic, right to left', 'lang=ar'],
    ['a narrow column', 'width=narrow'],
    ['a phone', 'width=phone']
  ])('is accessible in %s, with a document open and with a preview', async (_name, query) => {
    const page = await open(query);
    // Other tests have added documents: in a narrow list this one would not be among the rows that are drawn.
    await page.locator('[aria-labelledby=desk-tab-library] input:not([type=checkbox])').first().fill('alignment');
    // Not before the list is the one that was found: a click on a row that is just being replaced goes nowhere.
    await eventually(async () => expect(await page.locator('[role=row][data-document]').count()).toBe(1));
    await row(page, LONG).click();
    await page.getByTestId('history').locator('li').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('article').getByRole('button').first().click();
    await page.locator('[role=row][data-document] input').first().check();
    await page.locator('#desk-bulk-action').selectOption('hold');
    await page.locator('#desk-bulk-action').locator('xpath=ancestor::*[@role="group"]').getByRole('button').first().click();
    await page.getByTestId('bulk-todo').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const overflow = await page.getByTestId('web-part').evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('says that the site does not answer, and reads on when asked', async () => {
    const page = await open();
    await webPart.site.administer('faults', { kind: 'unavailable', path: 'Contributions', count: 20, retryAfterSeconds: 60 });
    await search(page, 'first');
    await page.locator('[role=row]').getByText('The site is very busy').waitFor();
    await fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await row(page, 'From the first meeting').waitFor();
    await search(page, 'nothing has these words');
    await page.getByText('No document here.').waitFor();
  });

  it.each(['delegate.fr', 'member'])('is not there for %s, whom the site refuses what it does', async (user) => {
    const document = await put({ title: `Not for ${user}` });
    const fetched: string[] = [];
    const page = await webPart.open(`user=${user}@example.org`);
    page.on('request', (request) => fetched.push(request.url()));
    await page.reload();
    await page.locator('section[aria-busy=false]').first().waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(fetched.filter((url) => /chunk\.(library|secretariat)/.test(url))).toEqual([]);
    // What the page of the secretariat sends, sent by somebody else from their own page.
    const refused = await page.evaluate(
      async ({ site, lists, id }) => {
        const { FormDigestValue } = (await (await fetch(`${site}/_api/contextinfo`, { method: 'POST', headers: { Accept: 'application/json' } })).json()) as { FormDigestValue: string };
        const send = async (list: string, body: unknown): Promise<number> =>
          (
            await fetch(`${site}/_api/web/lists/getByTitle('${list}')/items`, {
              method: 'POST',
              headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-RequestDigest': FormDigestValue },
              body: JSON.stringify(body)
            })
          ).status;
        return Promise.all([
          send(lists.decisions, { Title: 'hold', DecisionKind: 'hold', ContributionId: id }),
          send(lists.numbers, { Title: 'x', NumberKey: 'document/999' }),
          send(lists.translations, { Title: 'x', TranslationKey: `${id}/ar` }),
          send(lists.notices, { Title: 'attention', NoticeKey: 'x' }),
          send(lists.views, { Title: 'x', ViewKey: 'shared/x' })
        ]);
      },
      {
        site: webPart.site.url,
        id: document.id,
        lists: {
          decisions: SITE_SCHEMA.decisions.title,
          numbers: SITE_SCHEMA.numbers.title,
          translations: SITE_SCHEMA.translations.title,
          notices: SITE_SCHEMA.authorNotices.title,
          views: SITE_SCHEMA.savedViews.title
        }
      }
    );
    for (const status of refused) {
      expect([403, 404]).toContain(status);
    }
    expect(await decided(document)).toEqual([]);
    expect(await new AuthorNotices(webPart.site.connect('secretariat')).ofContribution(document.id)).toEqual([]);
  });

  // The last one, as its documents come before all others.
  it('previews and carries out an action on more documents than are shown at once', async () => {
    const titles = Array.from({ length: 120 }, (_unused, index) => `Series ${index + 1}`);
    for (const title of titles) {
      await put({ title });
    }
    const page = await open();
    await search(page, 'Series');
    await row(page, 'Series 120').waitFor();
    await page.getByText('60 documents read so far').waitFor();
    await eventually(async () => {
      await page.locator('[role=row][data-document]').last().press('End');
      expect(await page.getByText('120 documents.', { exact: true }).isVisible()).toBe(true);
    });
    await page.locator('[role=row][data-document]').last().press('Control+a');
    await preview(page, 'Hold for the next meeting');
    const todo = page.getByTestId('bulk-todo').getByRole('listitem');
    await page.getByText('And 70 more documents not shown here.').waitFor();
    expect(await todo.count()).toBe(50);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('And 20 more documents not shown here.').waitFor();
    expect(await todo.count()).toBe(100);
    await page.getByLabel('Reason').fill('For the next round');
    await carryOut(page, 'Hold');
    expect((await webPart.site.desk().decisions.ofMeeting(meeting.id)).filter(({ reason }) => reason === 'For the next round')).toHaveLength(120);
  });
});
