import { Temporal } from 'temporal-polyfill';
import { deadlinesOf, isOpen } from './deadlines';
import type { Deadline } from './deadlines';
import type { Meeting } from './meeting';
import { isSubscribed } from './subscription';
import type { Subscription } from './subscription';
import { workingDayUntil } from './workingDays';
import type { WorkingGroup } from './workingGroup';
import { isPostingTime } from './workingTime';

/**
 * A reminder that the plan foresees for whoever subscribed to its deadlines. Deadlines of one meeting that fall on one day
 * share their reminders.
 */
export interface PlannedReminder {
  readonly meeting: Meeting;
  /** At least one; all on the same day. */
  readonly deadlines: readonly [Deadline, ...Deadline[]];
  /** The step: calendar days before the deadline; 0 is the morning of its last day. */
  readonly daysBefore: number;
  /**
   * When it is to be posted: the group's reminder hour on the step's day, or on the last working day before it when the group
   * does not work then.
   */
  readonly dueAt: Temporal.ZonedDateTime;
}

/**
 * Why a reminder that was due is not posted:
 * - `tooLate`: the deadline has passed;
 * - `overtaken`: a later step of the same deadlines, or a correction that tells the date, takes its place;
 * - `moved`: the deadline is on another day now;
 * - `cancelled`, `postponed`: the meeting is;
 * - `decided`: the interpretation that could be asked for is decided.
 */
export const SKIP_REASONS = ['tooLate', 'overtaken', 'moved', 'cancelled', 'postponed', 'decided'] as const;
/** One of {@link SKIP_REASONS}. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What is to be done about a planned reminder at an instant. */
export type ReminderAction =
  /** Not due yet, or due and waiting for working time. */
  | { readonly kind: 'coming' }
  /** To be posted now, with those of its deadlines that are of concern to the subscriber. */
  | { readonly kind: 'due'; readonly deadlines: readonly [Deadline, ...Deadline[]] }
  /** Not to be posted, for a reason that is recorded. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** A reminder of the plan about which something is to be done for a subscriber. */
export interface DueReminder {
  /** As it is planned, which gives it its key. */
  readonly reminder: PlannedReminder;
  readonly action: Exclude<ReminderAction, { readonly kind: 'coming' }>;
}

/** What decides about a reminder besides the plan. */
export interface ReminderCircumstances {
  readonly at: Temporal.Instant;
  /** Whether the interpretation at the reminder's meeting is decided. */
  readonly isInterpretationDecided: boolean;
  /** Whether the secretariat wants it posted now, before its time and outside working time. */
  readonly isOrdered?: boolean;
}

/** Nothing is recorded of what passed longer ago: otherwise a new channel would get a record of every reminder there ever was. */
const RECORDED_DAYS = 60;
/** By how much a step can come earlier because the group does not work: the longest run of days off that is reckoned with. */
const LONGEST_DAYS_OFF = 60;

/** The reminders for some meetings, in order of their posting. */
export function planAllReminders(meetings: readonly Meeting[], group: WorkingGroup): PlannedReminder[] {
  return meetings.flatMap((meeting) => planReminders(meeting, group)).sort(inPostingOrder);
}

/**
 * The reminders for a meeting, in order of their posting. A meeting that is postponed or cancelled has none, one that was
 * held only those of its report.
 */
export function planReminders(meeting: Meeting, group: WorkingGroup): PlannedReminder[] {
  const shared = new Map<string, PlannedReminder>();
  for (const deadline of announced(meeting, group)) {
    for (const { day, daysBefore } of stepsOf(deadline, group)) {
      const key = `${deadline.date.toString()}/${daysBefore}`;
      const known = shared.get(key);
      shared.set(key, {
        meeting,
        deadlines: known === undefined ? [deadline] : [...known.deadlines, deadline],
        daysBefore,
        dueAt: day.toZonedDateTime({ timeZone: group.zone, plainTime: { hour: group.reminderHour } })
      });
    }
  }
  return [...shared.values()].sort(inPostingOrder);
}

/**
 * Whether something can be to be done about a meeting's reminders at an instant. A quick look at its days, so that of many
 * meetings only those need to be planned for.
 */
export function isRemindedOf(meeting: Meeting, group: WorkingGroup, at: Temporal.Instant): boolean {
  const today = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const steps = [group.reminderDaysBefore, ...Object.values(group.reminderDaysBeforeByKind)].flat();
  const earliest = Math.max(group.translationDays, group.publicationDays, group.languageRequestDays) + Math.max(0, ...steps) + LONGEST_DAYS_OFF;
  const { start, end, agreedDeadline } = meeting;
  const first = agreedDeadline !== undefined && Temporal.PlainDate.compare(agreedDeadline, start) < 0 ? agreedDeadline : start;
  const isNear = Temporal.PlainDate.compare(first.subtract({ days: earliest }), today) <= 0;
  return isNear && Temporal.PlainDate.compare(end.add({ days: Math.max(group.reportDueDays, 0) + RECORDED_DAYS }), today) >= 0;
}

/** Whether a reminder passed so lately, or is still to pass, that what became of it is recorded. */
export function isRecorded({ deadlines: [{ closesAt }] }: PlannedReminder, at: Temporal.Instant): boolean {
  return Temporal.ZonedDateTime.compare(closesAt.add({ days: RECORDED_DAYS }), at.toZonedDateTimeISO(closesAt.timeZoneId)) >= 0;
}

/**
 * Of the reminders for one meeting those that are to be posted to a subscriber at an instant or recorded as not posted.
 * @param plan all reminders for the meeting
 */
