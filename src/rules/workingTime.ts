import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from './workingDays';
import type { WorkingGroup } from './workingGroup';

/** Whether an instant lies in the group's working hours on one of its working days, by the clocks of its zone. */
export function isWorkingTime(at: Temporal.Instant, group: WorkingGroup): boolean {
  const local = at.toZonedDateTimeISO(group.zone);
  const { from, to } = group.workingHours;
  return isWorkingDay(local.toPlainDate(), group) && local.hour >= from && local.hour < to;
}

/** When the group works next: the instant itself when it works then. */
export function nextWorkingTime(at: Temporal.Instant, group: WorkingGroup): Temporal.Instant {
  if (isWorkingTime(at, group)) {
    return at;
  }
  const { from } = group.workingHours;
  const local = at.toZonedDateTimeISO(group.zone);
  let day = local.hour < from ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  while (!isWorkingDay(day, group)) {
    day = day.add({ days: 1 });
  }
  return day.toZonedDateTime({ timeZone: group.zone, plainTime: { hour: from } }).toInstant();
}

/**
 * Whether something that is late is posted at an instant or waits for working time. It does not wait when the group does
 * not work any more until the moment by which it must be known.
 */
export function isPostingTime(at: Temporal.Instant, knownBy: Temporal.Instant, group: WorkingGroup): boolean {
  const next = nextWorkingTime(at, group);
  return Temporal.Instant.compare(next, at) <= 0 || Temporal.Instant.compare(next, knownBy) > 0;
}
