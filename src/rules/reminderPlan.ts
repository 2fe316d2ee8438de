import { Temporal } from 'temporal-polyfill';
import { daysLeft, deadlinesOf, isOpen } from './deadlines';
import type { Deadline } from './deadlines';
import type { Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/**
 * A reminder that the plan foresees for every subscribed channel. Deadlines of one meeting that fall on one day
 * share a reminder, so that nobody gets two posts about the same morning.
 */
export interface PlannedReminder {
  readonly meeting: Meeting;
  /** At least one; all on the same day. */
  readonly deadlines: readonly [Deadline, ...Deadline[]];
  /** The step: calendar days before the deadline. */
  readonly daysBefore: number;
  /** When it is to be posted: the group's reminder hour on the step's day, in the group's zone. */
  readonly dueAt: Temporal.ZonedDateTime;
}

/** What is to be done about a planned reminder at an instant. */
export type ReminderTiming =
  /** Not yet due. */
  | 'coming'
  /** To be posted now. */
  | 'due'
  /** A later step of the same deadlines is due already; this one is skipped. */
  | 'overtaken'
  /** The deadline has passed; this one is skipped. */
  | 'tooLate';

/** The reminders for a meeting, in order of their posting. A meeting that is not planned any more has none. */
export function planReminders(meeting: Meeting, group: WorkingGroup): PlannedReminder[] {
  if (meeting.status !== 'planned') {
    return [];
  }
  return sameDayGroups(announced(meeting, group))
    .flatMap((deadlines) =>
      group.reminderDaysBefore.map((daysBefore) => ({
        meeting,
        deadlines,
        daysBefore,
        dueAt: deadlines[0].date
          .subtract({ days: daysBefore })
          .toZonedDateTime({ timeZone: group.zone, plainTime: { hour: group.reminderHour } })
      }))
    )
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.dueAt, b.dueAt));
}

/** What is to be done about a planned reminder at an instant; `steps` are all reminders of the same plan. */
export function reminderTiming(reminder: PlannedReminder, steps: readonly PlannedReminder[], at: Temporal.Instant): ReminderTiming {
  const isDue = (step: PlannedReminder): boolean => Temporal.Instant.compare(step.dueAt.toInstant(), at) <= 0;
  if (!isDue(reminder)) {
    return 'coming';
  }
  if (!isOpen(reminder.deadlines[0], at)) {
    return 'tooLate';
  }
  const overtaken = steps.some(
    (step) => step.daysBefore < reminder.daysBefore && subjectOf(step) === subjectOf(reminder) && isDue(step)
  );
  return overtaken ? 'overtaken' : 'due';
}

/**
 * The unique key under which a reminder is claimed, posted and recorded for one channel. A deadline that moves
 * gives a new key, because its date is part of it.
 * @param conversationKey the channel's key in the site
 */
export function reminderKey(reminder: PlannedReminder, conversationKey: string): string {
  return `${subjectOf(reminder)}/${reminder.daysBefore}/${conversationKey}`;
}

/** Calendar days from an instant to the reminder's deadline, in the deadline's zone. */
export function reminderDaysLeft(reminder: PlannedReminder, at: Temporal.Instant): number {
  return daysLeft(reminder.deadlines[0], at);
}

/** The deadlines that members act upon: of the agreed and the general one only the binding one is announced. */
function announced(meeting: Meeting, group: WorkingGroup): Deadline[] {
  const { bindingTranslation, languageRequest, binding } = deadlinesOf(meeting, group);
  const contributions = bindingTranslation.kind === binding.kind ? [binding] : [bindingTranslation, binding];
  return [...contributions, languageRequest];
}

function sameDayGroups(deadlines: readonly Deadline[]): [Deadline, ...Deadline[]][] {
  const groups = new Map<string, [Deadline, ...Deadline[]]>();
  for (const deadline of deadlines) {
    const group = groups.get(deadline.date.toString());
    if (group === undefined) {
      groups.set(deadline.date.toString(), [deadline]);
    } else {
      group.push(deadline);
    }
  }
  return [...groups.values()];
}

function subjectOf(reminder: PlannedReminder): string {
  const kinds = reminder.deadlines.map((deadline) => deadline.kind).join('+');
  return `${reminder.meeting.id}/${kinds}/${reminder.deadlines[0].date.toString()}`;
}
