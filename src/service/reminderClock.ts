import pMap from 'p-map';
import type { Temporal } from 'temporal-polyfill';
import { dailyCard } from '../bot/cards/dailyCard';
import type { GroupFacts, GroupFactsCache } from '../bot/groupFacts';
import { translatorFor } from '../messages/allMessages';
import { isToldByCorrection } from '../rules/dateCorrection';
import { deadlinesOf, isOpen } from '../rules/deadlines';
import { interpretationPhase } from '../rules/interpretation';
import { quietUntil } from '../rules/quietHours';
import { droppedReminders, planAllReminders, reminderAction, reminderKey } from '../rules/reminderPlan';
import type { PlannedReminder, SkipReason } from '../rules/reminderPlan';
import { isSubscribed } from '../rules/subscription';
import { interpretationDecisionOf } from '../site/decisions';
import type { DeskSite } from '../site/deskSite';
import type { ReminderSubject } from '../site/reminders';
import type { DateCorrector, Told } from './dateCorrector';
import { eventsIn, itemsIn } from './eventAnnouncer';
import type { EventAnnouncer, EventPost } from './eventAnnouncer';
import { KnownMeetings } from './knownMeetings';
import type { MeetingChange } from './knownMeetings';
import type { OncePost, OncePoster, PostingState } from './oncePoster';
import { subscribersOf } from './subscriber';
import type { Subscriber } from './subscriber';

/** How many subscribers are posted to at a time: enough to post at the rate that Teams allows, and little to be broken off by a stop. */
const AT_A_TIME = 8;

/** What the reminder clock has done, for the health report. */
export interface ReminderState extends PostingState {
  readonly lastTickAt?: Temporal.Instant;
}

/** What the reminder clock works with. */
export interface ReminderClockParts {
  readonly site: Pick<DeskSite, 'channels' | 'personalChats' | 'clock' | 'deskState'>;
  readonly facts: GroupFactsCache;
  readonly deskUrl: string;
  readonly poster: OncePoster;
  readonly corrector: DateCorrector;
  /** Knows what else is told in one message with a reminder; absent where nothing is. */
  readonly announcer?: Pick<EventAnnouncer, 'withReminders'>;
}

/** A reminder of the plan that is due for a subscriber. */
interface Step extends OncePost {
  readonly subscriber: Subscriber;
  /** The reminder with those of its deadlines that are to be shown. */
  readonly shown: PlannedReminder;
  /** Why it is not posted, if it is not. */
  readonly skipped?: SkipReason;
}

/**
 * Has the planned reminders posted when they are due, each once to each subscriber and outside its quiet hours. What is due to a subscriber at one moment
 * is posted as one message. What is due and not posted is recorded with the reason.
 */
export class ReminderClock {
  private lastTickAt?: Temporal.Instant;
  private readonly knownMeetings: KnownMeetings;

  public constructor(private readonly parts: ReminderClockParts) {
    this.knownMeetings = new KnownMeetings(parts.site);
  }

  /** What it has done since the start. */
  public state(): ReminderState {
    const { lastTickAt } = this;
    return { ...this.parts.poster.state(), ...(lastTickAt === undefined ? {} : { lastTickAt }) };
  }

  /**
   * Does what is due now.
   * @throws SiteError when the site fails; the next tick does the rest
   */
  public async tick(): Promise<void> {
    const { site, facts, poster, corrector } = this.parts;
    // The first answer also brings the site's time, which may have been moved since the last tick.
    const subscribers = await subscribersOf(site);
    const now = site.clock.now();
    const present = await facts.read();
    const { meetings, changes } = await this.knownMeetings.compare(present.meetings);
    await this.skipDropped(subscribers, changes, present, now);
    await this.knownMeetings.keep(meetings);
    const told = await corrector.run(subscribers, { group: present.group, meetings, now });
    const open = await poster.open(await this.steps(subscribers, present, told, now));
    await pMap(bySubscriber(open.filter(({ skipped }) => skipped === undefined)), ([subscriber, steps]) => this.post(steps, subscriber, present), { concurrency: AT_A_TIME });
    // Afterwards, because to a channel that is new much was due before it.
    for (const step of open) {
      if (step.skipped !== undefined) {
        await poster.skip(step, step.skipped);
      }
    }
    await poster.reportInterrupted();
    this.lastTickAt = now;
  }

