import { reminderKey } from '../rules/reminderPlan';
import type { PlannedReminder } from '../rules/reminderPlan';
import type { ReminderSubject } from '../site/reminders';
import type { Subscriber } from './subscriber';

/**
 * What is recorded of a reminder to a subscriber.
 * @param planned the reminder as it is planned, whose key it has, when not all of its deadlines are shown
 */
export function reminderSubject(shown: PlannedReminder, { key }: Pick<Subscriber, 'key'>, planned = shown): ReminderSubject {
  return {
    key: reminderKey(planned, key),
    kind: shown.deadlines.map(({ kind }) => kind).join('+'),
    meetingId: shown.meeting.id,
    subscriber: key,
    dueAt: shown.dueAt.toInstant(),
    announcedDate: shown.deadlines[0].date
  };
}
