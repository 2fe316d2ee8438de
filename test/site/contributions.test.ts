import '@pnp/sp/folders';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Contribution, ContributionMetadata } from '../../src/site/contribution';
import type { ListChange } from '../../src/site/listChange';
import { contentOf } from '../support/content';
import { makeDocx } from '../support/documents';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

const bytes = new TextEncoder().encode('A contribution');

const metadata: ContributionMetadata = {
  title: "Proposals for the Union's work: « plan » 100 % & <more>",
  source: 'République française',
  originalLanguage: 'fr',
  purpose: 'action',
  meetingId: 2,
  suppliedLanguages: ['en', 'es'],
  topic: 'Strategic plan',
  actionRequired: 'The meeting is invited to agree.',
  abstract: 'First line\nSecond line'
};

async function uploaded(fileName: string, user = 'delegate.fr'): Promise<Contribution> {
  const { contributions } = site.desk(user);
  const { id } = await contributions.upload(fileName, bytes);
  return (await contributions.get(id)) as Contribution;
}

describe('a contribution', () => {
  it('comes back with its content and the library\'s record of it', async () => {
    const content = await makeDocx({ title: 'Proposal', source: 'France' });
    const desk = site.desk('delegate.fr');
    const me = await desk.currentUser();
    const { id, receivedAt } = await desk.contributions.upload('Proposal.docx', content);
    const contribution = (await site.desk('member').contributions.get(id)) as Contribution;
    expect(contribution).toMatchObject({ fileName: 'Proposal.docx', size: content.length, createdBy: { id: me.id, email: 'delegate.fr@example.org' } });
    expect(contribution.createdAt.equals(receivedAt)).toBe(true);
    expect(contribution.receivedAt).toBeUndefined();
    expect(contribution.suppliedLanguages).toEqual([]);
    expect(await contentOf(desk.contributions, id)).toEqual(content);
    expect(contribution.url).toBe(`${site.url}/Contributions/Proposal.docx`);
  });

  it('carries what the delegate said of it', async () => {
    const { id } = await uploaded('described.docx');
    await site.desk('delegate.fr').contributions.describe(id, metadata);
    expect(await site.desk('member').contributions.get(id)).toMatchObject(metadata);
  });

  it('that the service puts in for a delegate is the delegate’s, with its form and in one version', async () => {
    const desk = site.desk();
    const submitter = await desk.submitter('Chair@example.org');
    const { id } = await uploaded('for-a-delegate.docx', 'service');
    await desk.contributions.describeFor(id, submitter?.loginName ?? '', metadata);
    const described = await site.desk('member').contributions.get(id);
    expect(described).toMatchObject({ ...metadata, createdBy: { email: 'chair@example.org' }, modifiedBy: { email: 'chair@example.org' } });
    expect(await desk.contributions.earlierVersions(id)).toEqual([]);
  });

  it('cannot be given to somebody else by a delegate', async () => {
    const { id } = await uploaded('given-away.docx');
    const { contributions } = site.desk('delegate.fr');
    await expect(contributions.describeFor(id, 'i:0#.f|membership|delegate.ke@example.org', metadata)).rejects.toMatchObject({ kind: 'invalid' });
    const unchanged = await contributions.get(id);
    expect(unchanged?.createdBy.email).toBe('delegate.fr@example.org');
    expect(unchanged?.title).toBeUndefined();
  });

  it('is given to nobody whom the site does not know', async () => {
    const { id } = await uploaded('for-nobody.docx', 'service');
    await expect(site.desk().contributions.describeFor(id, 'i:0#.f|membership|nobody@example.org', metadata)).rejects.toMatchObject({ kind: 'invalid' });
    expect((await site.desk().contributions.get(id))?.createdBy.email).toBe('service@example.org');
  });

  it('can be submitted by delegates and the secretariat', async () => {
    const desk = site.desk();
    expect((await desk.submitter('delegate.es@example.org'))?.loginName).toBe('i:0#.f|membership|delegate.es@example.org');
    expect(await desk.submitter('secretariat@example.org')).toBeDefined();
    for (const email of ['member@example.org', 'visitor@example.org', 'service@example.org', 'nobody@example.org', '']) {
      expect([email, await desk.submitter(email)]).toEqual([email, undefined]);
    }
  });

  it('loses what the delegate leaves out', async () => {
    const { id } = await uploaded('described-again.docx');
    const { contributions } = site.desk('delegate.fr');
    await contributions.describe(id, metadata);
    await contributions.describe(id, { title: 'T', source: 'S', originalLanguage: 'en', purpose: 'information' });
    const contribution = (await contributions.get(id)) as Contribution;
    expect(contribution).toMatchObject({ title: 'T', purpose: 'information', suppliedLanguages: [] });
    expect([contribution.topic, contribution.abstract, contribution.meetingId]).toEqual([undefined, undefined, undefined]);
  });

  it('carries what the service derived, and keeps what the delegate said', async () => {
    const { id } = await uploaded('checked.docx');
    const { contributions } = site.desk();
    await contributions.describe(id, metadata);
    const { etag } = (await contributions.get(id)) as Contribution;
    const receivedAt = Temporal.Instant.from('2020-08-17T21:59:59Z');
    const newEtag = await contributions.recordCheck(id, etag, {
      receivedAt,
      publicationDue: Temporal.PlainDate.from('2020-09-24'),
      standing: 'translated',
      docStatus: 'received',
      findings: '[{"code":"metadataMissing","fields":["<a>"]}]',
      sha256: 'ab'.repeat(32)
    });
    const contribution = (await contributions.get(id)) as Contribution;
    expect(contribution).toMatchObject({ ...metadata, etag: newEtag, standing: 'translated', docStatus: 'received', findings: '[{"code":"metadataMissing","fields":["<a>"]}]' });
    expect(contribution.receivedAt?.equals(receivedAt)).toBe(true);
    expect(contribution.publicationDue?.toString()).toBe('2020-09-24');
  });

  it('is not overwritten by a check of an older version', async () => {
    const { id, etag } = await uploaded('raced.docx');
    const { contributions } = site.desk();
    await site.desk('delegate.fr').contributions.describe(id, metadata);
    await expect(contributions.recordCheck(id, etag, { docStatus: 'needsAttention' })).rejects.toMatchObject({ kind: 'changedByOthers' });
    expect((await contributions.get(id))?.docStatus).toBeUndefined();
  });

  it('collects the languages that its author supplies, also several at the same moment', async () => {
    const { id } = await uploaded('supplied.docx');
    const { contributions } = site.desk('delegate.fr');
    await contributions.describe(id, { ...metadata, suppliedLanguages: ['en'] });
    await Promise.all((['es', 'ru', 'en'] as const).map((language) => contributions.addSuppliedLanguage(id, language)));
    const { suppliedLanguages, title } = (await contributions.get(id)) as Contribution;
    expect([...suppliedLanguages].sort()).toEqual(['en', 'es', 'ru']);
    expect(title).toBe(metadata.title);
    await expect(contributions.addSuppliedLanguage(99_999, 'en')).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('is withdrawn by its author and stays in the library', async () => {
    const { id, etag } = await uploaded('withdrawn.docx');
    const { contributions } = site.desk('delegate.fr');
    const newEtag = await contributions.askWithdrawal(id, etag);
    expect(await contributions.get(id)).toMatchObject({ docStatus: 'withdrawn', etag: newEtag, modifiedBy: { email: 'delegate.fr@example.org' } });
    await expect(contributions.askWithdrawal(id, etag)).rejects.toMatchObject({ kind: 'changedByOthers' });
  });

  it('is found by its number', async () => {
    const { id, etag } = await uploaded('numbered.docx');
    const { contributions } = site.desk('secretariat');
    await contributions.recordDecided(id, etag, { docNumber: 41, docSymbol: 'TDAG-WG-SOP/41-F', docStatus: 'accepted' });
    expect((await contributions.byNumber(41)).map((found) => found.id)).toEqual([id]);
    expect(await contributions.byNumber(4100)).toEqual([]);
  });

  it('is found by words of its title, newest first, and never by a folder', async () => {
    const desk = site.desk('delegate.fr');
    await desk.contributions.upload('plan-a.docx', bytes).then(({ id }) => desk.contributions.describe(id, { ...metadata, title: "The group's rolling plan (first draft)" }));
    await desk.contributions.upload('plan-b.docx', bytes).then(({ id }) => desk.contributions.describe(id, { ...metadata, title: "The group's rolling plan (second draft)" }));
    await site.connect('service').sp.web.lists.getByTitle('Contributions').rootFolder.folders.addUsingPath('rolling plan');
    const search = async (...words: string[]): Promise<(string | undefined)[]> => (await desk.contributions.searchTitle(words, 10)).map(({ title }) => title);
    expect(await search("group's", 'ROLLING')).toEqual(["The group's rolling plan (second draft)", "The group's rolling plan (first draft)"]);
    expect(await search('rolling', 'second')).toHaveLength(1);
    expect(await search('rolling', 'nowhere')).toEqual([]);
    expect(await search(' ')).toEqual([]);
    expect(await desk.contributions.searchTitle(['rolling'], 1)).toHaveLength(1);
  });

  it('is never found by an injected filter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom("'", ')', '(', ' or ', 'Id ne 0', '%', '&', '#'), minLength: 1, maxLength: 6 }), async (word) => {
        const found = await site.desk('member').contributions.searchTitle([word], 50);
        expect(found.every(({ title, fileName }) => `${title ?? ''} ${fileName}`.includes(word.trim()))).toBe(true);
      }),
      { numRuns: 25 }
    );
  });

  it('is listed under who sent it', async () => {
    const mine = await uploaded('kenya.docx', 'delegate.ke');
    const found = await site.desk('delegate.ke').contributions.createdByUser(mine.createdBy.id, 10);
    expect(found.map(({ id }) => id)).toEqual([mine.id]);
  });

  it('is among the newest first', async () => {
    const newest = await uploaded('newest.docx');
    const recent = await site.desk('member').contributions.recent(3);
    expect(recent[0].id).toBe(newest.id);
    expect(recent).toHaveLength(3);
  });

  it('is met once by whoever goes through all of them', async () => {
    const ids: number[] = [];
    for await (const { id } of site.desk().contributions.all()) {
      ids.push(id);
    }
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(ids.length).toBeGreaterThan(5);
  });

  it('is undefined when there is none with an id', async () => {
    expect(await site.desk().contributions.get(987654)).toBeUndefined();
  });

  it('cannot be sent by a visitor', async () => {
    await expect(site.desk('visitor').contributions.upload('x.docx', bytes)).rejects.toMatchObject({ kind: 'notAllowed' });
  });
});

