import type { Temporal } from 'temporal-polyfill';
import type { GroupFactsCache } from '../bot/groupFacts';
import type { DeskSite } from '../site/deskSite';
import { isInterpretationDecided } from './decidedInterpretation';
import { DueReminders } from './dueReminders';
import { KnownMeetings } from './knownMeetings';
import type { OncePoster, PostingState } from './oncePoster';
import { subscriberPages } from './subscriber';
import type { SubscriberReminders } from './subscriberReminders';

/** How many subscribers are taken together: what is recorded of them is asked for in a few requests. */
const TOGETHER = 40;

/** What the reminder clock has done, for the health report. */
export interface ReminderState extends PostingState {
  readonly lastTickAt?: Temporal.Instant;
  /** Whether the secretariat has paused all reminders. */
  readonly paused: boolean;
}

/** What the reminder clock works with. */
export interface ReminderClockParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'clock' | 'deskState' | 'reminderPause'>;
  readonly facts: GroupFactsCache;
  readonly poster: OncePoster;
  readonly reminders: SubscriberReminders;
}

/** Has the planned reminders posted when they are due: goes through the subscribers and has done for each what is due to it. */
export class ReminderClock {
  private lastTickAt?: Temporal.Instant;
  private isPaused = false;
  private readonly knownMeetings: KnownMeetings;

  public constructor(private readonly parts: ReminderClockParts) {
    this.knownMeetings = new KnownMeetings(parts.site);
  }

  /** What it has done since the start. */
  public state(): ReminderState {
    const { lastTickAt, isPaused: paused } = this;
    return { ...this.parts.poster.state(), paused, ...(lastTickAt === undefined ? {} : { lastTickAt }) };
  }

  /**
   * Does what is due now.
   * @throws SiteError when the site fails; the next tick does the rest
   */
  public async tick(): Promise<void> {
    const { site, facts, poster, reminders } = this.parts;
    // The first answer also brings the site's time, which may have been moved since the last tick.
    this.isPaused = (await site.reminderPause.read()).isPaused;
    const now = site.clock.now();
    if (this.isPaused) {
      // Nothing is recorded either: what is still of use then comes when the reminders go on.
      this.lastTickAt = now;
      return;
    }
    const { group, meetings: present } = await facts.read();
    const { meetings, changes } = await this.knownMeetings.compare(present);
    const due = await DueReminders.plan({ group, meetings, changes, now, isDecided: (meeting) => isInterpretationDecided(meeting, group, now, facts) });
    const work = { group, meetings, changed: meetings, due };
    for await (const page of subscriberPages(site)) {
      const subscribers = page.flatMap(({ subscriber }) => subscriber ?? []);
      for (let from = 0; from < subscribers.length; from += TOGETHER) {
        const scope = { includes: () => true, corrects: () => true };
        await reminders.remindAll(subscribers.slice(from, from + TOGETHER).map((subscriber) => ({ subscriber, scope })), work);
      }
    }
    await this.knownMeetings.keep(meetings);
    await poster.reportInterrupted();
    this.lastTickAt = now;
  }
}
