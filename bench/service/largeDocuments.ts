import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLog } from '../../src/service/log';
import { openSite } from '../../src/site/deskSite';
import { contentOf } from '../../test/support/content';
import { record, runAsBench } from '../support/figure';
import { connect } from './support/connect';
import { measure } from './support/measure';
import type { Measured } from './support/measure';
import { startMonitoring } from './support/monitoring';
import { startSeededSite } from './support/seededSite';

const LARGE_MEGABYTES = 240;

const execute = promisify(execFile);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function row(name: string, { rss, mostBuffers }: Measured): void {
  print(`| ${name} | ${rss.before.toFixed(0)}, ${rss.most.toFixed(0)}, ${rss.after.toFixed(0)} | ${mostBuffers.toFixed(0)} |`);
}

/** Large documents are uploaded by another process, so that only their check shows in the memory of this one. */
async function large(url: string): Promise<void> {
  const connection = connect(url);
  const monitoring = startMonitoring(connection, createLog('error'));
  print('| document | memory before, at most, after (MB) | buffers of the main thread at most (MB) |');
  print('|---|---|---|');
  const check = async (size: number, name: string): Promise<{ readonly id: number; readonly measured: Measured }> => {
    const id = await uploadElsewhere(url, size, name);
    const measured = await measure(() => monitoring.run());
    row(`${name}, ${size} MB, checked`, measured);
    return { id, measured };
  };
  await check(5, 'first.docx');
  await check(5, 'small.docx');
  const word = await check(LARGE_MEGABYTES, 'large.docx');
  const pdf = await check(LARGE_MEGABYTES, 'large.pdf');
  const whole = await measure(() => contentOf(openSite(connection).contributions, pdf.id));
  row(`baseline: ${LARGE_MEGABYTES} MB read into memory`, whole);
  const grown = ({ rss }: Measured): number => rss.most - rss.before;
  for (const [name, { measured }] of [
    ['Word', word],
    ['PDF', pdf]
  ] as const) {
    const document = `a ${name} document of ${LARGE_MEGABYTES} MB checked`;
    record({ name: `${document}, memory grows by`, unit: 'MB', ours: grown(measured), baseline: grown(whole), against: 'it is read into memory' });
    record({ name: `${document}, buffers of the main thread at most`, unit: 'MB', ours: measured.mostBuffers, baseline: whole.mostBuffers, against: 'it is read into memory' });
  }
  await monitoring.stop();
}

async function uploadElsewhere(url: string, size: number, name: string): Promise<number> {
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', join(__dirname, 'support/uploadLarge.ts'), url, String(size), name]);
  return Number(stdout);
}

async function run(): Promise<void> {
  const site = await startSeededSite(1);
  try {
    await large(site.url);
  } finally {
    await site.stop();
  }
}

runAsBench(run);