describe("the library's changes", () => {
  /** All changes since a token, and the token after them. */
  async function changesSince(token: string): Promise<{ changes: ListChange[]; token: string }> {
    const page = await site.desk().changeLogs.contributions.since(token);
    const rest = page.more ? await changesSince(page.token) : { changes: [], token: page.token };
    return { changes: [...page.changes, ...rest.changes], token: rest.token };
  }

  it('tell of what was added, changed and deleted since a token, once', async () => {
    const { contributions, changeLogs } = site.desk();
    const start = await changeLogs.contributions.currentToken();
    const { id, fileRef } = await uploaded('changing.docx');
    await contributions.describe(id, metadata);
    const first = await changesSince(start);
    expect(first.changes.filter(({ itemId }) => itemId === id).map(({ type }) => type)).toEqual(expect.arrayContaining(['add', 'update']));
    await site.connect('service').sp.web.getFileByServerRelativePath(fileRef).delete();
    const second = await changesSince(first.token);
    expect(second.changes).toMatchObject([{ type: 'delete', itemId: id }]);
    expect((await changesSince(second.token)).changes).toEqual([]);
  });

  it('carry the time of the site', async () => {
    const { changeLogs } = site.desk();
    const start = await changeLogs.contributions.currentToken();
    const contribution = await uploaded('timed.docx');
    const [change] = (await changesSince(start)).changes;
    expect(change.uniqueId.toLowerCase()).toBe(contribution.uniqueId.toLowerCase());
    expect(change.at.since(contribution.createdAt).abs().total('seconds')).toBeLessThan(2);
  });

  it('keep a token usable on a quiet library', async () => {
    const quiet = await provisionedSite();
    try {
      const { contributions, changeLogs } = quiet.desk();
      await contributions.upload('only.docx', bytes);
      const token = await changeLogs.contributions.currentToken();
      await quiet.administer('clock', { advanceBy: 'P40D' });
      const later = await changeLogs.contributions.since(token);
      await quiet.administer('clock', { advanceBy: 'P40D' });
      await contributions.upload('later.docx', bytes);
      const latest = await changeLogs.contributions.since(later.token);
      expect(latest.changes.some(({ type }) => type === 'add')).toBe(true);
    } finally {
      await quiet.stop();
    }
  });
});
