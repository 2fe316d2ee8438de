import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installs, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { freePort } from '../support/service';

const root = join(__dirname, '../..');

/** The real service as a process of its own. */
function startProcess(site: TestSite, port: number): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/service/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      SITE_URL: site.url,
      SITE_HEADERS: JSON.stringify({ 'X-Local-User': 'service@example.org' }),
      PORT: String(port),
      POLL_SECONDS: '1',
      TICK_SECONDS: '1',
      LOG_LEVEL: 'warn'
    }
  });
}

async function listening(port: number): Promise<void> {
  await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/healthz`)).ok).toBe(true));
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit');
  }
  return child.exitCode;
}

describe('the service as a process', () => {
  let site: TestSite;
  let connector: Connector;
  let child: ChildProcess;

  beforeAll(async () => {
    site = await provisionedSite('2020-08-10T08:59:00+02:00', { reminderDaysBefore: [7] });
    connector = await startConnector();
  });
  afterAll(async () => {
    await kill(child, 'SIGKILL');
    await connector.stop();
    await site.stop();
  });

  it('misses nothing and does nothing twice, although it is killed again and again while it works', async () => {
    const meeting = await addMeeting(site);
    const port = await freePort();
    child = startProcess(site, port);
    await listening(port);
    for (const activity of installs('channel')) {
      await connector.post(`http://127.0.0.1:${port}/api/messages`, activity);
    }
    await site.administer('clock', { advanceTo: geneva('2020-08-10T09:00:00').toString() });

    const delegate = site.desk('delegate.fr');
    const ids: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (let file = 0; file < 6; file += 1) {
        const { id } = await delegate.contributions.upload(`document-${round}-${file}.docx`, smallDocx(`${round} ${file}`));
        await delegate.contributions.describe(id, { title: `Document ${round}-${file}`, source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: meeting.id });
        ids.push(id);
      }
      // Killed once some of the round is done and some is not.
      await eventually(async () => expect((await site.desk().contributions.get(ids[round * 6]))?.docStatus).toBe('received'));
      await kill(child, 'SIGKILL');
      child = startProcess(site, port);
      await listening(port);
    }

    for (const id of ids) {
      await eventually(async () => expect(await site.desk().contributions.get(id)).toMatchObject({ docStatus: 'received', standing: 'translated', findings: '[]' }));
      const done = await site.desk().contributions.get(id);
      expect(done?.receivedAt?.epochMilliseconds).toBe(done?.createdAt.epochMilliseconds);
    }
    const etags = await Promise.all(ids.map(async (id) => (await site.desk().contributions.get(id))?.etag));
    await kill(child, 'SIGKILL');
    child = startProcess(site, port);
    await listening(port);
    await eventually(async () => {
      const health = (await (await fetch(`http://127.0.0.1:${port}/healthz`)).json()) as { library: { lastRunAt?: string } };
      expect(health.library.lastRunAt).toBeDefined();
    });
    expect(await Promise.all(ids.map(async (id) => (await site.desk().contributions.get(id))?.etag))).toEqual(etags);

    // A kill between claim and record leaves a claim, of which nobody knows whether it was posted; never two posts.
    const posts = connector.sent.filter(({ activity }) => activity.summary?.startsWith('Deadline reminder')).length;
    const [reminder] = await site.desk().reminders.find([`${meeting.id}/translation+languageRequest/2020-08-17/7/19:general@thread.tacv2`]);
    expect(posts).toBeLessThanOrEqual(1);
    expect(posts === 0 ? ['sending'] : ['posted', 'sending']).toContain(reminder.status);
    expect(await kill(child, 'SIGTERM')).toBe(0);
  }, 240_000);

  it('says what is wrong with its settings and ends', async () => {
    const failing = spawn(process.execPath, ['--import', 'tsx', 'src/service/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, SITE_URL: 'nowhere', HOST: '0.0.0.0' }
    });
    let words = '';
    failing.stderr.on('data', (data: Buffer) => (words += data.toString()));
    const [code] = (await once(failing, 'exit')) as [number];
    expect(code).toBe(1);
    expect(words).toContain('SITE_URL must be a web address');
    expect(words).not.toContain('    at ');
  });
});
