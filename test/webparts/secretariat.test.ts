import { Temporal } from 'temporal-polyfill';
import type { Page } from 'playwright-core';
import { finding } from '../../src/documents/findings';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { openAction, openDocuments, putDocument, secondMeeting, shownGroups } from '../support/secretariat';
import type { LibraryDocument } from '../support/secretariat';
import { hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe("the secretariat's view of documents", () => {
  let webPart: HostedWebPart;
  let meeting: Meeting;
  beforeAll(async () => {
    webPart = await hostWebPart(geneva('2020-09-21T09:00:00').toString());
    meeting = await secondMeeting(webPart.site);
  });
  afterEach(() => webPart.closePages());
  afterAll(() => webPart.stop());
  afterEach(() => fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' }));

  const put = (document: LibraryDocument): Promise<Contribution> => putDocument(webPart.site, meeting, document);
  const now = async ({ id }: Contribution): Promise<Contribution> => (await webPart.site.desk().contributions.get(id)) as Contribution;
  const decided = async ({ id }: Contribution): Promise<[string, string][]> => (await webPart.site.desk().decisions.ofContribution(id)).map(({ kind, reason }) => [kind, reason]);
  const open = async (): Promise<Page> => {
    const page = await openDocuments(webPart);
    await page.locator('[data-group]').first().waitFor();
    return page;
  };
  const confirm = async (page: Page, action: string, reason?: string): Promise<void> => {
    const form = page.getByRole('form', { name: action });
    if (reason !== undefined) {
      await form.getByLabel('Reason').fill(reason);
    }
    await form.getByRole('button', { name: action, exact: true }).click();
  };

  it('comes first for the secretariat, and a look at the other view loses nothing', async () => {
    await put({ title: 'Something to hold' });
    const page = await open();
    expect(await page.getByRole('tab', { name: 'Secretariat' }).getAttribute('aria-selected')).toBe('true');
    await openAction(page, 'Something to hold', 'Hold for the next meeting');
    await page.getByLabel('Reason').fill('Half a sentence');
    await page.getByRole('tab', { name: 'Submit and follow' }).click();
    await page.getByRole('heading', { name: 'Submit a contribution' }).waitFor();
    await page.getByRole('tab', { name: 'Secretariat' }).click();
    expect(await page.getByLabel('Reason').inputValue()).toBe('Half a sentence');
  });

  it('is not there for a delegate, whose page does not even fetch its program', async () => {
    const fetched: string[] = [];
    const page = await webPart.open();
    page.on('request', (request) => fetched.push(request.url()));
    await page.reload();
    await page.getByText('My contributions').waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(fetched.filter((url) => /chunk\.my-contributions/.test(url))).toHaveLength(1);
    expect(fetched.filter((url) => /secretariat/.test(url))).toEqual([]);
  });

  it('lists the documents by what they ask, overdue first', async () => {
    const held = await put({ title: 'Held by decision' });
    const secretariat = webPart.site.desk('secretariat');
    await secretariat.decisions.record({ kind: 'hold', contributionId: held.id, meetingId: meeting.id, reason: 'Agreed' });
    await put({ title: 'To publish later', columns: { standing: 'delayed', docStatus: 'received', publicationDue: date('2020-09-23') } });
    await put({ title: 'Late', columns: { standing: 'held', docStatus: 'held', publicationDue: undefined } });
    await put({ title: 'Incomplete', columns: { standing: 'delayed', docStatus: 'needsAttention', publicationDue: date('2020-09-22') } });
    await put({ title: 'In question', findings: [finding('standingInQuestion', { meeting: meeting.title, before: 'translated', after: 'delayed' })] });
    await put({ title: 'Overdue', columns: { standing: 'delayed', docStatus: 'accepted', publicationDue: date('2020-09-18') } });
    await put({ title: 'Longer overdue', columns: { standing: 'delayed', docStatus: 'accepted', publicationDue: date('2020-09-17') } });
    await putDocument(webPart.site, undefined, { title: 'Without a meeting', columns: { docStatus: 'needsAttention', publicationDue: date('2020-09-25') } });
    const page = await open();
    const groups = await shownGroups(page);
    expect(Object.keys(groups)).toEqual(['overdue', 'decision', 'late', 'attention', 'publish', 'none']);
    expect(groups).toMatchObject({ overdue: ['Longer overdue', 'Overdue'], decision: ['In question'], late: ['Late'], attention: ['Incomplete', 'Without a meeting'] });
    expect(groups.publish).toContain('To publish later');
    expect(groups.none).toContain('Held by decision');
    const row = page.locator('[data-document]').first();
    expect(await row.innerText()).toMatch(/Not numbered[^]*Longer overdue[^]*France[^]*Delayed contribution[^]*Accepted[^]*17 Sept 2020[^]*4 days overdue/);
  });

  it('finds documents by text and by what they ask, and says how many', async () => {
    await put({ title: 'A needle', metadata: { source: 'Uzbekistan' } });
    const page = await open();
    await page.getByLabel('Find by title, source or number').fill('UZBEK');
    await page.getByText(/^1 document of/).waitFor();
    expect(Object.values(await shownGroups(page)).flat()).toEqual(['A needle']);
    await page.getByLabel('Show').selectOption('late');
    await page.getByText('No document matches.').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByText(/^\d+ documents$/).waitFor();
  });

  it('numbers a document in the series that is chosen', async () => {
    const [document, temporary] = [await put({ title: 'To be numbered' }), await put({ title: 'A temporary document' })];
    const page = await open();
    await openAction(page, 'To be numbered', 'Number');
    await page.getByText('A number is never given again, not even after a withdrawal.').waitFor();
    await confirm(page, 'Number');
    await page.getByRole('status').getByText(/It now has the number .*TDAG-WG-SOP\/\d+-F/).waitFor();
    expect((await now(document)).docSymbol).toMatch(/^TDAG-WG-SOP\/\d+-F$/);
    await openAction(page, 'A temporary document', 'Number');
    await page.getByLabel(/Temporary documents/).check();
    await confirm(page, 'Number');
    await page.getByRole('status').getByText('DT/2').waitFor();
    expect(await now(temporary)).toMatchObject({ docSeries: 'temporary', docNumber: 2 });
  });

  it('asks for the number of the document before that of its revision, and leads from one to the other', async () => {
    const document = await put({ title: 'The original' });
    await put({ title: 'The revised one', part: { of: document.id, kind: 'revision' } });
    const page = await open();
    expect(await page.locator('[data-document]').filter({ hasText: 'The revised one' }).innerText()).toContain('Revision of');
    await openAction(page, 'The revised one', 'Number');
    await page.getByText('Number that one first.').waitFor();
    await page.getByRole('form').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('article').getByRole('button', { name: 'The original' }).click();
    const original = page.getByRole('article', { name: 'The original' });
    await original.getByRole('button', { name: /The revised one/ }).waitFor();
    await original.getByRole('button', { name: 'Number', exact: true }).click();
    await confirm(page, 'Number');
    await page.getByRole('status').getByText('It now has the number').waitFor();
    await original.getByRole('button', { name: /The revised one/ }).click();
    await page.getByRole('article', { name: 'The revised one' }).getByRole('button', { name: 'Publish', exact: true }).click();
    await confirm(page, 'Publish');
    await page.getByRole('status').getByText(/It is published as .*\(Rev\.1\)-F/).waitFor();
  });

  it('stays with the document that was opened while an action on another was still under way', async () => {
    await put({ title: 'Slowly accepted' });
    await put({ title: 'Opened meanwhile' });
    const page = await open();
    await openAction(page, 'Slowly accepted', 'Accept');
    await webPart.site.administer('faults', { kind: 'slow', path: 'Decisions', method: 'POST', count: 1, milliseconds: 1500 });
    await confirm(page, 'Accept');
    await openAction(page, 'Opened meanwhile');
    await eventually(async () => expect(await page.locator('[data-document]').filter({ hasText: 'Slowly accepted' }).first().innerText()).toContain('Accepted'));
    expect(await page.getByRole('article').getAttribute('aria-labelledby')).toBe(await page.getByRole('article', { name: 'Opened meanwhile' }).getAttribute('aria-labelledby'));
  });

  it('publishes a document with its number, moves it to what is done and goes back to its heading', async () => {
    const document = await put({ title: 'To be published', columns: { standing: 'delayed', docStatus: 'accepted', publicationDue: date('2020-09-16') } });
    const page = await open();
    expect((await shownGroups(page)).overdue).toContain('To be published');
    await openAction(page, 'To be published', 'Publish');
    await confirm(page, 'Publish');
    await page.getByRole('status').getByText('It is published as').waitFor();
    expect(await page.evaluate(() => window.document.activeElement?.textContent)).toBe('To be published');
    await eventually(async () => expect((await shownGroups(page)).none).toContain('To be published'));
    expect((await shownGroups(page)).overdue).not.toContain('To be published');
    const published = await now(document);
    expect([published.docStatus, published.docNumber === undefined]).toEqual(['published', false]);
    expect(await decided(document)).toEqual([['publish', '']]);
    await page.getByRole('button', { name: 'Close' }).click();
    await eventually(async () => expect(await page.evaluate(() => window.document.activeElement?.getAttribute('aria-label'))).toContain('To be published'));
  });

  it('asks before it publishes what the check would refuse', async () => {
    const document = await put({ title: 'With a macro', columns: { docStatus: 'needsAttention', publicationDue: date('2020-09-24') }, findings: [finding('macros', { part: 'vba.bin' })] });
    const page = await open();
    await openAction(page, 'With a macro', 'Publish');
    const form = page.getByRole('form');
    await form.getByText('The document contains macros or controls').waitFor();
    await confirm(page, 'Publish');
    await form.getByText('Tick the box to go on.').waitFor();
    expect(await decided(document)).toEqual([]);
    await form.getByLabel('I have looked at it and want to go on all the same').check();
    await confirm(page, 'Publish');
    await page.getByRole('status').getByText('It is published as').waitFor();
    expect((await now(document)).docStatus).toBe('published');
  });

  it.each([
    ['Accept', undefined, 'accept', 'It is accepted.', { docStatus: 'accepted' }],
    ['Hold for the next meeting', 'The author asked for it', 'hold', 'It is held for the next meeting.', { docStatus: 'held' }],
    ['Withdraw', 'The author’s letter', 'withdraw', 'It is withdrawn and kept.', { docStatus: 'withdrawn' }]
  ])('records “%s” with its reason and shows it', async (action, reason, kind, said, columns) => {
    const title = `Document for ${kind}`;
    const document = await put({ title });
    const page = await open();
    await openAction(page, title, action);
    if (reason !== undefined) {
      await confirm(page, action, '  ');
      await page.getByText('Give the reason.').waitFor();
      expect(await decided(document)).toEqual([]);
    }
    await confirm(page, action, reason);
    await page.getByRole('status').getByText(said).waitFor();
    expect(await now(document)).toMatchObject(columns);
    expect(await decided(document)).toEqual([[kind, reason ?? '']]);
    await page.getByRole('article').getByText(/BDT Secretariat.*21 September 2020/).waitFor();
    if (reason !== undefined) {
      await page.getByRole('article').getByText(reason).waitFor();
    }
  });

  it('takes a withdrawn document back in', async () => {
    const document = await put({ title: 'Withdrawn by mistake' });
    await webPart.site.desk('secretariat').decisions.record({ kind: 'withdraw', contributionId: document.id, meetingId: meeting.id, reason: 'A mistake' });
    await webPart.site.desk('secretariat').contributions.recordDecided(document.id, (await now(document)).etag, { docStatus: 'withdrawn' });
    const page = await open();
    await openAction(page, 'Withdrawn by mistake', 'Take back in');
    await confirm(page, 'Take back in');
    await page.getByRole('status').getByText('It is taken back in.').waitFor();
    expect((await now(document)).docStatus).toBe('accepted');
  });

  it('admits a late document by the chair’s exception, to be published within three working days', async () => {
    const document = await put({ title: 'Came late', columns: { standing: 'held', docStatus: 'held', publicationDue: undefined } });
    const page = await open();
    await openAction(page, 'Came late', 'Admit by exception');
    await page.getByText('is to be published within three working days').waitFor();
    await confirm(page, 'Admit by exception', 'The chair’s letter of 20 September');
    await page.getByRole('status').getByText('It is admitted by the chair’s exception.').waitFor();
    const admitted = await now(document);
    expect([admitted.standing, admitted.publicationDue?.toString()]).toEqual(['delayed', '2020-09-24']);
    expect(await decided(document)).toEqual([['admit', 'The chair’s letter of 20 September']]);
    await eventually(async () => expect((await shownGroups(page)).publish).toContain('Came late'));
  });

  it('moves a document to another meeting and out of the list', async () => {
    const document = await put({ title: 'For another meeting' });
    const page = await open();
    await openAction(page, 'For another meeting', 'Move to another meeting');
    await confirm(page, 'Move to another meeting', 'The author asked for it');
    await page.getByText('Choose the meeting.').waitFor();
    await page.getByLabel('To which meeting').selectOption({ index: 1 });
    await confirm(page, 'Move to another meeting');
    await page.getByRole('status').getByText(/It is moved to .*Extraordinary TDAG meeting/).waitFor();
    expect((await now(document)).meetingId).not.toBe(meeting.id);
    await eventually(async () => expect(Object.values(await shownGroups(page)).flat()).not.toContain('For another meeting'));
  });

  it.each([
    ['Keep the promise', 'keepStanding', 'translated'],
    ['Apply the new standing', 'applyStanding', 'delayed']
  ])('answers what a moved meeting would take away with “%s”', async (action, kind, standing) => {
    const title = `In question for ${kind}`;
    const document = await put({ title, findings: [finding('standingInQuestion', { meeting: meeting.title, before: 'translated', after: 'delayed' })] });
    const page = await open();
    await openAction(page, title, action);
    await page.getByRole('article').getByText('By its new dates this contribution would be: Delayed contribution. It was promised: To be translated.').waitFor();
    await confirm(page, action, 'Agreed with the translators');
    await page.getByRole('article').getByRole('status').getByText(/./).first().waitFor();
    expect((await now(document)).standing).toBe(standing);
    expect(await webPart.site.desk().decisions.ofContribution(document.id)).toMatchObject([{ kind, reason: 'Agreed with the translators', effect: { question: { before: 'translated', after: 'delayed' } } }]);
  });

  it('shows what a document has become when somebody changed it meanwhile, keeps the reason and lets it be confirmed again', async () => {
    const document = await put({ title: 'Changed meanwhile' });
    const page = await open();
    await openAction(page, 'Changed meanwhile', 'Hold for the next meeting');
    await page.getByLabel('Reason').fill('Not ready');
    await webPart.site.desk('delegate.fr').contributions.describe(document.id, { title: 'Changed meanwhile', source: 'Kenya', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
    await confirm(page, 'Hold for the next meeting');
    await page.getByRole('alert').getByText('Somebody else changed this document in the meantime').waitFor();
    const comparison = page.getByRole('alert').getByRole('table');
    expect(await comparison.getByRole('row').allInnerTexts()).toEqual(['What\tWhen you looked\tNow', 'Source\tFrance\tKenya']);
    await page.getByRole('alert').getByText(/^Changed by .*Delegation of France/).waitFor();
    expect(await decided(document)).toEqual([]);
    expect(await page.getByLabel('Reason').inputValue()).toBe('Not ready');
    await confirm(page, 'Hold for the next meeting');
    await page.getByRole('status').getByText('It is held for the next meeting.').waitFor();
    expect(await decided(document)).toEqual([['hold', 'Not ready']]);
  });

  it('says so when what is to be done no longer fits what somebody else did meanwhile', async () => {
    const document = await put({ title: 'Published meanwhile' });
    const page = await open();
    await openAction(page, 'Published meanwhile', 'Hold for the next meeting');
    const { contributions } = webPart.site.desk('secretariat');
    await contributions.recordDecided(document.id, document.etag, { docStatus: 'published', publishedAt: geneva('2020-09-21T09:05:00') });
    await confirm(page, 'Hold for the next meeting', 'Not ready');
    await page.getByRole('alert').getByText('What you were about to do no longer fits its state: Published.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('Not ready');
    expect(await page.getByRole('form').getByRole('button', { name: 'Hold for the next meeting' }).isDisabled()).toBe(true);
    expect(await decided(document)).toEqual([]);
  });

  it('keeps the reason when the connection is lost, and decides once', async () => {
    const document = await put({ title: 'Lost connection' });
    const page = await open();
    await openAction(page, 'Lost connection', 'Withdraw');
    await page.context().setOffline(true);
    await confirm(page, 'Withdraw', 'The author’s letter');
    await page.getByRole('form').getByText('No connection to the site').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('The author’s letter');
    await page.context().setOffline(false);
    await confirm(page, 'Withdraw');
    await page.getByRole('status').getByText('It is withdrawn and kept.').waitFor();
    expect(await decided(document)).toEqual([['withdraw', 'The author’s letter']]);
  });

  it('records one decision although the answer to the first was lost', async () => {
    const document = await put({ title: 'Lost answer' });
    const page = await open();
    await openAction(page, 'Lost answer', 'Withdraw');
    // Carried out, but the answer does not arrive. (A connection that the server cuts is used again by the browser itself.)
    await page.route(/Decisions.*items$/, async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await confirm(page, 'Withdraw', 'The author’s letter');
    await page.getByRole('form').getByText('No connection to the site').waitFor();
    await confirm(page, 'Withdraw');
    await page.getByRole('status').getByText('It is withdrawn and kept.').waitFor();
    expect(await decided(document)).toEqual([['withdraw', 'The author’s letter']]);
  });

  it('says that the site is busy, and goes on where it stopped', async () => {
    const document = await put({ title: 'Busy site' });
    const page = await open();
    await openAction(page, 'Busy site', 'Accept');
    await webPart.site.administer('faults', { kind: 'throttle', path: 'Decisions', count: 20, retryAfterSeconds: 60 });
    await confirm(page, 'Accept');
    await page.getByRole('form').getByText('The site is very busy').waitFor();
    await fetch(new URL('/_local/faults', webPart.site.url), { method: 'DELETE' });
    await confirm(page, 'Accept');
    await page.getByRole('status').getByText('It is accepted.').waitFor();
    expect((await now(document)).docStatus).toBe('accepted');
  });

  it('shows what arrives and keeps an open form and its focus while it refreshes', async () => {
    await put({ title: 'Being decided', columns: { standing: 'delayed', docStatus: 'received', publicationDue: date('2020-09-23') } });
    const page = await open();
    await openAction(page, 'Being decided', 'Hold for the next meeting');
    await page.getByLabel('Reason').fill('A reason that');
    await put({ title: 'Arrived meanwhile' });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: /Details of .*Arrived meanwhile/ }).waitFor();
    await page.keyboard.type(' goes on');
    expect(await page.getByLabel('Reason').inputValue()).toBe('A reason that goes on');
  });

  it('keeps the list when it cannot be refreshed, and says so', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('alert').getByText('The list could not be refreshed').waitFor();
    expect(await page.locator('[data-document]').count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.getByText('The list could not be refreshed').waitFor({ state: 'detached' });
  });
});
