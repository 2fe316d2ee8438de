import type { Temporal } from 'temporal-polyfill';
import type { WorkingGroup } from './workingGroup';

/** Whether the secretariat works on a calendar date: neither a quiet weekday nor a holiday of the group. */
export function isWorkingDay(date: Temporal.PlainDate, group: WorkingGroup): boolean {
  return !group.quietDays.includes(date.dayOfWeek) && !group.holidays.includes(date.toString());
}

/** The last of `count` working days after a date; the date itself is not counted. With 0 it is the date itself. */
export function addWorkingDays(date: Temporal.PlainDate, count: number, group: WorkingGroup): Temporal.PlainDate {
  let day = date;
  for (let counted = 0; counted < count; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, group)) {
      counted += 1;
    }
  }
  return day;
}

/** The last working day up to and including a date. */
export function workingDayUntil(date: Temporal.PlainDate, group: WorkingGroup): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(day, group)) {
    day = day.subtract({ days: 1 });
  }
  return day;
}
