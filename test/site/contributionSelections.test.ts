import type { Contribution, ContributionMetadata } from '../../src/site/contribution';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

const bytes = new TextEncoder().encode('A contribution');
const metadata: ContributionMetadata = { title: 'Proposal', source: 'France', originalLanguage: 'fr', purpose: 'action' };

async function uploaded(fileName: string, meetingId?: number): Promise<Contribution> {
  const { contributions } = site.desk('delegate.fr');
  const { id } = await contributions.upload(fileName, bytes);
  await contributions.describe(id, { ...metadata, ...(meetingId === undefined ? {} : { meetingId }) });
  return (await contributions.get(id)) as Contribution;
}

async function idsOf(contributions: AsyncGenerator<Contribution>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of contributions) {
    ids.push(id);
  }
  return ids;
}

describe('contributions', () => {
  it('of a meeting are those that name it', async () => {
    const [first, , third] = [await uploaded('m1.docx', 91), await uploaded('m2.docx', 92), await uploaded('m3.docx', 91)];
    expect(await idsOf(site.desk('member').contributions.ofMeeting(91))).toEqual([first.id, third.id]);
    expect(await idsOf(site.desk('member').contributions.ofMeeting(99))).toEqual([]);
  });

  it('with some ids are read in their order, without those that lie between them or are gone', async () => {
    const ids: number[] = [];
    for (const name of ['i1', 'i2', 'i3', 'i4']) {
      ids.push((await uploaded(`${name}.docx`)).id);
    }
    const found = await site.desk().contributions.byIds([ids[3], 987654, ids[0], ids[2], ids[0]]);
    expect(found.map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
    expect(await site.desk().contributions.byIds([])).toEqual([]);
  });

  it('in a state are found by it', async () => {
    const { id, etag } = await uploaded('attention.docx');
    await site.desk().contributions.recordCheck(id, etag, { docStatus: 'needsAttention' });
    expect(await idsOf(site.desk('secretariat').contributions.withStatus('needsAttention'))).toEqual([id]);
    expect(await idsOf(site.desk('secretariat').contributions.withStatus('withdrawn'))).toEqual([]);
  });

  it('of a person are found by their address, the newest first', async () => {
    const mine = [await uploaded('mine-1.docx'), await uploaded('mine-2.docx')];
    await site.desk('delegate.es').contributions.upload('not-mine.docx', bytes);
    const { contributions } = site.desk();
    expect((await contributions.createdByAddress('delegate.fr@example.org', 2)).map(({ id }) => id)).toEqual([mine[1].id, mine[0].id]);
    expect(await contributions.createdByAddress("o'neil@example.org", 5)).toEqual([]);
  });

  it('that carry one of some numbers, and those published last, are found at once', async () => {
    const { contributions } = site.desk('secretariat');
    const numbered: number[] = [];
    for (const docNumber of [71, 72, 73]) {
      const { id, etag } = await uploaded(`number-${docNumber}.docx`);
      await contributions.recordDecided(id, etag, { docNumber, docStatus: docNumber === 72 ? 'accepted' : 'published' });
      numbered.push(id);
    }
    expect((await contributions.byNumbers([71, 73, 99])).map(({ id }) => id)).toEqual([numbered[0], numbered[2]]);
    expect(await contributions.byNumbers([])).toEqual([]);
    expect((await contributions.recentlyPublished(2)).map(({ id }) => id)).toEqual([numbered[2], numbered[0]]);
  });

  it('carry their series with their number', async () => {
    const { id, etag } = await uploaded('series.docx');
    const { contributions } = site.desk('secretariat');
    await contributions.recordDecided(id, etag, { docSeries: 'information', docNumber: 2, docSymbol: 'INF/2', docStatus: 'accepted' });
    expect(await contributions.get(id)).toMatchObject({ docSeries: 'information', docNumber: 2, docSymbol: 'INF/2' });
  });
});

describe('the family of a document', () => {
  it('holds it with its parts and the parts of these', async () => {
    const { contributions } = site.desk('delegate.fr');
    const [root, revision, version, other] = [await uploaded('f1.docx'), await uploaded('f2.docx'), await uploaded('f3.docx'), await uploaded('f4.docx')];
    await contributions.recordPart(revision.id, { of: root.id, kind: 'revision' });
    await contributions.recordPart(version.id, { of: revision.id, kind: 'languageVersion' });
    const family = await contributions.family(root.id);
    expect(family.map(({ id, partOf, partKind }) => [id, partOf, partKind])).toEqual([
      [root.id, undefined, undefined],
      [revision.id, root.id, 'revision'],
      [version.id, revision.id, 'languageVersion']
    ]);
    expect((await contributions.family(other.id)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('meets each document once, also when they form a circle', async () => {
    const { contributions } = site.desk('delegate.fr');
    const [a, b] = [await uploaded('c1.docx'), await uploaded('c2.docx')];
    await contributions.recordPart(a.id, { of: b.id, kind: 'replacement' });
    await contributions.recordPart(b.id, { of: a.id, kind: 'replacement' });
    expect((await contributions.family(a.id)).map(({ id }) => id)).toEqual([a.id, b.id]);
  });

  it('is empty without the document', async () => {
    expect(await site.desk('member').contributions.family(987654)).toEqual([]);
  });

  it('is not tied by an older version of the page', async () => {
    const { id, etag } = await uploaded('stale.docx');
    const { contributions } = site.desk('delegate.fr');
    await contributions.describe(id, { ...metadata, title: 'Changed' });
    await expect(contributions.recordPart(id, { of: 1, kind: 'revision' }, etag)).rejects.toMatchObject({ kind: 'changedByOthers' });
  });
});
