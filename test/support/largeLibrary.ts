import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SiteClock } from '../../src/localsite/clock';
import { startLocalSite } from '../../src/localsite/startLocalSite';
import { SiteStore } from '../../src/localsite/store/siteStore';
import { connectFromNode } from '../../src/service/siteConnection';
import type { SiteConnection } from '../../src/site/connection';
import { provision } from '../../src/site/provisioning/provision';
import { shippedConfiguration } from './workingGroup';

/** The columns of a document that is written straight into the local site's database. */
export type LibraryValues = Readonly<Record<string, string | number>>;

/** A local site with more documents than uploads would make in a test's time. */
export interface LargeLibrary {
  readonly url: string;
  connect(user?: string): SiteConnection;
  stop(): Promise<void>;
}

/** Starts a local site whose library holds documents 1 to `count`, with the values that are given for each number. */
export async function largeLibrary(count: number, valuesOf: (number: number) => LibraryValues, setUp: (connection: SiteConnection) => Promise<void> = async () => undefined): Promise<LargeLibrary> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'desk-large-'));
  const now = '2020-08-10T09:00:00+02:00';
  const connectTo = (url: string, user = 'service'): SiteConnection => connectFromNode({ siteUrl: url, headers: { 'X-Local-User': `${user}@example.org` } });
  const empty = await startLocalSite({ dataFolder, port: 0, now });
  await provision(connectTo(empty.url), { configuration: shippedConfiguration() });
  await setUp(connectTo(empty.url));
  await empty.stop();
  fill(dataFolder, count, valuesOf);
  const site = await startLocalSite({ dataFolder, port: 0, now });
  return {
    url: site.url,
    connect: (user) => connectTo(site.url, user),
    stop: async () => {
      await site.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}

function fill(dataFolder: string, count: number, valuesOf: (number: number) => LibraryValues): void {
  const clock = new SiteClock(dataFolder, '2020-08-10T07:00:00Z');
  const store = new SiteStore(join(dataFolder, 'sites', 'tdag-wg-sop'), '/sites/tdag-wg-sop', clock);
  const list = store.lists.byTitle('Contributions');
  const author = store.principals.all('user').find(({ email }) => email === 'delegate.ke@example.org');
  if (list === undefined || author === undefined) {
    throw new Error('The site is not set up');
  }
  const content = { hash: '0'.repeat(64), size: 1 };
  store.database.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      store.items.add(list, { kind: 'file', folder: list.folder, leaf: `file-${number}.docx`, author: author.id, values: valuesOf(number), content });
    }
  });
  store.close();
  clock.close();
}
