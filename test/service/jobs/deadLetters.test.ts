import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { JobStorage } from '../../../src/service/jobs/jobStorage';
import type { JobQueue } from '../../../src/service/jobs/jobQueue';
import { createLog } from '../../../src/service/log';
import { startStorage } from '../../support/storage';
import type { TestStorage } from '../../support/storage';

const SITE = 'https://example.sharepoint.com/sites/group';

let storage: TestStorage;
let queue: JobQueue<'checkDocument'>;

beforeAll(async () => {
  storage = await startStorage();
  queue = (await JobStorage.open({ connectionString: storage.connectionString }, SITE, createLog('silent'))).queue('checkDocument');
});
afterAll(() => storage.stop());

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function desk(args: readonly string[], environment: Record<string, string> = { JOBS_CONNECTION_STRING: storage.connectionString }): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/service/commands/desk.ts', 'dead-letters', ...args], {
    cwd: resolve(__dirname, '../../..'),
    env: { PATH: process.env.PATH, SITE_URL: SITE, ...environment }
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((ended) => child.on('close', (status) => ended({ status, ...texts })));
}

async function bury(contributionId: number, detail: string): Promise<void> {
  await queue.send({ contributionId });
  const message = await queue.take(30);
  await queue.bury(message!, 'failed', detail);
}

describe('the command for dead letters', () => {
  it('lists them, sends one again, and throws the rest away', async () => {
    await bury(7, 'SiteError, unexpected, The site answered oddly');
    await bury(8, 'TypeError');
    const listed = await desk([]);
    expect([listed.status, listed.err]).toEqual([0, '']);
    const lines = listed.out.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^[0-9a-f-]{36} {2}\d{4}-\d\d-\d\dT\S+Z {2}checkDocument, 1 try: failed each time$/);
    expect(lines.slice(1, 3)).toEqual(['    SiteError, unexpected, The site answered oddly', '    {"job":{"contributionId":7},"putOff":0}']);
    // Looking leaves them there for the next one who looks.
    expect(await queue.counts()).toEqual({ waiting: 0, deadLetters: 2 });

    const [id] = lines[0].split(' ');
    expect(await desk(['--retry', id])).toEqual({ status: 0, out: '1 job sent again.\n', err: '' });
    expect(await queue.counts()).toEqual({ waiting: 1, deadLetters: 1 });
    const message = await queue.take(30);
    expect(queue.read(message!)).toEqual({ job: { contributionId: 7 }, putOff: 0 });
    await message?.remove();

    expect(await desk(['--delete', 'all'])).toEqual({ status: 0, out: '1 job thrown away.\n', err: '' });
    expect((await desk([])).out).toBe('There are no dead letters.\n');
  });

  it('does not send again what nobody can read, and prints it so that it steers no terminal', async () => {
    await queue.send({ contributionId: 7 });
    const message = await queue.take(30);
    Object.assign(message!, { text: '\u001b[2Jgarbage' });
    await queue.bury(message!, 'unreadable');
    expect((await desk([])).out).toContain('    \\u001b[2Jgarbage\n');
    expect((await desk(['--retry', 'all'])).out).toBe('0 jobs sent again.\n1 cannot be read, so they cannot be sent again; --delete throws them away.\n');
    expect((await queue.counts()).deadLetters).toBe(1);
  });

  it('says what to do without a storage account, with two options at once, and with an id that there is not', async () => {
    const without = await desk([], {});
    expect([without.status, without.err]).toEqual([1, expect.stringContaining('JOBS_CONNECTION_STRING and JOBS_QUEUE_URL are missing')]);
    expect((await desk(['--retry', 'all', '--delete', 'all'])).err).toContain('--retry and --delete exclude each other');
    expect((await desk(['--retry', 'nothing'])).err).toContain('There is no dead letter nothing');
  });
});
