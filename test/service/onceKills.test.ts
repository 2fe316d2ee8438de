import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { storePlace } from '../../src/bot/conversation';
import type { Meeting } from '../../src/rules/meeting';
import { planAllReminders, reminderKey } from '../../src/rules/reminderPlan';
import type { ReminderRecord } from '../../src/site/reminders';
import { BOT, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';

const KILLS = 200;
/** So many work at a time; when one is killed the others go on. */
const WORKERS = 3;
const CHANNELS = ['19:a@thread.tacv2', '19:b@thread.tacv2', '19:c@thread.tacv2', '19:d@thread.tacv2'];
const FIRST_DAY = '2020-08-10T15:00:00';
/** The clock goes on to nine in the morning and three in the afternoon, by turns: there is something to post on most days. */
const HOURS_A_ROUND = [18, 6];
/** When every deadline of the meetings has passed, in working hours: nothing waits any more. */
const IN_THE_END = '2020-12-15T10:00:00';
/** Longer than the posts of a morning take. */
const LONGEST_DELAY_MS = 500;

/** Packages are loaded as they are, but for PnPjs, whose modules Node.js only finds when they are bundled. */
const PACKAGES_OUTSIDE: Plugin = {
  name: 'packagesOutside',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || path.startsWith('@pnp/') ? undefined : { path, external: true }))
};

const SCRIPT = join(__dirname, '../../node_modules/.cache/reminderWorker.mjs');

interface State {
  readonly interrupted: number;
  readonly at: string;
}

/** A process that posts reminders. */
class Worker {
  public state?: State;
  public readonly process: ChildProcess;

  public constructor(siteUrl: string) {
    this.process = spawn(process.execPath, [SCRIPT, siteUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    this.process.stdout?.on('data', (data: Buffer) => {
      const lines = `${rest}${data.toString()}`.split('\n');
      rest = lines.pop() ?? '';
      const last = lines.pop();
      if (last !== undefined) {
        this.state = JSON.parse(last) as State;
      }
    });
  }

  public async kill(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGKILL');
      await ended;
    }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the reminders, while their processes are killed', () => {
  let site: TestSite;
  let connector: Connector;
  let workers: Worker[];

  beforeAll(async () => {
    await build({ entryPoints: [join(__dirname, 'support/reminderWorker.ts')], outfile: SCRIPT, bundle: true, plugins: [PACKAGES_OUTSIDE], platform: 'node', format: 'esm', target: 'node22', logLevel: 'error' });
    site = await provisionedSite(geneva(FIRST_DAY).toString());
    connector = await startConnector();
    workers = [];
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await connector.stop();
    await site.stop();
    await rm(SCRIPT, { force: true });
  });

  async function addChannels(): Promise<void> {
    for (const key of CHANNELS) {
      const conversation = { id: key, conversationType: 'channel', isGroup: true, name: key };
      const reference = storePlace({ key, reference: { channelId: 'msteams', serviceUrl: connector.serviceUrl, bot: BOT, conversation } as never });
      await site.desk().channels.upsert({ conversationKey: key, reference, language: 'en', kinds: [] });
    }
  }

  /** Until the connector has a post in hand, or for a second when nothing is due. */
  async function firstPost(before: number): Promise<void> {
    for (let waited = 0; waited < 1000 && connector.attempts() === before; waited += 1) {
      await pause(1);
    }
  }

  async function recordsOf(meetings: readonly Meeting[]): Promise<Map<string, ReminderRecord>> {
    const keys = planAllReminders(meetings, workingGroup()).flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
    const records = await site.desk().reminders.find(keys);
    return new Map(records.map((record) => [record.key, record]));
  }

  it(`are each posted once or recorded as not posted, after ${KILLS} kills; what may have been posted is reported`, async () => {
    await addChannels();
    const meetings: Meeting[] = [];
    for (const [index, start] of ['2020-09-28', '2020-10-05', '2020-10-13', '2020-10-22', '2020-11-03'].entries()) {
      meetings.push(await addMeeting(site, { title: `Meeting ${index + 1}`, start, agreedDeadline: null }));
    }
    workers = Array.from({ length: WORKERS }, () => new Worker(site.url));
    let now = geneva(FIRST_DAY);
    let killedAtWork = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await eventually(() => expect(workers.filter(({ state }) => state !== undefined).length).toBeGreaterThan(1));
      // A week in which nothing ran, once: all of them are killed before it.
      if (kill === KILLS / 2) {
        await Promise.all(workers.map((worker) => worker.kill()));
        now = now.add({ hours: 7 * 24 });
        workers = Array.from({ length: WORKERS }, () => new Worker(site.url));
        await eventually(() => expect(workers.filter(({ state }) => state !== undefined).length).toBeGreaterThan(1));
      }
      now = now.add({ hours: HOURS_A_ROUND[kill % HOURS_A_ROUND.length] });
      const before = connector.attempts();
      await site.administer('clock', { advanceTo: now.toString() });
      await (kill % 4 === 0 ? firstPost(before) : pause(Math.random() * LONGEST_DELAY_MS));
      const [victim, ...others] = workers.filter(({ state }) => state !== undefined).sort(() => Math.random() - 0.5);
      await victim.kill();
      killedAtWork += connector.attempts() > before ? 1 : 0;
      workers = [...workers.filter((worker) => worker !== victim), new Worker(site.url)];
      expect(others.length).toBeGreaterThan(0);
    }

    // Afterwards one of them does the rest undisturbed, and enough time passes for what was interrupted to count as such.
    await Promise.all(workers.map((worker) => worker.kill()));
    await site.administer('clock', { advanceTo: geneva(IN_THE_END).toString() });
    workers = [new Worker(site.url)];
    const due = planAllReminders(meetings, workingGroup())
      .filter(({ deadlines }) => deadlines.some(({ kind }) => kind !== 'reportDue'))
      .flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
    let records = await recordsOf(meetings);
    await eventually(async () => {
      records = await recordsOf(meetings);
      expect(due.filter((key) => !records.has(key))).toEqual([]);
      expect([...records.values()].filter(({ status }) => status === 'failed')).toEqual([]);
    }, 120_000);

    const sending = [...records.values()].filter(({ status }) => status === 'sending');
    await eventually(() => expect(workers[0].state?.interrupted).toBe(sending.length));
    // What was only claimed when its process was killed is taken over by another.
    expect([...records.values()].filter(({ status }) => status === 'claimed')).toEqual([]);
    const posts = connector.sent.map(({ activity }, index) => ({ key: activity.summary ?? '', activityId: `activity-${index + 1}` }));
    const twice = posts.filter(({ key }, index) => posts.findIndex((post) => post.key === key) !== index);
    expect(twice).toEqual([]);
    const recorded = new Set([...records.values()].flatMap(({ activityId }) => activityId ?? []));
    // A post that no record knows belongs to a reminder whose process was killed between the answer and the record.
    const unrecorded = posts.filter(({ activityId }) => !recorded.has(activityId));
    expect(unrecorded.filter(({ key }) => records.get(key)?.status !== 'sending')).toEqual([]);
    expect([...records.values()].filter(({ status, activityId }) => status === 'posted' && !posts.some((post) => post.activityId === activityId))).toEqual([]);
    expect(posts.length).toBeGreaterThan(CHANNELS.length * 20);
    // Many of the kills fell among posts.
    expect(killedAtWork).toBeGreaterThan(KILLS / 20);
  }, 900_000);
});
