import { parseArgs } from 'node:util';
import { createLog } from '../../src/service/log';
import type { SiteConnection } from '../../src/site/connection';
import { openSite } from '../../src/site/deskSite';
import { BenchError, record, runAsBench } from '../support/figure';
import { connect } from './support/connect';
import { measure } from './support/measure';
import type { Measured } from './support/measure';
import { startMonitoring } from './support/monitoring';
import { startSeededSite } from './support/seededSite';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = ({ rss }: Measured): string => `${rss.before.toFixed(0)}, ${rss.most.toFixed(0)}, ${rss.after.toFixed(0)}`;

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
  if (monitoring.checked() < documents) {
    throw new BenchError(`Only ${monitoring.checked()} of ${documents} documents were looked at`);
  }
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
  const against = 'the same pages read, nothing done';
  const name = `reconciliation of a library of ${documents.toLocaleString('en')}`;
  record({ name, unit: 'documents a second', ours: documents / service.seconds, baseline: documents / base.seconds, against });
  record({ name: `${name}, requests to the site`, unit: 'for 1,000 documents', ours: (service.requests / documents) * 1000, baseline: (base.requests / documents) * 1000, against });
  record({ name: `${name}, memory at most`, unit: 'MB', ours: service.rss.most, baseline: base.rss.most, against });
  await monitoring.stop();
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { documents: { type: 'string', default: '100000' } } });
  const documents = Number(values.documents);
  const site = await startSeededSite(documents);
  try {
    await reconciliation(site.url, documents);
  } finally {
    await site.stop();
  }
}

runAsBench(run);
