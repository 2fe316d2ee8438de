import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { deadlineList, deadlinesOf } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import { isRemindedOf } from '../rules/reminderPlan';
import type { WorkingGroup } from '../rules/workingGroup';
import type { DeskSite } from '../site/deskSite';
import { breather } from './breather';
import type { DueReminders } from './dueReminders';
import type { SubscriberRow } from './subscriber';
import { EVERYTHING } from './subscriberReminders';
import type { ReminderScope, Unsettled } from './subscriberReminders';

const STATE_KEY = 'reminders/progress';
/** How often it is kept on the site while subscribers are gone through, by the site's clock. */
const KEPT_EVERY_SECONDS = 10;
/** So many subscribers that wait are kept; when there are more, a new process asks for everything again. */
const MOST_KEPT_WAITING = 500;
/** So few subscribers are all looked at each time: that costs little, and nothing rests on what is known of them. */
const ALWAYS_LOOKED_AT = 500;
/** The site's times are whole seconds, and its clock is known to about one. */
const CLOCK_MARGIN_SECONDS = 60;
const SHORTENED_PRINT = 12;

/** How far the subscribers have been gone through, for the health report. */
export interface FanOutState {
  /** Rows of the lists of channels and people. */
  readonly done: number;
  readonly total: number;
  readonly since: Temporal.Instant;
  /** At the rate so far; undefined before the first of them is done. */
  readonly expectedEnd?: Temporal.Instant;
}

/** Reminders that became due together, and how far the subscribers have been gone through for them. */
interface Round {
  readonly keys: ReadonlySet<string>;
  /** The last position that was gone through; 0 before the first. */
  upTo: number;
}

/** What is gone through at one tick. */
export interface ReminderSweep {
  readonly due: DueReminders;
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  /** How many rows there are. */
  readonly total: number;
}

const storedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    settled: v.array(v.string()),
    rounds: v.array(v.object({ keys: v.array(v.string()), upTo: v.number() })),
    waiting: v.array(v.number()),
    sweptAt: v.optional(v.number()),
    dates: v.record(v.string(), v.string()),
    changed: v.array(v.number())
  })
);

/**
 * What is known to be settled for all subscribers, so that of thousands only those are looked at for whom something can have
 * changed: what became due since, those changed since, and those that had to wait. It is kept on the site, so that a process that
 * takes over after a kill goes on from there. It only saves work: the ledger decides what is posted.
 */
export class ReminderProgress {
  private isLoaded = false;
  /** Reminders that everybody who wants them got or will not get. */
  private settled = new Set<string>();
  private rounds: Round[] = [];
  /** By position: subscribers that had to wait, and when to look at them again in milliseconds. They are looked at for everything. */
  private readonly waiting = new Map<number, number>();
  /** When the last going through of all began, in milliseconds. */
  private sweptAt?: number;
  /** The dates of each meeting as it was last seen, shortened; by them a meeting is found to have changed. */
  private dates = new Map<number, string>();
  private changed = new Set<number>();
  private sweep?: ReminderSweep;
  private counted = { done: 0, atOnce: 0 };
  private kept?: { readonly text: string; readonly at: Temporal.Instant };

  /** @param few so few subscribers are all looked at each time */
  public constructor(
    private readonly site: Pick<DeskSite, 'deskState' | 'clock'>,
    private readonly few = ALWAYS_LOOKED_AT
  ) {}

  /** How far it got; undefined when nothing is gone through. */
  public state(): FanOutState | undefined {
    if (this.sweep === undefined || this.rounds.length === 0) {
      return undefined;
    }
    const { total, due } = this.sweep;
    const { done, atOnce } = this.counted;
    const now = this.site.clock.now();
    const worked = done - atOnce;
    const left = ((now.epochMilliseconds - due.now.epochMilliseconds) * Math.max(0, total - done)) / worked;
    return { done, total, since: due.now, ...(worked === 0 ? {} : { expectedEnd: now.add({ milliseconds: Math.round(left) }) }) };
  }

  /**
   * Begins to go through the subscribers.
   * @returns the meetings whose dates have changed since anybody was told of them
   * @throws SiteError
   */
  public async begin(sweep: ReminderSweep): Promise<Meeting[]> {
    await this.load();
    this.sweep = sweep;
    const { due, meetings, group } = sweep;
    await this.noteDates(meetings, group, due.now);
    const changed = meetings.filter(({ id }) => this.changed.has(id));
    const corrections = changed.map((meeting) => this.correctionKey(meeting));
    const keys = new Set([...(await due.keys()), ...corrections]);
    const known = new Set([...due.planned(), ...keys]);
    this.settled = new Set([...this.settled].filter((key) => known.has(key)));
    this.rounds = this.rounds.map(({ keys: of, upTo }) => ({ keys: new Set([...of].filter((key) => keys.has(key))), upTo })).filter(({ keys: of }) => of.size > 0);
    const fresh = new Set([...keys].filter((key) => !this.settled.has(key) && !this.rounds.some(({ keys: of }) => of.has(key))));
    if (fresh.size > 0) {
      this.rounds.push({ keys: fresh, upTo: 0 });
    }
    this.counted = { done: 0, atOnce: 0 };
    await this.keep(true);
    return changed;
  }

