import { Temporal } from 'temporal-polyfill';

/**
 * The hours of the day in which nothing is posted, by the clock of the group's zone: from `from` up to but not including
 * `to`, over midnight when `to` is the earlier one. They are never equal.
 */
export interface QuietHours {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
}

/** A reminder that leaves less time than this is as good as none, so it comes within the quiet hours instead. */
const LEAST_HOURS_LEFT = 1;

/** Quiet hours of two times; undefined when they are the same, which leaves no hour that is not quiet. */
export function quietHoursOf(from: Temporal.PlainTime, to: Temporal.PlainTime): QuietHours | undefined {
  return from.equals(to) ? undefined : { from, to };
}

/**
 * Until when something that could be posted now has to wait. What falls into the quiet hours is posted at their end,
 * unless its deadline would have passed or be less than an hour away by then: then it is posted now.
 * @param closesAt the deadline that it is about; undefined when it is about none
 * @returns undefined when it can be posted now
 */
export function quietUntil(now: Temporal.Instant, closesAt: Temporal.Instant | undefined, hours: QuietHours | undefined, zone: string): Temporal.Instant | undefined {
  const end = hours === undefined ? undefined : endOfQuiet(now.toZonedDateTimeISO(zone), hours);
  const comesInTime = end !== undefined && (closesAt === undefined || Temporal.Instant.compare(end.add({ hours: LEAST_HOURS_LEFT }), closesAt) <= 0);
  return comesInTime ? end : undefined;
}

/** @returns undefined outside the quiet hours */
function endOfQuiet(at: Temporal.ZonedDateTime, { from, to }: QuietHours): Temporal.Instant | undefined {
  const time = at.toPlainTime();
  const hasBegun = Temporal.PlainTime.compare(time, from) >= 0;
  const isNotOver = Temporal.PlainTime.compare(time, to) < 0;
  const isOverMidnight = Temporal.PlainTime.compare(from, to) > 0;
  if (isOverMidnight ? !hasBegun && !isNotOver : !hasBegun || !isNotOver) {
    return undefined;
  }
  const lastDay = isNotOver ? at.toPlainDate() : at.toPlainDate().add({ days: 1 });
  // When the clocks go back an hour comes twice: the quiet hours end when it has come the second time.
  return lastDay.toPlainDateTime(to).toZonedDateTime(at.timeZoneId, { disambiguation: 'later' }).toInstant();
}
