import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IItems } from '@pnp/sp/presets/all';
import { SiteClock } from '../../src/localsite/clock';
import { COLUMN_KIND } from '../../src/localsite/store/columns';
import { SiteStore } from '../../src/localsite/store/siteStore';
import { localSite, refusal } from './support/localSite';
import type { TestSite } from './support/localSite';

const COUNT = 6000;
const EXCEEDED = { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException' };

/** Thousands of requests would say no more than thousands of rows, so the rows are put in beforehand. */
async function folderWithLongList(): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'local-site-long-'));
  const clock = new SiteClock(dataFolder, '2020-08-10T07:00:00Z');
  const site = new SiteStore(join(dataFolder, 'sites', 'tdag-wg-sop'), '/sites/tdag-wg-sop', clock);
  const list = site.lists.add({ title: 'Long', template: 100, properties: {}, author: 1 });
  site.fields.add(list.key, { title: 'Number', kind: COLUMN_KIND.number, properties: { Indexed: true } });
  site.fields.add(list.key, { title: 'Parity', kind: COLUMN_KIND.text, properties: { Indexed: true } });
  site.database.transaction(() => {
    for (let number = 1; number <= COUNT; number += 1) {
      site.items.add(list, { kind: 'item', folder: list.folder, author: 1, values: { Title: `Item ${number}`, Number: number, Parity: number <= COUNT - 100 ? 'most' : 'few' } });
    }
  });
  site.close();
  clock.close();
  return dataFolder;
}

describe('A list of more than 5,000 items', () => {
  let site: TestSite;
  const items = (): IItems => site.as().web.lists.getByTitle('Long').items;

  beforeAll(async () => {
    site = await localSite({ dataFolder: await folderWithLongList() });
  });
  afterAll(() => site.stop());

  it.each(["Title eq 'Item 7'", "substringof('7', Title)", "Parity eq 'most'", "Parity eq 'few' or Title eq 'x'", "Title eq 'x' or Number eq 3", "Number ne 5", "Parity eq 'most' and Number eq 4"])(
    'refuses %s',
    async (filter) => {
      expect(await refusal(items().filter(filter)())).toMatchObject(EXCEEDED);
    }
  );

  it.each([
    ['Number eq 7', 1],
    ["Number eq 7 and Title eq 'Item 7'", 1],
    ["Title eq 'Item 7' and Number eq 7", 1],
    ["Parity eq 'few'", 100],
    ["Parity eq 'few' or Number eq 3", 101],
    ["Number gt 1000 and Number le 5000 and substringof('99', Title)", 76],
    ["Id gt 1000 and Id le 5000 and substringof('99', Title)", 76],
    ['Number gt 5990', 10]
  ])('answers %s', async (filter, count) => {
    expect(await items().select('Id').filter(filter).top(5000)()).toHaveLength(count);
  });

  it('sorts by an indexed column, and by another one only when a filter narrows', async () => {
    expect((await items().orderBy('Number', false).top(1)())[0].Number).toBe(COUNT);
    expect(await refusal(items().orderBy('Title').top(1)())).toMatchObject(EXCEEDED);
    expect((await items().filter("Parity eq 'few'").orderBy('Title').top(1)())[0].Title).toBe('Item 5901');
  });

  it('is read page by page to its end', async () => {
    let count = 0;
    for await (const page of items().select('Id').top(2000)) {
      count += (page as unknown[]).length;
    }
    expect(count).toBe(COUNT);
  });

  it('takes no second equal value into a column that becomes unique, and says so', async () => {
    const { fields } = site.as().web.lists.getByTitle('Long');
    expect(await refusal(fields.getByInternalNameOrTitle('Parity').update({ Indexed: true, EnforceUniqueValues: true }))).toMatchObject({
      status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException'
    });
    const parity = await site.as().web.lists.getByTitle('Long').fields.getByInternalNameOrTitle('Parity')();
    expect(parity).toMatchObject({ Indexed: true, EnforceUniqueValues: false });
    expect(await items().filter("Parity eq 'few'")()).toHaveLength(100);
  });
});
