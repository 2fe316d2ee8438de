import { join } from 'node:path';
import { SiteClock } from '../../src/localsite/clock';
import { SiteStore } from '../../src/localsite/store/siteStore';

/** Writes items straight into a list of a local site that does not run: thousands of requests would say no more than thousands of rows. */
export function fillList(dataFolder: string, title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const clock = new SiteClock(dataFolder, '2020-08-10T07:00:00Z');
  const store = new SiteStore(join(dataFolder, 'sites', 'tdag-wg-sop'), '/sites/tdag-wg-sop', clock);
  const list = store.lists.byTitle(title);
  if (list === undefined) {
    throw new Error(`The site has no list ${title}`);
  }
  store.database.transaction(() => rows.forEach((values) => void store.items.add(list, { kind: 'item', folder: list.folder, author: 1, values })));
  store.close();
  clock.close();
}
