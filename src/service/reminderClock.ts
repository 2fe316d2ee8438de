import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import type { DeskSite } from '../site/deskSite';
import { isInterpretationDecided } from './decidedInterpretation';
import { DueReminders } from './dueReminders';
import { KnownMeetings } from './knownMeetings';
import type { OncePoster, PostingState } from './oncePoster';
import { ReminderProgress } from './reminderProgress';
import type { FanOutState } from './reminderProgress';
import { subscriberPages, subscriberRows } from './subscriber';
import { EVERYTHING } from './subscriberReminders';
import type { ReminderScope, ReminderWork, ScopedSubscriber, SubscriberReminders } from './subscriberReminders';

/**
 * How many subscribers are taken together: what is recorded of them is asked for in one or two requests, and few are looked at
 * again after a kill. Between these and the next nothing is posted for about a second, so they must take many times as long.
 */
const TOGETHER = 240;

/** What the reminder clock has done, for the health report. */
export interface ReminderState extends PostingState {
  readonly lastTickAt?: Temporal.Instant;
  /** Whether the secretariat has paused all reminders. */
  readonly paused: boolean;
  /** How far it got; absent when nothing is being posted. */
  readonly fanOut?: FanOutState;
}

/** By how many subscribers the work is divided. */
export interface FanOutSizes {
  /** So many are taken together. */
  readonly together: number;
  /** So few are all looked at each time. */
  readonly few: number;
}

/** What the reminder clock works with. */
export interface ReminderClockParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'clock' | 'deskState' | 'reminderPause'>;
  readonly facts: GroupFactsCache;
  readonly poster: OncePoster;
  readonly reminders: SubscriberReminders;
  /** For tests: other sizes than those of a service. */
  readonly sizes?: FanOutSizes;
}

/** Has the planned reminders posted when they are due: goes through the subscribers and has done for each what is due to it. */
export class ReminderClock {
  private lastTickAt?: Temporal.Instant;
  private isPaused = false;
  private readonly knownMeetings: KnownMeetings;
  private readonly progress: ReminderProgress;
  private readonly stopping = new AbortController();

  public constructor(private readonly parts: ReminderClockParts) {
    this.knownMeetings = new KnownMeetings(parts.site);
    this.progress = new ReminderProgress(parts.site, parts.sizes?.few);
  }

  /** What it has done since the start. */
  public state(): ReminderState {
    const { lastTickAt, isPaused: paused } = this;
    const fanOut = this.progress.state();
    return { ...this.parts.poster.state(), paused, ...(lastTickAt === undefined ? {} : { lastTickAt }), ...(fanOut === undefined ? {} : { fanOut }) };
  }

  /**
   * Does what is due now.
   * @throws SiteError when the site fails; the next tick does the rest
   */
  public async tick(): Promise<void> {
    const { site, facts, poster } = this.parts;
    // The first answer also brings the site's time, which may have been moved since the last tick.
    this.isPaused = (await site.reminderPause.read()).isPaused;
    const now = site.clock.now();
    if (this.isPaused) {
      // Nothing is recorded either: what is still of use then comes when the reminders go on.
      this.lastTickAt = now;
      return;
    }
    const { present, meetings, changes } = await this.knownMeetings.compare(facts);
    const { group } = present;
    const due = await DueReminders.plan({ group, meetings, changes, now, isDecided: (meeting) => isInterpretationDecided(meeting, group, now, async (id) => (await facts.languagesOf(id)).decisions) });
    if (changes.length === 0) {
      // They drop nothing that would have to be recorded first, and a stop during the posts must not lose what is planned by.
      await this.knownMeetings.keep(meetings);
    }
    const total = await subscriberRows(site);
    const changed = await this.progress.begin({ due, group, meetings, total });
    const isThrough = await this.goThrough({ group, meetings, changed, due }, await poster.freeSubscribers());
    if (!isThrough) {
      await this.progress.keepNow();
      return;
    }
    await this.progress.end();
    await this.knownMeetings.keep(meetings);
    await poster.endLeft(group.zone);
    await poster.reportInterrupted();
    this.lastTickAt = now;
  }

  /** Ends a tick early, once what is being posted is; the next process goes on from there. */
  public stop(): void {
    this.stopping.abort();
  }

  /**
   * @param reopened subscribers of whom something is to be tried again, whatever is known of them
   * @returns false when it was stopped
   */
  private async goThrough(work: ReminderWork, reopened: ReadonlySet<string>): Promise<boolean> {
    const { site, reminders, sizes } = this.parts;
    const { signal } = this.stopping;
    for await (const page of subscriberPages(site)) {
      for (const rows of piecesOf(page, sizes?.together ?? TOGETHER)) {
        const looked = new Map<number, ReminderScope>();
        const subscribers: ScopedSubscriber[] = [];
        for (const row of rows) {
          const scope = row.subscriber !== undefined && reopened.has(row.subscriber.key) ? EVERYTHING : this.progress.scopeOf(row);
          if (row.subscriber !== undefined && scope !== undefined) {
            looked.set(row.position, scope);
            subscribers.push({ subscriber: row.subscriber, scope });
          }
        }
        const unsettled = await reminders.remindAll(subscribers, work, signal);
        if (signal.aborted) {
          return false;
        }
        await this.progress.passed(rows, looked, unsettled);
      }
    }
    return true;
  }
}

function piecesOf<Thing>(things: readonly Thing[], size: number): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, index) => things.slice(index * size, (index + 1) * size));
}
