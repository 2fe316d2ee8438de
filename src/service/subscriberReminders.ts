import { Temporal } from 'temporal-polyfill';
import { reminderCard } from '../bot/cards/reminderCard';
import { translatorFor } from '../messages/allMessages';
import { isToldByCorrection } from '../rules/dateCorrection';
import type { Meeting } from '../rules/meeting';
import { quietUntil } from '../rules/quietHours';
import type { PlannedReminder, SkipReason } from '../rules/reminderPlan';
import type { WorkingGroup } from '../rules/workingGroup';
import type { DeskSite } from '../site/deskSite';
import type { DateCorrector, Told } from './dateCorrector';
import type { DueItem, DueReminders } from './dueReminders';
import type { OncePost, OncePoster } from './oncePoster';
import { reminderSubject } from './reminderSubject';
import type { Subscriber } from './subscriber';
import { workThrough } from './workThrough';

/** How many subscribers are posted to at a time: enough to post at the rate that Teams allows, and little to be broken off by a stop. */
const AT_A_TIME = 8;

/** What is to be told at one instant, to whoever it is told. */
export interface ReminderWork {
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  /** Those of the meetings whose dates have changed since anybody was told of them. */
  readonly changed: readonly Meeting[];
  readonly due: DueReminders;
}

/** Which of the work is looked at for a subscriber; what is known to be settled is left out. */
export interface ReminderScope {
  /** Whether a reminder is, by the key of its {@link DueItem}. */
  includes(key: string): boolean;
  /** Whether what was told about a meeting is compared with its dates. */
  corrects(meeting: Meeting): boolean;
}

/** A subscriber with what is looked at for it. */
export interface ScopedSubscriber {
  readonly subscriber: Subscriber;
  readonly scope: ReminderScope;
}

/** A subscriber for which something is left to be done, and when to look at it again. */
export interface Unsettled {
  readonly subscriber: Subscriber;
  readonly againAt: Temporal.Instant;
}

/** What the reminding works with. */
export interface SubscriberRemindersParts {
  readonly site: Pick<DeskSite, 'clock'>;
  readonly deskUrl: string;
  readonly poster: OncePoster;
  readonly corrector: DateCorrector;
}

/** Everything that is due, whatever is known. */
const EVERYTHING: ReminderScope = { includes: () => true, corrects: () => true };

/** A reminder that is due for a subscriber. */
interface Step extends OncePost {
  readonly subscriber: Subscriber;
  /** The reminder with those of its deadlines that are to be shown. */
  readonly shown: PlannedReminder;
  /** Why it is not posted, if it is not. */
  readonly skipped?: SkipReason;
}

/** What is to be done for a subscriber now, and what has to wait. */
interface Prepared {
  readonly subscriber: Subscriber;
  readonly steps: readonly Step[];
  readonly againAt?: Temporal.Instant;
}

/**
 * Posts to subscribers what is due to them, each reminder once and outside their quiet hours. What is due to a subscriber at one
 * moment is posted as one message; what is due and not posted is recorded with the reason. Whoever calls it decides who is
 * looked at and when; several processes may look at the same subscriber at the same time.
 */
export class SubscriberReminders {
  public constructor(private readonly parts: SubscriberRemindersParts) {}

  /**
   * Does what is due to one subscriber.
   * @returns when to look at it again; undefined when nothing is left to be done
   * @throws SiteError when the site fails; the next time does the rest
   */
  public async remind(subscriber: Subscriber, work: ReminderWork): Promise<Temporal.Instant | undefined> {
    const [unsettled] = await this.remindAll([{ subscriber, scope: EVERYTHING }], work);
    return unsettled?.againAt;
  }

