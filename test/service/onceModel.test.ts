import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { PostOutcome } from '../../src/bot/proactive';
import type { Meeting } from '../../src/rules/meeting';
import { planAllReminders, reminderKey } from '../../src/rules/reminderPlan';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { workingGroup } from '../support/workingGroup';
import { GatedService } from './support/gatedService';
import type { TeamsPlace } from './support/gatedService';
import type { Gap } from './support/ledgerWrites';
import { CountingTeams } from './support/teamsPlace';
import type { Manner } from './support/teamsPlace';

const RUNS = Number(process.env.MODEL_RUNS ?? 2);
const CHANNELS = ['19:a@thread.tacv2', '19:b@thread.tacv2'];
const CHANGES = { reminderDaysBefore: [7, 2, 0] };
const BEGIN = '2020-08-10T08:00:00';
/** By the end of them every deadline of the meetings has passed. */
const LONGEST_DAYS = 70;
const DAYS_AT_ONCE = 5;
/** The furthest that a service is told another time than the site's, in seconds. */
const LARGEST_SKEW = 900;

/** What must hold, whatever happens: the meetings that are on and who may have left something in doubt. */
interface Model {
  readonly cancelled: Set<number>;
  readonly doubtful: Set<string>;
}

/** The real reminders on a real site, and a stand-in for Teams that judges each message as it takes it. */
class World implements TeamsPlace {
  public readonly teams = new CountingTeams();
  public readonly wrong: string[] = [];
  public readonly services: GatedService[];
  public readonly meetings: Meeting[] = [];
  /** The site's time when it was last moved; a service that was just started does not know it yet. */
  private now = geneva(BEGIN);

  public constructor(
    public readonly site: TestSite,
    private readonly model: Model
  ) {
    this.services = [new GatedService(site.url, this), new GatedService(site.url, this)];
  }

  public post(target: string, keys: readonly string[]): PostOutcome {
    const before = this.teams.taken.length;
    const outcome = this.teams.post(target, keys);
    if (this.teams.taken.length > before) {
      this.judge(keys);
    }
    return outcome;
  }

  public async advance(duration: string): Promise<void> {
    await this.site.administer('clock', { advanceBy: duration });
    this.now = await siteTime(this.site);
  }

  /** What fails is tried again at the next look. */
  public async tick(index: number): Promise<void> {
    const service = this.services[index];
    await service.tick().catch(() => undefined);
    if (service.isDead) {
      this.restart(index);
    }
  }

  public restart(index: number): void {
    this.services[index].kill();
    this.services[index].inHand.forEach((key) => this.model.doubtful.add(key));
    this.services[index] = new GatedService(this.site.url, this);
  }

  public async calm(): Promise<void> {
    await fetch(new URL('/_local/faults', this.site.url), { method: 'DELETE' });
    this.teams.next.length = 0;
    this.services.forEach((service) => {
      service.skew = 0;
      service.gap = undefined;
    });
  }

  /** Until something is to be posted, unless everything has been. */
  public async advanceToNext(): Promise<void> {
    const next = planAllReminders(this.meetings, workingGroup(CHANGES))
      .map(({ dueAt }) => dueAt.toInstant().add({ minutes: 1 }))
      .filter((instant) => Temporal.Instant.compare(this.now, instant) < 0)
      .sort(Temporal.Instant.compare)[0];
    await this.advance(next === undefined ? 'P1D' : next.since(this.now).toString());
  }

  public async change(meeting: number, values: Record<string, unknown>): Promise<void> {
    await this.calm();
    await this.site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.getById(this.meetings[meeting].id).update(values);
    const changed = await this.site.desk().meetings.all();
    this.meetings.splice(0, this.meetings.length, ...this.meetings.map(({ id }) => changed.find((each) => each.id === id)!));
    // Longer than what was read is kept.
    await this.advance('PT1M');
    await Promise.all([this.tick(0), this.tick(1)]);
  }

