import type { Temporal } from 'temporal-polyfill';
import { CONTRIBUTION_DEADLINES } from './deadlineKind';
import type { Meeting } from './meeting';
import { isRemindedOf, planReminders, reminderAction } from './reminderPlan';
import type { PlannedReminder } from './reminderPlan';
import type { WorkingGroup } from './workingGroup';

/** A document as far as its author is reminded of it. */
export interface UnfinishedDocument {
  readonly meetingId?: number;
  readonly createdAt: Temporal.Instant;
}

/**
 * The steps of the plan at which authors of documents that are not in order are reminded at an instant: for each deadline the
 * last that is due, while the deadline is open and the group works.
 */
export function dueForAuthors(meetings: readonly Meeting[], group: WorkingGroup, at: Temporal.Instant): PlannedReminder[] {
  return meetings
    .filter((meeting) => isRemindedOf(meeting, group, at))
    .flatMap((meeting) => {
      const plan = planReminders(meeting, group);
      return plan.flatMap((reminder) => {
        const action = reminderAction(reminder, plan, { kinds: CONTRIBUTION_DEADLINES }, group, { at, isInterpretationDecided: false });
        return action?.kind === 'due' ? [{ ...reminder, deadlines: action.deadlines }] : [];
      });
    });
}

/**
 * Which of those steps an author is reminded at of a document that is not in order: the nearest deadline of its meeting, or
 * of any meeting when it has none. A document that came after the step was spoken of when it came.
 * @param due by {@link dueForAuthors}
 */
export function authorReminderOf(document: UnfinishedDocument, due: readonly PlannedReminder[]): PlannedReminder | undefined {
  const [nearest] = due
    .filter(({ meeting }) => document.meetingId === undefined || meeting.id === document.meetingId)
    .sort((one, other) => one.deadlines[0].closesAt.epochMilliseconds - other.deadlines[0].closesAt.epochMilliseconds);
  return nearest !== undefined && document.createdAt.epochMilliseconds < nearest.dueAt.epochMilliseconds ? nearest : undefined;
}
