import '@pnp/sp/files';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { parseArgs } from 'node:util';
import { createLog } from '../../src/service/log';
import type { SiteConnection } from '../../src/site/connection';
import { openSite } from '../../src/site/deskSite';
import { smallDocx } from '../../test/support/documents';
import { record, runAsBench } from '../support/figure';
import { connect } from './support/connect';
import { measure } from './support/measure';
import { startMonitoring } from './support/monitoring';
import { startSeededSite } from './support/seededSite';

/** Documents that arrive in a library that is there. */
const ARRIVALS = 100;
const SMALLEST = 1000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Sends documents as a delegate does: the file, then the form. */
async function arrive(url: string, name: string, count: number): Promise<void> {
  const { contributions } = openSite(connect(url, 'delegate.ke'));
  for (let index = 0; index < count; index += 1) {
    const { id } = await contributions.upload(`${name}-${index}.docx`, smallDocx(`${name} ${index}`));
    await contributions.describe(id, { title: `${name} ${index}`, source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: 1 });
  }
}

/** Reads what has changed with PnPjs, each document and its content once, and does nothing with it. */
async function readOnly(connection: SiteConnection, token: string): Promise<void> {
  const list = connection.sp.web.lists.getByTitle('Contributions');
  const rows = (await list.getChanges({ Item: true, Add: true, ChangeTokenStart: { StringValue: token } })) as { ItemId: number }[];
  for (const { ItemId } of rows) {
    await list.items.getById(ItemId).expand('File')();
    await list.items.getById(ItemId).file.getBuffer();
  }
}

async function changes(url: string, documents: number): Promise<void> {
  const connection = connect(url);
  const monitoring = startMonitoring(connection, createLog('error'));
  await arrive(url, 'first', 10);
  await monitoring.run();
  await monitoring.run();
  const token = await openSite(connection).changeLogs.contributions.currentToken();
  await arrive(url, 'arriving', ARRIVALS);
  const base = await measure(() => readOnly(connection, token));
  const before = monitoring.checked();
  // The second run finds what the first one wrote.
  const service = await measure(async () => {
    await monitoring.run();
    await monitoring.run();
  });
  const checks = monitoring.checked() - before;
  print(
    `| ${documents} | ${(ARRIVALS / base.seconds).toFixed(0)} | ${(ARRIVALS / service.seconds).toFixed(1)} | ${((service.seconds / ARRIVALS) * 1000).toFixed(0)} | ${(service.requests / ARRIVALS).toFixed(1)} | ${(checks / ARRIVALS).toFixed(1)} |`
  );
  record({ name: `documents that arrive in a library of ${documents.toLocaleString('en')}`, unit: 'a second', ours: ARRIVALS / service.seconds, baseline: ARRIVALS / base.seconds, against: 'each read once with its content, nothing done' });
  record({ name: 'the same, requests to the site', unit: 'a document', ours: service.requests / ARRIVALS, baseline: base.requests / ARRIVALS, against: 'each read once with its content, nothing done' });
  await monitoring.stop();
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { documents: { type: 'string', default: '100000' } } });
  const most = Number(values.documents);
  print('| documents in the library | baseline: read only, a second | handled a second | ms a document | requests a document | checks a document |');
  print('|---|---|---|---|---|---|');
  for (let documents = Math.min(SMALLEST, most); documents <= most; documents *= 10) {
    const site = await startSeededSite(documents);
    try {
      await changes(site.url, documents);
    } finally {
      await site.stop();
    }
  }
}

runAsBench(run);