  /** Records what was due by the old dates of meetings and is not planned any more. */
  private async skipDropped(subscribers: readonly Subscriber[], changes: readonly MeetingChange[], { group }: GroupFacts, now: Temporal.Instant): Promise<void> {
    const { poster } = this.parts;
    const dropped = changes
      .flatMap(({ before, after }) => droppedReminders(before, after, group, now))
      .flatMap(({ reminder, reason }) => subscribers.filter((subscriber) => isWanted(reminder, subscriber)).map((subscriber) => ({ target: subscriber.target, subject: subjectOf(reminder, subscriber), reason })));
    for (const each of await poster.open(dropped)) {
      await poster.skip(each, each.reason);
    }
  }

  private async steps(subscribers: readonly Subscriber[], facts: GroupFacts, told: Told, now: Temporal.Instant): Promise<Step[]> {
    const { group, meetings } = facts;
    const plan = planAllReminders(meetings, group);
    const decided = await this.decidedMeetings(facts, now);
    return plan.flatMap((reminder) =>
      subscribers.flatMap((subscriber): Step[] => {
        const { meeting } = reminder;
        const action = reminderAction(reminder, plan, subscriber, group, { at: now, isInterpretationDecided: decided.has(meeting.id) });
        switch (action?.kind) {
          case 'skipped':
            return [stepOf(reminder, subscriber, action.reason)];
          case 'due': {
            const waits = quietUntil(now, reminder.deadlines[0].closesAt.toInstant(), subscriber.quietHours, group.zone) !== undefined;
            if (waits || action.deadlines.some(({ kind }) => told.isCorrecting(meeting, subscriber, kind))) {
              return [];
            }
            const announcements = told.announcements(meeting, subscriber);
            const [first, ...others] = action.deadlines.filter((deadline) => !isToldByCorrection(deadline, reminder.dueAt.toInstant(), announcements));
            return [first === undefined ? stepOf(reminder, subscriber, 'overtaken') : stepOf({ ...reminder, deadlines: [first, ...others] }, subscriber, undefined, reminder)];
          }
          default:
            return [];
        }
      })
    );
  }

  /** The meetings for which interpretation could still be asked for and is decided already. */
  private async decidedMeetings({ group, meetings }: GroupFacts, now: Temporal.Instant): Promise<Set<number>> {
    const decided = new Set<number>();
    for (const meeting of meetings.filter(({ status }) => status === 'planned')) {
      if (isOpen(deadlinesOf(meeting, group).languageRequest, now)) {
        const { decisions } = await this.parts.facts.languagesOf(meeting.id);
        if (interpretationPhase(meeting, interpretationDecisionOf(decisions, meeting.id), group, now) === 'decided') {
          decided.add(meeting.id);
        }
      }
    }
    return decided;
  }

  private async post(steps: readonly Step[], subscriber: Subscriber, { group }: GroupFacts): Promise<void> {
    const { site, poster, deskUrl, announcer } = this.parts;
    const [first, ...others] = steps;
    if (first !== undefined) {
      await poster.sendTogether<Step | EventPost>([first, ...others, ...((await announcer?.withReminders(subscriber)) ?? [])], (claimed) => {
        const news = claimed.filter(isNews);
        const reminders = claimed.flatMap((post) => (isNews(post) ? [] : [post.shown]));
        return dailyCard({ reminders, events: eventsIn(news), items: itemsIn(news) }, site.clock.now(), group, deskUrl, translatorFor(subscriber.language));
      });
    }
  }
}

function isNews(post: Step | EventPost): post is EventPost {
  return !('shown' in post);
}

function bySubscriber(steps: readonly Step[]): Map<Subscriber, Step[]> {
  const grouped = new Map<Subscriber, Step[]>();
  for (const step of steps) {
    const known = grouped.get(step.subscriber);
    if (known === undefined) {
      grouped.set(step.subscriber, [step]);
    } else {
      known.push(step);
    }
  }
  return grouped;
}

/** @param planned the reminder as it is planned, whose key it has, when not all of its deadlines are shown */
function stepOf(shown: PlannedReminder, subscriber: Subscriber, skipped?: SkipReason, planned = shown): Step {
  return { subscriber, shown, target: subscriber.target, subject: subjectOf(shown, subscriber, planned), ...(skipped === undefined ? {} : { skipped }) };
}

function subjectOf(shown: PlannedReminder, { key }: Subscriber, planned = shown): ReminderSubject {
  return {
    key: reminderKey(planned, key),
    kind: shown.deadlines.map(({ kind }) => kind).join('+'),
    meetingId: shown.meeting.id,
    dueAt: shown.dueAt.toInstant(),
    announcedDate: shown.deadlines[0].date
  };
}

function isWanted({ deadlines }: PlannedReminder, subscriber: Subscriber): boolean {
  return deadlines.some(({ kind }) => isSubscribed(subscriber, kind));
}
