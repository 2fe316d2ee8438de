import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
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
import { postStep, readSummary, siteStep, startGate } from './support/gate';
import type { Gate } from './support/gate';
import type { Gap } from './support/ledgerWrites';

const KILLS = Number(process.env.ONCE_KILLS ?? 200);
/** So many work at a time; when one is killed the others go on. */
const WORKERS = 3;
const CHANNELS = ['19:a@thread.tacv2', '19:b@thread.tacv2', '19:c@thread.tacv2', '19:d@thread.tacv2'];
const FIRST_DAY = '2020-08-10T09:00:00';
/** When every deadline of the meetings has passed, in working hours: nothing waits any more. */
const IN_THE_END = '2021-03-15T10:00:00';
/** A worker that reaches no gap, because little is due, is killed where it is. */
const LONGEST_WAIT_MS = 1500;
const SEED = Number(process.env.ONCE_SEED ?? Date.now() % 2 ** 31);

const GAPS: readonly Gap[] = (['claim', 'send', 'post', 'record'] as const).flatMap((step) => [{ step, side: 'before' as const }, { step, side: 'after' as const }]);

/** What happens before a kill and where it falls. */
interface Round {
  /** Undefined for any moment, `delay` after the clock has gone on. */
  readonly gap?: Gap;
  readonly delay: number;
  readonly hours: number;
  /** By how many hours the site tells another time than that by which it records. */
  readonly skewHours: number;
  readonly refusals: readonly number[];
}

const rounds = fc.array(
  fc.record({
    gap: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...GAPS) }, { weight: 1, arbitrary: fc.constant(undefined) }),
    delay: fc.integer({ min: 0, max: 500 }),
    hours: fc.constantFrom(6, 18, 24),
    skewHours: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-48, -1, 1, 26) }),
    refusals: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(412, 429, 503), { minLength: 1, maxLength: 3 }) })
  }),
  { minLength: KILLS, maxLength: KILLS }
);

const SCRIPT = join(__dirname, '../../node_modules/.cache/reminderWorker.cjs');

/** A process that posts reminders. */
class Worker {
  public state?: { readonly interrupted: number };
  public readonly process: ChildProcess;

