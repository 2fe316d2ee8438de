import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import { planAllReminders, reminderKey } from '../../src/rules/reminderPlan';
import type { ReminderRecord } from '../../src/site/reminders';
import { startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { channelReference } from '../support/reminding';
import { workingGroup } from '../support/workingGroup';
import { Killer } from './support/killer';
import { startRelay } from './support/killingRelay';
import type { KillingRelay } from './support/killingRelay';
import type { Gap } from './support/ledgerWrites';
import { WorkerProcess } from './support/workerProcess';

const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.KILLS_SEED ?? Date.now() % 1_000_000);
/** So many workers are loaded ahead. */
const SPARE = 3;
const CHANNELS = ['19:a@thread.tacv2', '19:b@thread.tacv2', '19:c@thread.tacv2', '19:d@thread.tacv2'];
const CHANGES = { reminderDaysBefore: [21, 10, 5, 2, 0] };
const FIRST_DAY = '2020-08-10T15:00:00';
/** Meetings are entered as time goes on, this long before them and this far from one another. */
const KNOWN_DAYS_AHEAD = 75;
const DAYS_BETWEEN_MEETINGS = 9;
/** By the end of them everything that the last meetings planned is over. */
const CALM_DAYS = 100;
const CALM_STEP_DAYS = 5;

/** Where kills must have hit by the end; every kill of these is at once. */
const GAPS: readonly Gap[] = (['claim', 'send', 'post', 'record'] as const).flatMap((step) => (['before', 'after'] as const).map((side) => ({ step, side })));

/** One look of the workers, in which one of them is perhaps killed. */
const round = fc.record({
  /** How far the clock goes on: to the next nine in the morning most times. */
  pause: fc.oneof(
    { weight: 10, arbitrary: fc.constant('morning' as const) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 15 }) },
    { weight: 1, arbitrary: fc.constant('week' as const) }
  ),
  dateShift: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -900, max: -1 }) }),
  areTwo: fc.boolean(),
  /** Of several kills one is at any step and some milliseconds later. */
  isAnywhere: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  nth: fc.integer({ min: 1, max: CHANNELS.length }),
  nthAnywhere: fc.integer({ min: 1, max: 40 }),
  later: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined })
});