  /** What is to be looked at for a row; undefined for nothing. */
  public scopeOf({ position, modifiedAt }: SubscriberRow): ReminderScope | undefined {
    const now = this.sweep?.due.now.epochMilliseconds ?? 0;
    const areFew = this.sweep !== undefined && this.sweep.total <= this.few;
    const isChanged = this.sweptAt !== undefined && modifiedAt.epochMilliseconds >= this.sweptAt - CLOCK_MARGIN_SECONDS * 1000;
    if (areFew || isChanged || (this.waiting.get(position) ?? Number.POSITIVE_INFINITY) <= now) {
      return EVERYTHING;
    }
    const rounds = this.rounds.filter(({ upTo }) => position > upTo);
    return rounds.length === 0 ? undefined : { includes: (key) => rounds.some(({ keys }) => keys.has(key)), corrects: (meeting) => rounds.some(({ keys }) => keys.has(this.correctionKey(meeting))) };
  }

  /**
   * Notes that rows were gone through.
   * @param rows in their order, from the last that was noted on
   * @param looked which of them were looked at, with their scope
   * @param unsettled for which of them something is left to be done
   * @throws SiteError
   */
  public async passed(rows: readonly SubscriberRow[], looked: ReadonlyMap<number, ReminderScope>, unsettled: readonly Unsettled[]): Promise<void> {
    const resumesAt = this.sweep?.due.resumesAt?.epochMilliseconds;
    const againAt = new Map(unsettled.map(({ subscriber, againAt: at }) => [subscriber.key, at.epochMilliseconds]));
    for (const { position, subscriber } of rows) {
      const scope = looked.get(position);
      const own = subscriber === undefined ? undefined : againAt.get(subscriber.key);
      // What is settled for all others and waits for working time is not seen now; so whoever is looked at for everything is then again.
      const again = own ?? (scope === EVERYTHING ? resumesAt : undefined);
      if (subscriber === undefined || (scope === EVERYTHING && again === undefined)) {
        this.waiting.delete(position);
      } else if (again !== undefined) {
        this.waiting.set(position, scope === EVERYTHING ? again : Math.min(again, this.waiting.get(position) ?? again));
      }
    }
    const last = rows[rows.length - 1]?.position;
    if (last !== undefined) {
      this.rounds.forEach((round) => (round.upTo = Math.max(round.upTo, last)));
    }
    this.counted = { done: this.counted.done + rows.length, atOnce: this.counted.atOnce + (looked.size === 0 ? rows.length : 0) };
    await this.keep(false);
  }

  /** All were gone through. @throws SiteError */
  public async end(): Promise<void> {
    this.rounds.forEach(({ keys }) => keys.forEach((key) => this.settled.add(key)));
    this.rounds = [];
    this.sweptAt = this.sweep?.due.now.epochMilliseconds;
    this.sweep = undefined;
    await this.keep(true);
  }

  /** Keeps on the site how far it got. @throws SiteError */
  public async keepNow(): Promise<void> {
    await this.keep(true);
  }

  private async noteDates(meetings: readonly Meeting[], group: WorkingGroup, now: Temporal.Instant): Promise<void> {
    const pause = breather();
    const before = this.dates;
    const today = now.toZonedDateTimeISO(group.zone).toPlainDate();
    this.dates = new Map();
    for (const meeting of meetings) {
      const last = before.get(meeting.id);
      const isToCome = Temporal.PlainDate.compare(meeting.end, today) >= 0;
      if (isRemindedOf(meeting, group, now) || (last !== undefined && isToCome)) {
        const print = printOf(meeting, group);
        this.dates.set(meeting.id, print);
        if (last !== undefined && last !== print) {
          this.changed.add(meeting.id);
        }
      }
      await pause();
    }
    this.changed = new Set([...this.changed].filter((id) => this.dates.has(id)));
  }

  private correctionKey({ id }: Meeting): string {
    return `dates/${id}/${this.dates.get(id) ?? ''}`;
  }

  private async load(): Promise<void> {
    if (this.isLoaded) {
      return;
    }
    const text = (await this.site.deskState.get(STATE_KEY))?.value;
    const stored = v.safeParse(storedSchema, text);
    if (stored.success) {
      const { settled, rounds, waiting, sweptAt, dates, changed } = stored.output;
      this.settled = new Set(settled);
      this.rounds = rounds.map(({ keys, upTo }) => ({ keys: new Set(keys), upTo }));
      waiting.forEach((position) => this.waiting.set(position, 0));
      this.sweptAt = sweptAt;
      this.dates = new Map(Object.entries(dates).map(([id, print]) => [Number(id), print]));
      this.changed = new Set(changed);
    }
    this.isLoaded = true;
  }

  private async keep(isNow: boolean): Promise<void> {
    const now = this.site.clock.now();
    if (!isNow && this.kept !== undefined && now.since(this.kept.at).total('seconds') < KEPT_EVERY_SECONDS) {
      return;
    }
    const areMany = this.waiting.size > MOST_KEPT_WAITING;
    const what = {
      settled: areMany ? [] : [...this.settled],
      rounds: areMany ? [] : this.rounds.map(({ keys, upTo }) => ({ keys: [...keys], upTo })),
      waiting: areMany ? [] : [...this.waiting.keys()],
      dates: Object.fromEntries(this.dates),
      changed: [...this.changed]
    };
    const text = JSON.stringify(what);
    // When all were last gone through is written only with something else: it changes at each tick, and an older time does no harm.
    if (this.kept?.text !== text) {
      await this.site.deskState.set(STATE_KEY, JSON.stringify({ ...what, ...(this.sweptAt === undefined ? {} : { sweptAt: this.sweptAt }) }));
    }
    this.kept = { text, at: now };
  }
}

/** By what a meeting's dates are told from those that it had. */
function printOf(meeting: Meeting, group: WorkingGroup): string {
  const dates = JSON.stringify([meeting.status, deadlineList(deadlinesOf(meeting, group)).map(({ kind, date }) => [kind, date.toString()])]);
  return createHash('sha256').update(dates).digest('base64url').slice(0, SHORTENED_PRINT);
}
