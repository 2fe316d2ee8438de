import { Temporal } from 'temporal-polyfill';
import { translatorFor } from '../messages/allMessages';
import { wordDeadlineSentence, wordReminder } from '../messages/reminderWording';
import { daysLeft } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import { planAllReminders } from '../rules/reminderPlan';
import type { PlannedReminder } from '../rules/reminderPlan';
import { isSubscribed } from '../rules/subscription';
import type { Subscription } from '../rules/subscription';
import type { WorkingGroup } from '../rules/workingGroup';

/** Which reminders are listed. */
export interface ListingRange {
  /** The first and the last day, in the group's zone. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/**
 * The planned messages of some days as lines of text: when each is posted, in the group's zone, and what it says in the
 * subscription's language; below it the reminders in it with kind, step and meeting.
 */
export function reminderListing(meetings: readonly Meeting[], group: WorkingGroup, { from, to }: ListingRange, subscription: Pick<Subscription, 'language' | 'kinds'>): string[] {
  const mornings = new Map<string, [PlannedReminder, ...PlannedReminder[]]>();
  for (const planned of planAllReminders(meetings, group)) {
    const [first, ...others] = planned.deadlines.filter(({ kind }) => isSubscribed(subscription, kind));
    const day = planned.dueAt.toPlainDate();
    if (first !== undefined && Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0) {
      const reminder = { ...planned, deadlines: [first, ...others] as const };
      const known = mornings.get(planned.dueAt.toString());
      mornings.set(planned.dueAt.toString(), known === undefined ? [reminder] : [...known, reminder]);
    }
  }
  return [...mornings.values()].flatMap((reminders) => linesOf(reminders, group, subscription));
}

function linesOf(reminders: readonly [PlannedReminder, ...PlannedReminder[]], group: WorkingGroup, { language }: Pick<Subscription, 'language'>): string[] {
  const translator = translatorFor(language);
  const [{ dueAt }] = reminders;
  const at = dueAt.toInstant();
  const when = `${dueAt.toPlainDate().toString()} ${dueAt.toPlainTime().toString({ smallestUnit: 'minute' })} ${dueAt.offset} ${dueAt.timeZoneId}`;
  return [
    `${when}  ${wordReminder(reminders, at, group, translator).heading}`,
    ...reminders.flatMap(({ meeting, deadlines, daysBefore }) =>
      deadlines.map((deadline) => {
        const sentence = wordDeadlineSentence({ deadline, daysLeft: daysLeft(deadline, at) }, group, translator);
        return `    ${stepName(daysBefore).padEnd(14)}  ${deadline.kind.padEnd(15)}  ${meeting.title}  ${sentence}`;
      })
    )
  ];
}

function stepName(daysBefore: number): string {
  return daysBefore === 0 ? 'last morning' : `${daysBefore} ${daysBefore === 1 ? 'day' : 'days'} before`;
}
