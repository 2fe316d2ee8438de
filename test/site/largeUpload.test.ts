import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

const MEGABYTE = 1024 * 1024;

describe('a file of 250 MB', () => {
  let site: TestSite;
  let folder: string;
  beforeAll(async () => {
    site = await provisionedSite();
    folder = await mkdtemp(join(tmpdir(), 'desk-large-'));
  });
  afterAll(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is uploaded without ever being in memory as a whole', async () => {
    const path = join(folder, 'very-large.pdf');
    const file = await open(path, 'w');
    await file.truncate(250 * MEGABYTE);
    await file.close();
    const script = resolve(__dirname, 'support/uploadInProcess.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, site.url, path], { cwd: resolve(__dirname, '../..') });
    expect(Number(stdout) / MEGABYTE).toBeLessThan(60);
    const [stored] = await site.desk().contributions.recent(1);
    expect(stored).toMatchObject({ fileName: 'very-large.pdf', size: 250 * MEGABYTE });
  });
});