  public constructor(
    siteUrl: string,
    public readonly name: string
  ) {
    this.process = spawn(process.execPath, [SCRIPT, siteUrl, name], { stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    this.process.stdout?.on('data', (data: Buffer) => {
      const lines = `${rest}${data.toString()}`.split('\n');
      rest = lines.pop() ?? '';
      const last = lines.pop();
      if (last !== undefined) {
        this.state = JSON.parse(last) as { interrupted: number };
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
const nameOf = ({ step, side }: Gap): string => `${side} ${step}`;

describe(`the reminders, while their processes are killed (ONCE_SEED=${SEED})`, () => {
  let site: TestSite;
  let connector: Connector;
  let siteGate: Gate;
  let teamsGate: Gate;
  let workers: Worker[] = [];
  let started = 0;
  let skewHours = 0;
  let trap: Gap | undefined;
  /** How often a kill fell into each gap. */
  const fallen = new Map<string, number>();

  const keeper = {
    skew: () => skewHours * 3600,
    pass: async (name: string, step: Gap['step'], side: Gap['side']): Promise<boolean> => {
      const worker = workers.find((each) => each.name === name);
      if (worker === undefined) {
        return false;
      }
      if (trap?.step !== step || trap.side !== side) {
        return true;
      }
      fallen.set(nameOf(trap), (fallen.get(nameOf(trap)) ?? 0) + 1);
      trap = undefined;
      await replace(worker);
      return false;
    }
  };

  beforeAll(async () => {
    // Everything in one file: it starts in half the time.
    await build({ entryPoints: [join(__dirname, 'support/reminderWorker.ts')], outfile: SCRIPT, bundle: true, platform: 'node', format: 'cjs', target: 'node22', logLevel: 'error' });
    site = await provisionedSite(geneva(FIRST_DAY).toString());
    connector = await startConnector();
    siteGate = await startGate(site.url, keeper, siteStep);
    teamsGate = await startGate(connector.serviceUrl, keeper, postStep);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await siteGate.stop();
    await teamsGate.stop();
    await connector.stop();
    await site.stop();
    await rm(SCRIPT, { force: true });
  });

  function start(): Worker {
    started += 1;
    return new Worker(siteGate.url, `worker-${started}`);
  }

  async function replace(worker: Worker): Promise<void> {
    workers = [...workers.filter((each) => each !== worker), start()];
    await worker.kill();
  }

  async function restartAll(count: number): Promise<void> {
    const all = workers;
    workers = [];
    await Promise.all(all.map((worker) => worker.kill()));
    workers = Array.from({ length: count }, start);
  }

  async function addChannels(): Promise<void> {
    for (const key of CHANNELS) {
      const conversation = { id: key, conversationType: 'channel', isGroup: true, name: key };
      const reference = storePlace({ key, reference: { channelId: 'msteams', serviceUrl: teamsGate.url, bot: BOT, conversation } as never });
      await site.desk().channels.upsert({ conversationKey: key, reference, language: 'en', kinds: [] });
    }
  }

  async function recordsOf(meetings: readonly Meeting[]): Promise<Map<string, ReminderRecord>> {
    const keys = planAllReminders(meetings, workingGroup()).flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
    const records = await site.desk().reminders.find(keys);
    return new Map(records.map((record) => [record.key, record]));
  }

  /** Lets the time go on, and kills a worker where the round says, or where it is when none comes there. */
  async function kill({ gap, delay, skewHours: skew, refusals }: Round, now: Temporal.Instant): Promise<void> {
    await eventually(() => expect(workers.filter(({ state }) => state !== undefined).length).toBeGreaterThan(1));
    skewHours = skew;
    connector.refuse(...refusals.map((status) => ({ status, headers: { 'Retry-After': '1' } })));
    trap = gap;
    await site.administer('clock', { advanceTo: now.toString() });
    if (gap === undefined) {
      await pause(delay);
    }
    for (let waited = 0; waited < LONGEST_WAIT_MS && trap !== undefined; waited += 10) {
      await pause(10);
    }
    if (trap !== undefined || gap === undefined) {
      trap = undefined;
      await replace(workers.find(({ state }) => state !== undefined) ?? workers[0]);
    }
    skewHours = 0;
  }

  it(`are each posted once or recorded as not posted, after ${KILLS} kills; what may have been posted is reported`, async () => {
    await addChannels();
    const meetings: Meeting[] = [];
    // Two on the same days, so that messages tell of several reminders.
    for (const [index, start] of ['2020-09-28', '2020-09-28', '2020-10-20', '2020-11-10', '2020-11-10', '2020-12-08', '2021-01-12'].entries()) {
      meetings.push(await addMeeting(site, { title: `Meeting ${index + 1}`, start, agreedDeadline: null }));
    }
    workers = Array.from({ length: WORKERS }, start);
    let now = geneva(FIRST_DAY);
    for (const [index, round] of fc.sample(rounds, { seed: SEED, numRuns: 1 })[0].entries()) {
      if (index === KILLS / 2) {
        // A week in which nothing runs.
        await restartAll(0);
        now = now.add({ hours: 7 * 24 });
        await site.administer('clock', { advanceTo: now.toString() });
        workers = Array.from({ length: WORKERS }, start);
      }
      now = now.add({ hours: round.hours });
      await kill(round, now);
    }

    // Afterwards one of them does the rest undisturbed, and enough time passes for what was interrupted to count as such.
    await restartAll(1);
    const end = geneva(IN_THE_END);
    await site.administer('clock', { advanceTo: end.toString() });
    const due = planAllReminders(meetings, workingGroup())
      .filter(({ dueAt }) => dueAt.epochMilliseconds <= end.epochMilliseconds)
      .flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
    let records = await recordsOf(meetings);
    await eventually(async () => {
      records = await recordsOf(meetings);
      expect(due.filter((key) => !records.has(key))).toEqual([]);
      expect([...records.values()].filter(({ status }) => status === 'failed' || status === 'claimed')).toEqual([]);
    }, 120_000);

    const interrupted = [...records.values()].filter(({ status }) => status === 'sending').map(({ key }) => key);
    await eventually(() => expect(workers[0].state?.interrupted).toBe(interrupted.length));
    const posts = connector.sent.map(({ activity }, index) => ({ keys: readSummary(activity.summary).keys, activityId: `activity-${index + 1}` }));
    const told = posts.flatMap(({ keys, activityId }) => keys.map((key) => ({ key, activityId })));
    expect(told.filter(({ key }, index) => told.findIndex((other) => other.key === key) !== index)).toEqual([]);
    // What was posted is recorded with its activity, or is reported as interrupted; what is recorded was posted.
    expect(told.filter(({ key, activityId }) => records.get(key)?.activityId !== activityId && !interrupted.includes(key))).toEqual([]);
    expect([...records.values()].filter(({ key, status }) => status === 'posted' && !told.some((each) => each.key === key))).toEqual([]);
    expect(told.filter(({ key }) => records.get(key)?.status === 'skipped')).toEqual([]);
    // Each gap was met, and messages told of several reminders.
    expect(GAPS.map(nameOf).filter((gap) => (fallen.get(gap) ?? 0) === 0)).toEqual([]);
    expect(posts.some(({ keys }) => keys.length > 1)).toBe(true);
    expect(interrupted.length).toBeGreaterThan(0);
  }, 900_000);
});
