import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SiteClock } from '../../src/localsite/clock';
import { SiteStore } from '../../src/localsite/store/siteStore';
import { startLocalSite } from '../../src/localsite/startLocalSite';
import type { LocalSite } from '../../src/localsite/startLocalSite';
import { connectFromNode } from '../../src/service/siteConnection';
import { openSite } from '../../src/site/deskSite';
import type { DeskSite } from '../../src/site/deskSite';
import { provision } from '../../src/site/provisioning/provision';
import { shippedConfiguration } from '../support/workingGroup';

const COUNT = 5200;

/** Every tenth document is not published; the word "rare" stands in the oldest and in the newest one. */
function fill(dataFolder: string): void {
  const clock = new SiteClock(dataFolder, '2020-08-10T07:00:00Z');
  const store = new SiteStore(join(dataFolder, 'sites', 'tdag-wg-sop'), '/sites/tdag-wg-sop', clock);
  const list = store.lists.all().find(({ title }) => title === 'Contributions');
  const author = store.principals.all('user').find(({ email }) => email === 'delegate.ke@example.org');
  if (list === undefined || author === undefined) {
    throw new Error('The site is not set up');
  }
  const content = { hash: '0'.repeat(64), size: 1 };
  store.database.transaction(() => {
    for (let number = 1; number <= COUNT; number += 1) {
      const title = number === 1 || number === COUNT ? `Rare ${number}` : `Document ${number}`;
      const values = { Title: title, Source: number % 2 === 0 ? 'Kenya' : 'Spain', DocStatus: number % 10 === 5 ? 'accepted' : 'published', DocNumber: number, MeetingId: number % 3 };
      store.items.add(list, { kind: 'file', folder: list.folder, leaf: `file-${number}.docx`, author: author.id, values, content });
    }
  });
  store.close();
  clock.close();
}

describe('the search for contributions in a library of more than 5,000', () => {
  let dataFolder: string;
  let site: LocalSite;
  let contributions: DeskSite['contributions'];

  const connect = (url: string) => connectFromNode({ siteUrl: url, headers: { 'X-Local-User': 'service@example.org' } });

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'desk-large-'));
    const empty = await startLocalSite({ dataFolder, port: 0, now: '2020-08-10T09:00:00+02:00' });
    await provision(connect(empty.url), { configuration: shippedConfiguration() });
    await empty.stop();
    fill(dataFolder);
    site = await startLocalSite({ dataFolder, port: 0, now: '2020-08-10T09:00:00+02:00' });
    ({ contributions } = openSite(connect(site.url)));
  });
  afterAll(async () => {
    await site.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  const titles = async (...asked: Parameters<DeskSite['contributions']['search']>) => (await contributions.search(...asked)).map(({ title }) => title);

  it('finds the latest, only published ones of others', async () => {
    const found = await titles({ words: [] }, 8);
    expect(found).toEqual(['Rare 5200', ...[5199, 5198, 5197, 5196, 5194, 5193, 5192].map((number) => `Document ${number}`)]);
  });

  it('finds a person’s own as well', async () => {
    expect(await titles({ words: [], author: 'delegate.ke@example.org' }, 6)).toContain('Document 5195');
    expect(await titles({ words: [], author: 'delegate.fr@example.org' }, 6)).not.toContain('Document 5195');
  });

  it('finds words in the oldest and in the newest', async () => {
    expect(await titles({ words: [{ text: 'rare', meetingIds: [] }] }, 10)).toEqual(['Rare 5200', 'Rare 1']);
  });

  it('finds by the source, the file’s name and the meeting', async () => {
    expect(await titles({ words: [{ text: 'kenya', meetingIds: [] }, { text: 'rare', meetingIds: [] }] }, 10)).toEqual(['Rare 5200']);
    expect(await titles({ words: [{ text: 'file-42.', meetingIds: [] }] }, 10)).toEqual(['Document 42']);
    // Their numbers leave a rest of 2 when divided by 3: the meetings' ids.
    expect(await titles({ words: [{ text: 'second', meetingIds: [2] }], meetingIds: [1, 2] }, 2)).toEqual(['Document 5198', 'Document 5192']);
  });
});