describe('the reminders, while their processes are killed', () => {
  let folder: string;
  let script: string;
  let site: TestSite;
  let connector: Connector;
  let siteRelay: KillingRelay;
  let connectorRelay: KillingRelay;
  let workers: WorkerProcess[];
  let names = 0;
  let dateShift = 0;
  const killer = new Killer(() => dateShift);
  const hitsOf = ({ step, side }: Gap): number => killer.hits.get(`${step}, ${side}`) ?? 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-worker-'));
    script = join(folder, 'reminderWorker.cjs');
    await build({ entryPoints: [join(__dirname, 'support/reminderWorker.ts')], outfile: script, bundle: true, platform: 'node', format: 'cjs', target: 'node22', logLevel: 'error' });
    site = await provisionedSite(geneva(FIRST_DAY).toString(), CHANGES);
    connector = await startConnector();
    siteRelay = await startRelay(new URL(site.url).origin, killer.site);
    connectorRelay = await startRelay(connector.serviceUrl, killer.connector);
    workers = [];
    spare();
    for (const key of CHANNELS) {
      await site.desk().channels.upsert({ conversationKey: key, reference: channelReference(key, connectorRelay.url), language: 'en', kinds: [] });
    }
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await siteRelay.stop();
    await connectorRelay.stop();
    await connector.stop();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Those that are killed are replaced; the ones that have looked longest come first. */
  function spare(): void {
    workers = workers.filter((worker) => !worker.isDead);
    while (workers.length < SPARE) {
      names += 1;
      workers.push(new WorkerProcess(script, siteRelay.url + new URL(site.url).pathname, `worker-${names}`));
    }
  }

  async function allRecords(meetings: readonly Meeting[]): Promise<ReminderRecord[]> {
    const keys = dueKeys(meetings);
    return site.desk().reminders.find(keys);
  }

  function dueKeys(meetings: readonly Meeting[]): string[] {
    return planAllReminders(meetings, workingGroup(CHANGES))
      .filter(({ deadlines }) => deadlines.some(({ kind }) => kind !== 'reportDue'))
      .flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
  }

  it(`are each posted once or recorded as not posted, after ${KILLS} kills (seed ${SEED}); what may have been posted is reported`, async () => {
    const meetings: Meeting[] = [];
    let now = geneva(FIRST_DAY);
    let next = geneva('2020-10-01T00:00:00').toZonedDateTimeISO('Europe/Zurich').toPlainDate();
    const errors = new Map<string, number>();
    const look = async (looking: readonly WorkerProcess[]): Promise<void> => {
      await site.administer('clock', { advanceTo: now.toString() });
      for (const report of await Promise.all(looking.map((worker) => worker.look()))) {
        if (report?.error !== undefined) {
          errors.set(report.error, (errors.get(report.error) ?? 0) + 1);
        }
      }
    };

    const rounds = fc.sample(round, { seed: SEED, numRuns: KILLS * 10 });
    let kills = 0;
    for (const { pause, areTwo, isAnywhere, nth, nthAnywhere, later, ...each } of rounds) {
      if (kills === KILLS) {
        break;
      }
      now = instantAfter(now, pause);
      while (Temporal.PlainDate.compare(next, now.toZonedDateTimeISO('Europe/Zurich').toPlainDate().add({ days: KNOWN_DAYS_AHEAD })) < 0) {
        meetings.push(await addMeeting(site, { title: `Meeting ${meetings.length + 1}`, start: next.toString(), agreedDeadline: null }));
        next = next.add({ days: DAYS_BETWEEN_MEETINGS });
      }
      ({ dateShift } = each);
      const looking = workers.slice(0, areTwo ? 2 : 1);
      const victim = looking[looking.length - 1];
      const [gap] = [...GAPS].sort((one, other) => hitsOf(one) - hitsOf(other));
      killer.arm(isAnywhere ? { victim, nth: nthAnywhere, ...(later === undefined ? {} : { later }) } : { victim, gap, nth: areTwo ? 1 : nth });
      await look(looking);
      kills += (await killer.disarm()) ? 1 : 0;
      spare();
    }
    expect(kills).toBe(KILLS);

    // Afterwards one of them goes on undisturbed until every deadline has passed.
    dateShift = 0;
    const [last] = workers;
    for (let day = 0; day < CALM_DAYS; day += CALM_STEP_DAYS) {
      now = instantAfter(now.add({ hours: 24 * (CALM_STEP_DAYS - 1) }), 'morning');
      await look([last]);
    }
    now = now.add({ minutes: 11 });
    const report = await last.look();

    const records = new Map((await allRecords(meetings)).map((record) => [record.key, record]));
    expect(dueKeys(meetings).filter((key) => !records.has(key))).toEqual([]);
    const sending = [...records.values()].filter(({ status }) => status === 'sending');
    expect([...records.values()].filter(({ status }) => status !== 'posted' && status !== 'skipped' && status !== 'sending')).toEqual([]);

    // Left as being sent is only what a killed worker had in its hand, and all of that is shown.
    const wasLeft = ({ id, key }: ReminderRecord): boolean => killer.left.some((hand) => (hand.sending.has(key) || hand.sending.has(String(id))) && !hand.recorded.has(String(id)));
    expect(sending.filter((record) => !wasLeft(record))).toEqual([]);
    expect((await site.desk().reminders.interrupted()).map(({ key }) => key).sort()).toEqual(sending.map(({ key }) => key).sort());
    expect(report).toEqual({ interrupted: sending.length });

    const posts = connector.sent.map(({ conversationId, activity }, index) => ({
      conversationId,
      activityId: `activity-${index + 1}`,
      keys: (JSON.parse(activity.summary ?? '') as { readonly keys: string[] }).keys
    }));
    const told = posts.flatMap(({ keys }) => keys);
    expect(told.filter((key, index) => told.indexOf(key) !== index)).toEqual([]);
    expect(posts.flatMap(({ conversationId, keys }) => keys.filter((key) => !key.endsWith(`/${conversationId}`)))).toEqual([]);
    // What Teams took is recorded with the message that tells it, or shown as interrupted; and what is recorded as posted was taken.
    const isKnown = (key: string, activityId: string): boolean => records.get(key)?.status === 'sending' || (records.get(key)?.status === 'posted' && records.get(key)?.activityId === activityId);
    expect(posts.flatMap(({ keys, activityId }) => keys.filter((key) => !isKnown(key, activityId)))).toEqual([]);
    expect([...records.values()].filter(({ key, status }) => status === 'posted' && !told.includes(key))).toEqual([]);

    if (KILLS >= 2 * GAPS.length) {
      expect(GAPS.filter((gap) => hitsOf(gap) === 0)).toEqual([]);
    }
    const counted = (status: string): number => [...records.values()].filter((record) => record.status === status).length;
    process.stdout.write(
      `${KILLS} kills, seed ${SEED}: ${JSON.stringify(Object.fromEntries(killer.hits))}; ${posts.length} messages taken; ` +
        `${counted('posted')} reminders posted, ${counted('skipped')} skipped, ${sending.length} interrupted; looks that ended in an error: ${JSON.stringify(Object.fromEntries(errors))}\n`
    );
  }, 3_600_000);
});

/** To the next nine in the morning, some minutes later, or a week and a morning later. */
function instantAfter(now: Temporal.Instant, pause: 'morning' | 'week' | number): Temporal.Instant {
  if (typeof pause === 'number') {
    return now.add({ minutes: pause });
  }
  const here = now.toZonedDateTimeISO('Europe/Zurich');
  const morning = here.add({ days: pause === 'week' ? 8 : 1 }).with({ hour: 9, minute: 0, second: 0, millisecond: 0 });
  return morning.toInstant();
}