  private judge(keys: readonly string[]): void {
    const posted = this.teams.keys();
    this.wrong.push(...keys.filter((key) => posted.indexOf(key) !== posted.lastIndexOf(key)).map((key) => `twice: ${key}`));
    for (const [key, meetingId, , date] of keys.filter((each) => /^\d+\//.test(each)).map((each) => [each, ...each.split('/')])) {
      if (this.model.cancelled.has(Number(meetingId))) {
        this.wrong.push(`cancelled: ${key}`);
      }
      const closesAt = geneva(`${date}T23:59:59`).add({ seconds: LARGEST_SKEW + 1 });
      if (Temporal.Instant.compare(this.now, closesAt.add({ seconds: LARGEST_SKEW })) > 0) {
        this.wrong.push(`too late: ${key}`);
      }
    }
  }
}

async function siteTime(site: TestSite): Promise<Temporal.Instant> {
  const { now } = (await (await fetch(new URL('/_local/clock', site.url))).json()) as { readonly now: string };
  return Temporal.Instant.from(now);
}

type Step = fc.AsyncCommand<Model, World>;

function step(name: string, run: (world: World, model: Model) => Promise<void>): Step {
  return {
    check: () => true,
    run: async (model, world) => {
      await run(world, model);
      expect(world.wrong).toEqual([]);
    },
    toString: () => name
  };
}

const which = fc.nat({ max: 1 });
const gaps: fc.Arbitrary<Gap> = fc.record({ step: fc.constantFrom('claim' as const, 'send' as const, 'post' as const, 'record' as const), side: fc.constantFrom('before' as const, 'after' as const) });
const ticks = fc.oneof(
  which.map((index) => step(`service ${index} looks`, (world) => world.tick(index))),
  fc.constant(step('both look', async (world) => void (await Promise.all([world.tick(0), world.tick(1)]))))
);
const time = fc.oneof(
  fc.constantFrom('PT1M', 'PT6M', 'PT11M', 'P1D', 'P3D', 'P7D').map((duration) => step(`the clock goes on by ${duration}`, (world) => world.advance(duration))),
  fc.constant(step('the clock goes on to the next reminder', (world) => world.advanceToNext()))
);
/** A look right after what is to go wrong in it. */
const trouble = fc.oneof(
  fc.record({ index: which, gap: gaps, pause: fc.constantFrom('PT1M', 'PT6M', 'PT11M', 'P1D') }).map(({ index, gap, pause }) =>
    step(`service ${index} dies ${gap.side} ${gap.step}, and both look ${pause} later`, async (world) => {
      world.services[index].gap = gap;
      await world.advanceToNext();
      await Promise.all([world.tick(0), world.tick(1)]);
      world.services[index].gap = undefined;
      await world.advance(pause);
      await Promise.all([world.tick(0), world.tick(1)]);
    })
  ),
  which.map((index) => step(`service ${index} is started anew`, async (world) => world.restart(index))),
  fc.record({ index: which, skew: fc.integer({ min: -LARGEST_SKEW, max: 0 }) }).map(({ index, skew }) => step(`service ${index} is told ${skew} s`, async (world) => void (world.services[index].skew = skew))),
  fc.array(fc.constantFrom<Manner>('later', 'refuses', 'takesSilently', 'loses', 'gone'), { minLength: 1, maxLength: 3 }).map((manners) => step(`Teams ${manners.join(', ')}`, async (world) => void world.teams.next.push(...manners))),
  fc.record({ kind: fc.constantFrom('drop', 'throttle', 'unavailable'), afterwards: fc.boolean(), count: fc.integer({ min: 1, max: 4 }), path: fc.constantFrom('Reminders', '.') }).map((fault) =>
    step(`the site: ${JSON.stringify(fault)}`, (world) => world.site.administer('faults', { ...fault, retryAfterSeconds: 0, path: `_api.*${fault.path}` }))
  )
);
const changes = fc.oneof(
  fc.constantFrom(...CHANNELS).map((key) => step(`${key} is closed`, async (world) => void (await world.calm().then(() => world.site.desk().channels.close(key))))),
  fc.constantFrom(...CHANNELS).map((key) => step(`${key} is opened`, async (world) => void (await world.calm().then(() => open(world.site, key))))),
  fc.record({ meeting: which, date: fc.constantFrom('2020-09-10', '2020-09-14', '2020-09-21') }).map(({ meeting, date }) => step(`meeting ${meeting}: until ${date}`, (world) => world.change(meeting, { AgreedDeadline: geneva(`${date}T00:00:00`).toString() }))),
  fc.constant(
    step('meeting 1 is cancelled', async (world, model) => {
      model.cancelled.add(world.meetings[1].id);
      await world.change(1, { MeetingStatus: 'cancelled' });
    })
  )
);

const open = (site: TestSite, conversationKey: string): Promise<void> => site.desk().channels.upsert({ conversationKey, reference: '{}', language: 'en', kinds: [] });

/** Everything passes, and enough time for every deadline. Then each reminder is posted, skipped, or in doubt and shown. */
async function judge(world: World, { cancelled, doubtful }: Model): Promise<void> {
  const { site, teams } = world;
  await world.calm();
  for (const key of CHANNELS) {
    await open(site, key);
  }
  const desk = site.desk();
  for (let day = 0; day < LONGEST_DAYS; day += DAYS_AT_ONCE) {
    await world.advance(`P${DAYS_AT_ONCE}D`);
    expect(await world.services[0].tick()).toBe(true);
  }
  await world.advance('PT11M');
  expect(await world.services[0].tick()).toBe(true);

  const meetings = (await desk.meetings.all()).filter(({ id }) => !cancelled.has(id));
  const due = planAllReminders(meetings, workingGroup(CHANGES))
    .filter(({ deadlines }) => deadlines.some(({ kind }) => kind !== 'reportDue'))
    .flatMap((reminder) => CHANNELS.map((channel) => reminderKey(reminder, channel)));
  const records = new Map((await desk.reminders.find([...new Set([...due, ...teams.keys()])])).map((record) => [record.key, record]));
  expect(due.filter((key) => !['posted', 'skipped', 'sending'].includes(records.get(key)?.status ?? 'none'))).toEqual([]);
  const sending = [...records.values()].filter(({ status }) => status === 'sending').map(({ key }) => key);
  expect(sending.filter((key) => !doubtful.has(key) && !teams.unanswered.has(key))).toEqual([]);
  const shown = (await desk.reminders.interrupted()).map(({ key }) => key);
  expect(sending.filter((key) => !shown.includes(key))).toEqual([]);
  for (const { keys, activityId } of teams.taken) {
    expect(keys.filter((key) => !sending.includes(key) && records.get(key)?.activityId !== activityId)).toEqual([]);
  }
  expect([...records.values()].filter(({ key, status }) => status === 'posted' && !teams.keys().includes(key))).toEqual([]);
  expect(world.wrong).toEqual([]);
}

describe('what is posted once, whatever happens in whatever order', () => {
  it('is posted or recorded as skipped, and none twice, too late or about a cancelled meeting', async () => {
    const commands = fc.commands([ticks, time, ticks, trouble, time, changes], { maxCommands: 25, size: 'max' });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const model: Model = { cancelled: new Set(), doubtful: new Set() };
        const site = await provisionedSite(geneva(BEGIN).toString(), CHANGES);
        try {
          const world = new World(site, model);
          world.meetings.push(await addMeeting(site), await addMeeting(site, { title: 'Another meeting', start: '2020-10-05', agreedDeadline: null }));
          for (const key of CHANNELS) {
            await open(site, key);
          }
          await fc.asyncModelRun(() => ({ model, real: world }), steps);
          await judge(world, model);
        } finally {
          await site.stop();
        }
      }),
      { numRuns: RUNS, ...(process.env.MODEL_SEED === undefined ? {} : { seed: Number(process.env.MODEL_SEED) }), interruptAfterTimeLimit: 3_000_000, endOnFailure: true }
    );
  }, 3_600_000);
});
