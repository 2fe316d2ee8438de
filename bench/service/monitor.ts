import '@pnp/sp/files';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { createLog } from '../../src/service/log';
import { connectFromNode } from '../../src/service/siteConnection';
import type { SiteConnection } from '../../src/site/connection';
import { openSite } from '../../src/site/deskSite';
import { smallDocx } from '../../test/support/documents';
import { measure } from './support/measure';
import type { Measured } from './support/measure';
import { startMonitoring } from './support/monitoring';
import { startSeededSite } from './support/seededSite';
import { contentOf } from '../../test/support/content';

/** Documents that arrive in a library that is there. */
const ARRIVALS = 100;
const SMALLEST = 1000;
const LARGE_MEGABYTES = 240;

const execute = promisify(execFile);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = ({ rss }: Measured): string => `${rss.before.toFixed(0)}, ${rss.most.toFixed(0)}, ${rss.after.toFixed(0)}`;

const connect = (url: string, user = 'service'): SiteConnection => connectFromNode({ siteUrl: url, headers: { 'X-Local-User': `${user}@example.org` } });

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
  await monitoring.stop();
}

async function losePlaces(connection: SiteConnection): Promise<void> {
  const { deskState } = openSite(connection);
  await deskState.set('contributions/changeToken', 'lost');
}

async function reconciliation(url: string, documents: number): Promise<void> {
  const connection = connect(url);
  const base = await measure(async () => {
    for await (const page of openSite(connection).contributions.pages()) {
      void page.length;
    }
  });
  await losePlaces(connection);
  const monitoring = startMonitoring(connection, createLog('error'));
  const service = await measure(() => monitoring.run());
  print('| | documents a second | requests a document | seconds | memory before, at most, after (MB) | heap before, after (MB) |');
  print('|---|---|---|---|---|---|');
  for (const [name, measured] of [
    ['baseline: the same pages read, nothing done', base],
    [`reconciliation of ${monitoring.checked()}`, service]
  ] as const) {
    const { seconds, requests, heap } = measured;
    print(
      `| ${name} | ${(documents / seconds).toFixed(0)} | ${(requests / documents).toFixed(4)} | ${seconds.toFixed(1)} | ${megabytes(measured)} | ${heap.before.toFixed(0)}, ${heap.after.toFixed(0)} |`
    );
  }
  await monitoring.stop();
}

/** Large documents are uploaded by another process, so that only their check shows in the memory of this one. */
async function large(url: string): Promise<void> {
  const connection = connect(url);
  const monitoring = startMonitoring(connection, createLog('error'));
  print('| document | memory before, at most, after (MB) | buffers of the main thread at most (MB) |');
  print('|---|---|---|');
  const row = (name: string, measured: Measured): void => print(`| ${name} | ${megabytes(measured)} | ${measured.mostBuffers.toFixed(0)} |`);
  let last = 0;
  for (const [size, name] of [[5, 'first.docx'], [5, 'small.docx'], [LARGE_MEGABYTES, 'large.docx'], [LARGE_MEGABYTES, 'large.pdf']] as const) {
    last = await uploadElsewhere(url, size, name);
    row(`${name}, ${size} MB, checked`, await measure(() => monitoring.run()));
  }
  row(`baseline: ${LARGE_MEGABYTES} MB read into memory`, await measure(() => contentOf(openSite(connection).contributions, last)));
  await monitoring.stop();
}

async function uploadElsewhere(url: string, size: number, name: string): Promise<number> {
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', join(__dirname, 'support/uploadLarge.ts'), url, String(size), name]);
  return Number(stdout);
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
      if (documents * 10 > most) {
        print('');
        await reconciliation(site.url, documents);
        print('');
        await large(site.url);
      }
    } finally {
      await site.stop();
    }
  }
}

void run();