  /**
   * Does what is due to several subscribers; what was done already is asked for together.
   * @param stop ends it early: what is under way is finished, nothing more is begun
   * @returns those for which something is left to be done
   * @throws SiteError as {@link remind}
   */
  public async remindAll(subscribers: readonly ScopedSubscriber[], work: ReminderWork, stop?: AbortSignal): Promise<Unsettled[]> {
    const { poster } = this.parts;
    const prepared: Prepared[] = [];
    await workThrough(subscribers, AT_A_TIME, async ({ subscriber, scope }) => void prepared.push(await this.prepare(subscriber, scope, work)), stop);
    const open = new Map<Subscriber, Step[]>();
    for (const step of await poster.open(prepared.flatMap(({ steps }) => steps))) {
      open.set(step.subscriber, [...(open.get(step.subscriber) ?? []), step]);
    }
    await workThrough([...open.values()], AT_A_TIME, (steps) => this.settle(steps, work), stop);
    const { now } = work.due;
    return prepared.flatMap(({ subscriber, steps, againAt }) => {
      const again = steps.some((step) => !poster.isSettled(step)) ? now : againAt;
      return again === undefined ? [] : [{ subscriber, againAt: again }];
    });
  }

  /** Posts the corrections that are due, because a reminder right after one would tell the same, and finds what else is. */
  private async prepare(subscriber: Subscriber, scope: ReminderScope, { group, meetings, changed, due }: ReminderWork): Promise<Prepared> {
    const { now } = due;
    const items = (await due.of(subscriber)).filter(({ key }) => scope.includes(key));
    const looked = changed.filter((meeting) => scope.corrects(meeting) || items.some(({ reminder, action }) => reminder.meeting.id === meeting.id && action.kind === 'due'));
    const told = await this.parts.corrector.correct(subscriber, looked, { group, meetings, now });
    let { againAt } = told;
    const steps = items.flatMap((item): Step[] => {
      const quiet = item.action.kind === 'due' ? quietUntil(now, item.reminder.deadlines[0].closesAt.toInstant(), subscriber.quietHours, group.zone) : undefined;
      const step = quiet === undefined ? stepOf(item, subscriber, told) : undefined;
      if (step === undefined) {
        againAt = againAt === undefined || Temporal.Instant.compare(quiet ?? now, againAt) < 0 ? (quiet ?? now) : againAt;
      }
      return step === undefined ? [] : [step];
    });
    return { subscriber, steps, ...(againAt === undefined ? {} : { againAt }) };
  }

  private async settle(steps: readonly Step[], { group }: ReminderWork): Promise<void> {
    const { site, poster, deskUrl } = this.parts;
    const [first, ...others] = steps.filter(({ skipped }) => skipped === undefined);
    if (first !== undefined) {
      const translator = translatorFor(first.subscriber.language);
      await poster.sendTogether([first, ...others], ([one, ...more]) => reminderCard([one.shown, ...more.map(({ shown }) => shown)], site.clock.now(), group, deskUrl, translator));
    }
    // Afterwards, because to a channel that is new much was due before it.
    for (const step of steps) {
      if (step.skipped !== undefined) {
        await poster.skip(step, step.skipped);
      }
    }
  }
}

/** @returns undefined while the subscriber is still to be told that the date has changed */
function stepOf({ reminder, action }: DueItem, subscriber: Subscriber, told: Told): Step | undefined {
  const { meeting, dueAt } = reminder;
  const step = (shown: PlannedReminder, skipped?: SkipReason): Step => ({
    subscriber,
    shown,
    target: subscriber.target,
    subject: reminderSubject(shown, subscriber, reminder),
    ...(skipped === undefined ? {} : { skipped })
  });
  if (action.kind === 'skipped') {
    return step(reminder, action.reason);
  }
  if (action.deadlines.some(({ kind }) => told.isCorrecting(meeting, kind))) {
    return undefined;
  }
  const announcements = told.announcements(meeting);
  const [first, ...others] = action.deadlines.filter((deadline) => !isToldByCorrection(deadline, dueAt.toInstant(), announcements));
  return first === undefined ? step(reminder, 'overtaken') : step({ ...reminder, deadlines: [first, ...others] });
}
