import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution, ContributionMetadata } from '../../src/site/contribution';
import { contentOf } from '../support/content';
import { FOLLOWED_LISTS } from '../../src/site/followedLists';
import { makeOffice } from '../documents/support/office';
import { makeDocx, smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const TOKEN_KEY = 'contributions/changeToken';

describe('the service and the library', () => {
  let site: TestSite;
  let service: TestService | undefined;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
  });

  afterEach(async () => {
    await service?.stop();
    service = undefined;
    await site.stop();
  });

  const form = (changes: Partial<ContributionMetadata> = {}): ContributionMetadata => ({
    title: 'Connectivity',
    source: 'Kenya',
    originalLanguage: 'en',
    purpose: 'action',
    meetingId: meeting.id,
    ...changes
  });

  async function put(fileName: string, metadata?: ContributionMetadata, content = smallDocx(fileName)): Promise<number> {
    const { contributions } = site.desk('delegate.ke');
    const { id } = await contributions.upload(fileName, content);
    if (metadata !== undefined) {
      await contributions.describe(id, metadata);
    }
    return id;
  }

  async function contribution(id: number): Promise<Contribution> {
    const found = await site.desk().contributions.get(id);
    if (found === undefined) {
      throw new Error(`There is no contribution ${id}`);
    }
    return found;
  }

  const checked = (id: number, docStatus: string): Promise<Contribution> =>
    eventually(async () => {
      const found = await contribution(id);
      expect(found.docStatus).toBe(docStatus);
      return found;
    });

  /** How often an item was written, by its version. */
  const writes = async (id: number): Promise<number> => Number(/,(\d+)"?$/.exec((await contribution(id)).etag)?.[1]);

  /** Waits until the service has looked at the library again. */
  async function anotherRun(running: TestService): Promise<void> {
    const last = (await running.health()).body.library.lastRunAt;
    await eventually(async () => expect((await running.health()).body.library.lastRunAt).not.toBe(last));
    const now = (await running.health()).body.library.lastRunAt;
    await eventually(async () => expect((await running.health()).body.library.lastRunAt).not.toBe(now));
  }

  it('marks a file that was put there behind everybody’s back and says what is missing', async () => {
    service = await runService(site);
    const id = await put('straight-in.docx');
    const found = await checked(id, 'needsAttention');
    expect(found.receivedAt?.epochMilliseconds).toBe(found.createdAt.epochMilliseconds);
    expect(found.standing).toBe('translated');
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
    const missing = (JSON.parse(found.findings ?? '') as { parameters: { field: string } }[]).map(({ parameters }) => parameters.field);
    expect(missing).toEqual(['title', 'source', 'originalLanguage', 'purpose', 'meeting']);
  });

  it('receives it once the form is complete, and its arrival stays', async () => {
    service = await runService(site);
    const id = await put('completed-later.docx');
    const { receivedAt } = await checked(id, 'needsAttention');
    await site.administer('clock', { advanceTo: geneva('2020-09-25T12:00:00').toString() });
    await site.desk('delegate.ke').contributions.describe(id, form());
    const complete = await checked(id, 'received');
    expect(complete).toMatchObject({ standing: 'translated', findings: '[]' });
    expect(complete.receivedAt?.toString()).toBe(receivedAt?.toString());
    expect(complete.publicationDue?.toString()).toBe('2020-09-24');
  });

  it.each([
    ['2020-08-17T23:59:30', 'action', 'translated', '2020-09-24', 'received'],
    ['2020-08-18T00:00:00', 'action', 'delayed', '2020-08-21', 'received'],
    ['2020-09-19T00:00:00', 'action', 'held', undefined, 'held'],
    ['2020-09-19T00:00:00', 'information', 'information', '2020-09-23', 'received']
  ] as const)('gives what arrives at %s for %s the standing %s', async (arrival, purpose, standing, due, status) => {
    await site.administer('clock', { advanceTo: geneva(arrival).toString() });
    service = await runService(site);
    const found = await checked(await put('on-time.docx', form({ purpose })), status);
    expect(found.standing).toBe(standing);
    expect(found.publicationDue?.toString()).toBe(due);
  });

  it('puts right what a delegate writes into its columns', async () => {
    service = await runService(site);
    await site.administer('clock', { advanceTo: geneva('2020-09-20T12:00:00').toString() });
    const id = await put('too-late.docx', form());
    const honest = await checked(id, 'held');
    await site.connect('delegate.ke').sp.web.lists.getByTitle('Contributions').items.getById(id).update({
      ReceivedAt: '2020-08-01T00:00:00Z',
      Standing: 'translated',
      DocStatus: 'received',
      Sha256: 'f'.repeat(64),
      Findings: '[{"code":"forged"}]'
    });
    await eventually(async () => {
      const found = await contribution(id);
      expect(found).toMatchObject({ standing: 'held', docStatus: 'held', sha256: honest.sha256, findings: '[]' });
      expect(found.receivedAt?.toString()).toBe(honest.receivedAt?.toString());
    });
  });

  it('makes a decision of what the secretariat enters in the library by hand, and keeps it', async () => {
    service = await runService(site);
    const id = await put('decided.docx', form());
    await checked(id, 'received');
    const { items } = site.connect('secretariat').sp.web.lists.getByTitle('Contributions');
    await items.getById(id).update({ DocStatus: 'accepted', DocNumber: 7, Source: '' });
    await eventually(async () => expect(await contribution(id)).toMatchObject({ docStatus: 'accepted', standing: 'translated', docSymbol: 'TDAG-WG-SOP/7-E' }));
    expect(await site.desk().decisions.ofContribution(id)).toMatchObject([{ kind: 'accept', effect: { origin: 'library' } }]);
    expect(await site.desk().numbers.of(id)).toEqual({ series: 'document', number: 7 });
    await anotherRun(service);
    expect(await site.desk().decisions.ofContribution(id)).toHaveLength(1);
  });

  it('does not take a delegate’s word for a decision or a number', async () => {
    service = await runService(site);
    const id = await put('forged.docx', form());
    await checked(id, 'received');
    const { items } = site.connect('delegate.ke').sp.web.lists.getByTitle('Contributions');
    for (const forged of [{ DocStatus: 'published', PublishedAt: '2020-08-11T00:00:00Z' }, { DocStatus: 'accepted', DocNumber: 3, DocSymbol: 'TDAG-WG-SOP/3-E' }]) {
      await items.getById(id).update(forged);
      await eventually(async () => {
        const found = await contribution(id);
        expect([found.docStatus, found.publishedAt, found.docNumber, found.docSymbol]).toEqual(['received', undefined, undefined, undefined]);
      });
    }
    expect(await site.desk().decisions.ofContribution(id)).toEqual([]);
    expect(await site.desk().numbers.of(id)).toBeUndefined();
  });

  it('records the withdrawal that an author asks for, also when somebody edits the document right after it', async () => {
    const id = await put('withdrawn.docx', form());
    const items = (user: string) => site.connect(user).sp.web.lists.getByTitle('Contributions').items;
    await items('delegate.ke').getById(id).update({ DocStatus: 'withdrawn' });
    await items('delegate.fr').getById(id).update({ Topic: 'Edited since' });
    service = await runService(site);
    await eventually(async () => expect(await site.desk().decisions.ofContribution(id)).toMatchObject([{ kind: 'withdraw', effect: { origin: 'author' } }]));
    expect((await contribution(id)).docStatus).toBe('withdrawn');
  });

  it('does not withdraw a document because another delegate says so', async () => {
    service = await runService(site);
    const id = await put('not-yours.docx', form());
    await checked(id, 'received');
    await site.connect('delegate.fr').sp.web.lists.getByTitle('Contributions').items.getById(id).update({ DocStatus: 'withdrawn' });
    await checked(id, 'received');
    await anotherRun(service);
    expect((await contribution(id)).docStatus).toBe('received');
    expect(await site.desk().decisions.ofContribution(id)).toEqual([]);
  });

  it('finds a number that the secretariat gave twice by hand, and leaves the first document its own', async () => {
    service = await runService(site);
    const [first, second] = [await put('n1.docx', form()), await put('n2.docx', form())];
    await site.desk('secretariat').numbers.enter({ series: 'document', number: 9 }, first);
    const { items } = site.connect('secretariat').sp.web.lists.getByTitle('Contributions');
    await checked(second, 'received');
    await items.getById(second).update({ DocNumber: 9 });
    const clash = await checked(second, 'needsAttention');
    expect(JSON.parse(clash.findings ?? '')).toEqual([{ code: 'numberClash', severity: 'asks', parameters: { symbol: '9' } }]);
    expect(clash.docNumber).toBe(9);
    expect(await site.desk().numbers.of(second)).toBeUndefined();
  });

  it('asks about content that is there already, names the earlier document, and leaves that one alone', async () => {
    service = await runService(site);
    const first = await put('first.docx', form(), smallDocx('the same'));
    await checked(first, 'received');
    const second = await put('second.docx', form(), smallDocx('the same'));
    expect(JSON.parse((await checked(second, 'needsAttention')).findings ?? '')).toContainEqual({
      code: 'sameContent',
      severity: 'asks',
      parameters: { document: 'first.docx' }
    });
    await anotherRun(service);
    expect(await contribution(first)).toMatchObject({ docStatus: 'received', findings: '[]' });
  });

  it('marks what is sent for a cancelled meeting and keeps its standing', async () => {
    const cancelled = await addMeeting(site, { title: 'Cancelled meeting', status: 'cancelled' });
    service = await runService(site);
    const found = await checked(await put('for-nothing.docx', form({ meetingId: cancelled.id })), 'needsAttention');
    expect(found.standing).toBe('translated');
    expect(found.findings).toContain('"meetingCancelled"');
  });

  it('finds macros in a document whatever its name says, keeps it, and blocks it', async () => {
    service = await runService(site);
    const macros = makeOffice({ parts: [{ name: 'word/vbaProject.bin', content: 'macro' }], links: [{ kind: 'vbaProject', target: 'vbaProject.bin' }] });
    const id = await put('harmless.docx', form(), macros);
    const found = await checked(id, 'needsAttention');
    expect(JSON.parse(found.findings ?? '')[0]).toMatchObject({ code: 'macros', severity: 'blocks' });
    expect(found.standing).toBe('translated');
    expect(await contentOf(site.desk().contributions, id)).toHaveLength(macros.length);
  });

  it('questions a language that is not the one of the text, and no longer once it is corrected', async () => {
    service = await runService(site);
    const paragraphs = ['Le groupe de travail examine le plan stratégique et formule des recommandations aux États Membres.', 'Les délégations sont invitées à présenter leurs contributions avant la réunion.'];
    const id = await put('francais.docx', form({ originalLanguage: 'ru' }), await makeDocx({ title: 'Proposition', language: 'fr', paragraphs }));
    const found = await checked(id, 'needsAttention');
    expect(JSON.parse(found.findings ?? '')).toEqual([{ code: 'languageDoubtful', severity: 'asks', parameters: { declared: 'ru', detected: 'fr' } }]);
    await site.desk('delegate.ke').contributions.describe(id, form({ originalLanguage: 'fr' }));
    expect(await checked(id, 'received')).toMatchObject({ findings: '[]' });
  });

  it('says what kinds of files are taken when one is not, and follows its name', async () => {
    service = await runService(site);
    const found = await checked(await put('notes.docx', form(), new TextEncoder().encode('Only text')), 'needsAttention');
    expect(found.findings).toContain('"typeNotAllowed"');
    const misnamed = await checked(await put('proposal.pdf', form()), 'needsAttention');
    expect(misnamed.findings).toContain('"extensionMismatch"');
  });

  it('takes a file without content for no contribution, and counts from when the content came', async () => {
    service = await runService(site);
    const id = await put('empty.docx', form(), new Uint8Array());
    await anotherRun(service);
    expect((await contribution(id)).docStatus).toBeUndefined();
    await site.administer('clock', { advanceBy: 'PT61M' });
    const empty = await checked(id, 'needsAttention');
    expect(empty.receivedAt).toBeUndefined();
    expect(empty.standing).toBeUndefined();
    expect(empty.findings).toContain('"incompleteUpload"');
    await site.administer('clock', { advanceTo: geneva('2020-09-25T12:00:00').toString() });
    await site.connect('delegate.ke').sp.web.lists.getByTitle('Contributions').items.getById(id).file.setContent(new Blob([smallDocx('at last')]));
    const found = await checked(id, 'held');
    expect(found.receivedAt?.since(geneva('2020-09-25T12:00:00')).total('seconds')).toBeGreaterThanOrEqual(-1);
  });

  it('takes a document that was uploaded in pieces for received when the last piece was, as its receipt says', async () => {
    const { contributions } = site.desk('delegate.ke');
    const uploading = contributions.upload('in-pieces.docx', new Uint8Array(12 * 1024 * 1024), {
      onProgress: (sent) => void (sent > 0 && site.administer('clock', { advanceTo: geneva('2020-08-18T00:00:30').toString() }).catch(() => undefined))
    });
    const { id, receivedAt } = await uploading;
    await site.administer('clock', { advanceTo: geneva('2020-08-20T12:00:00').toString() });
    await contributions.describe(id, form());
    service = await runService(site);
    const found = await checked(id, 'needsAttention');
    expect(found.standing).toBe('delayed');
    expect(found.receivedAt?.since(receivedAt).total('seconds')).toBeCloseTo(0, 0);
    expect(found.createdAt.toString() < '2020-08-17').toBe(true);
  });

  it('catches up with what came while it was down, and writes nothing twice', async () => {
    service = await runService(site);
    const before = await put('before.docx', form());
    await checked(before, 'received');
    await service.stop();
    const meanwhile = [await put('one.docx', form()), await put('two.docx'), await put('three.docx', form({ purpose: 'liaison' }))];
    await site.administer('clock', { advanceTo: geneva('2020-09-28T12:00:00').toString() });

    service = await runService(site);
    await checked(meanwhile[0], 'received');
    await checked(meanwhile[1], 'needsAttention');
    expect((await checked(meanwhile[2], 'received')).standing).toBe('translated');

    const written = await Promise.all([before, ...meanwhile].map(writes));
    await anotherRun(service);
    await service.stop();
    service = await runService(site);
    await anotherRun(service);
    expect(await Promise.all([before, ...meanwhile].map(writes))).toEqual(written);
  });

  it('goes through the whole library when it does not know how far it was, and changes nothing that is right', async () => {
    service = await runService(site);
    const ids = [await put('a.docx', form()), await put('b.docx')];
    await checked(ids[0], 'received');
    const { receivedAt } = await checked(ids[1], 'needsAttention');
    await anotherRun(service);
    await service.stop();
    const written = await Promise.all(ids.map(writes));
    await site.desk().deskState.set(TOKEN_KEY, 'edited by hand');
    const late = await put('c.docx', form());

    service = await runService(site);
    await checked(late, 'received');
    await anotherRun(service);
    expect(await Promise.all(ids.map(writes))).toEqual(written);
    expect((await contribution(ids[1])).receivedAt?.toString()).toBe(receivedAt?.toString());
    expect((await site.desk().deskState.get(TOKEN_KEY))?.value).toContain('"token"');
  });

  it('is told of a new file by the site’s notification, without looking', async () => {
    service = await runService(site, { pollSeconds: 3600 });
    const running = service;
    await eventually(async () => expect((await running.health()).body.subscriptions.contributions).toHaveProperty('id'));
    await checked(await put('notified.docx', form()), 'received');
  });

  it('keeps one subscription over restarts and makes it again when it was lost', async () => {
    const url = 'http://127.0.0.1:';
    const ours = async (): Promise<string[]> =>
      (await site.desk().subscriptions.contributions.list()).filter(({ notificationUrl }) => notificationUrl.startsWith(url)).map(({ id }) => id);
    service = await runService(site);
    const [first] = await eventually(async () => {
      const ids = await ours();
      expect(ids).toHaveLength(1);
      return ids;
    });
    await site.desk().subscriptions.contributions.remove(first);
    const port = Number(new URL(service.url).port);
    await service.stop();
    service = await runService(site, { port, publicUrl: `http://127.0.0.1:${port}` });
    const again = await eventually(async () => {
      const ids = await ours();
      expect(ids).toHaveLength(1);
      return ids;
    });
    expect(again).not.toEqual([first]);
  });

  it('says in its health report how it stands, and that the site is gone when it is', async () => {
    service = await runService(site);
    const running = service;
    await put('seen.docx', form());
    await eventually(async () => {
      const { status, body } = await running.health();
      expect([status, body.status]).toEqual([200, 'ok']);
      expect(body.library.lastChangeAt).toBeDefined();
      expect(body.reminders.lastTickAt).toBeDefined();
      expect(Object.values(body.subscriptions).map((subscription) => Object.keys(subscription as object))).toEqual(FOLLOWED_LISTS.map(() => ['id', 'expiresAt']));
      expect(JSON.stringify(body)).not.toContain('example.org');
    });
    await site.administer('faults', { kind: 'unavailable', matching: '/_api/' });
    await eventually(async () => expect((await running.health()).status).toBe(503));
  });
});
