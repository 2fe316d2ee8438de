import { Temporal } from 'temporal-polyfill';
import { quietUntil } from './quietHours';
import type { ReminderSettings } from './reminderSettings';
import { isWorkingDay } from './workingDays';
import type { WorkingGroup } from './workingGroup';
import { isWorkingTime, nextWorkingTime } from './workingTime';

/** A post that leaves less time than this before what must be known by then comes by itself. */
const LEAST_HOURS_LEFT = 1;
/** Quiet hours that leave no working time in so many days leave none at all; holidays in a row are fewer. */
const LONGEST_WAIT_DAYS = 30;

/** Something that is to be told. */
export interface Happening {
  readonly at: Temporal.Instant;
  /** The moment by which it must be known; undefined when nothing closes then. */
  readonly knownBy?: Temporal.Instant;
}

type Wish = Pick<ReminderSettings, 'mode' | 'quietHours'>;

/**
 * Whether something that happened is told now. It waits
 * - for the group's working time outside the quiet hours; where these leave none, for the end of the quiet hours alone;
 * - for whoever wants a digest, for the first one after it happened.
 * It waits for none of these when it would come too late then: a digest is never a reason to miss a deadline.
 */
export function isToldNow(happening: Happening, wish: Wish, at: Temporal.Instant, group: WorkingGroup): boolean {
  const { knownBy } = happening;
  if (waitsForDigest(happening, wish, at, group) || quietUntil(at, knownBy, wish.quietHours, group.zone) !== undefined) {
    return false;
  }
  const latest = knownBy === undefined ? at.add({ hours: 24 * LONGEST_WAIT_DAYS }) : knownBy.subtract({ hours: LEAST_HOURS_LEFT });
  return isWorkingTime(at, group) || !suitsLater(at, latest, wish, group);
}

/** Whether working time outside the quiet hours comes from an instant on until another. */
function suitsLater(at: Temporal.Instant, latest: Temporal.Instant, { quietHours }: Wish, group: WorkingGroup): boolean {
  for (let moment = nextWorkingTime(at, group); Temporal.Instant.compare(moment, latest) <= 0; moment = nextWorkingTime(moment, group)) {
    const end = quietUntil(moment, undefined, quietHours, group.zone);
    if (end === undefined) {
      return true;
    }
    moment = end;
  }
  return false;
}

/** Whether something waits at an instant for a digest that is to come, and is told in time by it. */
export function waitsForDigest({ at: happenedAt, knownBy }: Happening, wish: Wish, at: Temporal.Instant, group: WorkingGroup): boolean {
  if (wish.mode !== 'daily' || Temporal.Instant.compare(happenedAt, lastDigestTime(at, group)) < 0) {
    return false;
  }
  const next = nextDigestTime(at, group);
  const comesAt = quietUntil(next, knownBy, wish.quietHours, group.zone) ?? next;
  return knownBy === undefined || Temporal.Instant.compare(comesAt.add({ hours: LEAST_HOURS_LEFT }), knownBy) <= 0;
}

/** When the last digest was due up to an instant: at the reminder hour of a working day. */
export function lastDigestTime(at: Temporal.Instant, group: WorkingGroup): Temporal.Instant {
  const today = at.toZonedDateTimeISO(group.zone).toPlainDate();
  for (let day = today; ; day = day.subtract({ days: 1 })) {
    const time = digestOn(day, group);
    if (time !== undefined && Temporal.Instant.compare(time, at) <= 0) {
      return time;
    }
  }
}

/** When the next digest is due after an instant. */
export function nextDigestTime(at: Temporal.Instant, group: WorkingGroup): Temporal.Instant {
  const today = at.toZonedDateTimeISO(group.zone).toPlainDate();
  for (let day = today; ; day = day.add({ days: 1 })) {
    const time = digestOn(day, group);
    if (time !== undefined && Temporal.Instant.compare(time, at) > 0) {
      return time;
    }
  }
}

function digestOn(day: Temporal.PlainDate, group: WorkingGroup): Temporal.Instant | undefined {
  return isWorkingDay(day, group) ? day.toZonedDateTime({ timeZone: group.zone, plainTime: { hour: group.reminderHour } }).toInstant() : undefined;
}