export function dueReminders(plan: readonly PlannedReminder[], subscription: Pick<Subscription, 'kinds'>, group: WorkingGroup, circumstances: ReminderCircumstances): DueReminder[] {
  return plan
    .filter((reminder) => isRecorded(reminder, circumstances.at))
    .flatMap((reminder) => {
      const action = reminderAction(reminder, plan, subscription, group, circumstances);
      return action === undefined || action.kind === 'coming' ? [] : [{ reminder, action }];
    });
}

/**
 * What is to be done about a reminder of the plan for a subscriber.
 * @param plan all reminders for the same meeting
 * @returns undefined when the subscriber wants none of its deadlines
 */
export function reminderAction(
  reminder: PlannedReminder,
  plan: readonly PlannedReminder[],
  subscription: Pick<Subscription, 'kinds'>,
  group: WorkingGroup,
  { at, isInterpretationDecided, isOrdered = false }: ReminderCircumstances
): ReminderAction | undefined {
  const wanted = reminder.deadlines.filter(({ kind }) => isSubscribed(subscription, kind));
  const isDue = (step: PlannedReminder): boolean => Temporal.Instant.compare(step.dueAt.toInstant(), at) <= 0;
  if (wanted.length === 0) {
    return undefined;
  }
  if (!isDue(reminder) && !isOrdered) {
    return { kind: 'coming' };
  }
  if (!isOpen(wanted[0], at)) {
    return { kind: 'skipped', reason: 'tooLate' };
  }
  const later = plan.filter((step) => step.daysBefore < reminder.daysBefore && isDue(step));
  const last = wanted.filter((deadline) => !later.some((step) => step.deadlines.some((other) => isSame(other, deadline))));
  if (last.length === 0) {
    return { kind: 'skipped', reason: 'overtaken' };
  }
  const [first, ...others] = last.filter(({ kind }) => kind !== 'languageRequest' || !isInterpretationDecided);
  if (first === undefined) {
    return { kind: 'skipped', reason: 'decided' };
  }
  return isOrdered || isPostingTime(at, first.closesAt.toInstant(), group) ? { kind: 'due', deadlines: [first, ...others] } : { kind: 'coming' };
}

/** A reminder of an earlier plan that is not posted any more, and why. */
export interface DroppedReminder {
  readonly reminder: PlannedReminder;
  readonly reason: SkipReason;
}

/**
 * What was due by the dates that a meeting had and is not planned any more by those that it has. Of these some were posted
 * before it changed; the others never are.
 */
export function droppedReminders(before: Meeting, after: Meeting, group: WorkingGroup, at: Temporal.Instant): DroppedReminder[] {
  const planned = new Set(planReminders(after, group).map((reminder) => reminderKey(reminder, '')));
  return planReminders(before, group)
    .filter((reminder) => Temporal.Instant.compare(reminder.dueAt.toInstant(), at) <= 0 && !planned.has(reminderKey(reminder, '')))
    .map((reminder) => ({ reminder, reason: isOpen(reminder.deadlines[0], at) ? changeOf(after) : 'tooLate' }));
}

/**
 * The unique key under which a reminder is claimed, posted and recorded for one subscriber. A deadline that moves
 * gives a new key, because its date is part of it.
 * @param subscriber the subscription's key
 */
export function reminderKey(reminder: PlannedReminder, subscriber: string): string {
  const kinds = reminder.deadlines.map((deadline) => deadline.kind).join('+');
  return `${reminder.meeting.id}/${kinds}/${reminder.deadlines[0].date.toString()}/${reminder.daysBefore}/${subscriber}`;
}

function changeOf({ status }: Meeting): SkipReason {
  switch (status) {
    case 'planned':
      return 'moved';
    case 'held':
      return 'tooLate';
    default:
      return status;
  }
}

/** The deadlines that are announced: of the agreed and the general one only the binding one. */
function announced(meeting: Meeting, group: WorkingGroup): Deadline[] {
  const { bindingTranslation, languageRequest, binding, opening, reportDue } = deadlinesOf(meeting, group);
  switch (meeting.status) {
    case 'planned':
      return [...(bindingTranslation.kind === binding.kind ? [] : [bindingTranslation]), binding, languageRequest, opening, reportDue];
    case 'held':
      return [reportDue];
    default:
      return [];
  }
}

/** The mornings on which a deadline is reminded of. Steps that come to lie on one morning are one, the one nearest to the deadline. */
function stepsOf({ kind, date }: Deadline, group: WorkingGroup): { readonly day: Temporal.PlainDate; readonly daysBefore: number }[] {
  const steps = [...(group.reminderDaysBeforeByKind[kind] ?? group.reminderDaysBefore)].sort((a, b) => b - a);
  const mornings = new Map(
    steps.map((daysBefore) => {
      const day = workingDayUntil(date.subtract({ days: daysBefore }), group);
      return [day.toString(), { day, daysBefore }];
    })
  );
  return [...mornings.values()];
}

function isSame(one: Deadline, other: Deadline): boolean {
  return one.kind === other.kind && one.date.equals(other.date);
}

/** By their moment; what is due at one moment by meeting and date, so that a plan does not depend on the order of meetings. */
export function inPostingOrder(a: PlannedReminder, b: PlannedReminder): number {
  return (
    a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds ||
    Temporal.PlainDate.compare(a.deadlines[0].date, b.deadlines[0].date) ||
    a.meeting.id - b.meeting.id ||
    a.daysBefore - b.daysBefore
  );
}
