import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { form, inState, put } from '../support/library';
import { addMeeting } from '../support/meetingOnSite';
import { emptySite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { freePort } from '../support/service';
import { makePdf } from '../documents/support/pdf';

const root = join(__dirname, '../..');

describe('the service as it is built for production', () => {
  let site: TestSite;
  let folder: string;

  /** As in the image: what was built and the configuration, far from any `node_modules`. */
  beforeAll(async () => {
    await ended(spawn(process.execPath, ['config/buildService.cjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }));
    folder = await mkdtemp(join(tmpdir(), 'desk-built-'));
    await cp(join(root, 'build'), join(folder, 'build'), { recursive: true });
    await cp(join(root, 'config/working-group.json'), join(folder, 'config/working-group.json'));
    site = await emptySite();
  });

  afterAll(async () => {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (script: string, args: string[], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [join('build/service', script), ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', SITE_HEADERS: '{"X-Local-User":"service@example.org"}', ...env }
    });

  it('sets a site up, becomes ready, checks a Word file and a PDF, and stops in order', async () => {
    expect(await ended(run('commands/provision.js', ['--site', site.url]))).toBe(0);
    const meeting = await addMeeting(site);
    const port = await freePort();
    const service = run('main.js', [], { SITE_URL: site.url, PORT: String(port), POLL_SECONDS: '1', TICK_SECONDS: '1', LOG_LEVEL: 'warn' });
    await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200));
    const word = await put(site, 'connectivity.docx', form(meeting.id));
    const pdf = await put(site, 'connectivity.pdf', form(meeting.id, { title: 'Connectivity, again' }), await makePdf(['Connectivity in the region']));
    for (const id of [word, pdf]) {
      expect((await inState(site, id, 'received')).sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    service.kill('SIGTERM');
    expect(await ended(service)).toBe(0);
  });
});

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
  return child.exitCode;
}
