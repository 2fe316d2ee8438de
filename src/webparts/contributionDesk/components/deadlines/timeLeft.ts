import type { Temporal } from 'temporal-polyfill';
import { localeOf } from '../../../../messages/locale';
import type { Deadline } from '../../../../rules/deadlines';
import type { Language } from '../../../../rules/language';

/** The time until a deadline closes, in words and figures. */
export interface TimeLeft {
  /** Whole days, e.g. `7 days`; absent on the last day. */
  readonly days?: string;
  /** Hours, minutes and seconds of the day that has begun, e.g. `14:59:59`. */
  readonly clock: string;
}

/**
 * What is left of a deadline, which is open through its last second.
 * @returns undefined when it has passed
 */
export function timeLeft(deadline: Deadline, now: Temporal.Instant, language: Language): TimeLeft | undefined {
  const end = deadline.closesAt.add({ seconds: 1 });
  const { days, hours, minutes, seconds, sign } = now.toZonedDateTimeISO(end.timeZoneId).until(end, { largestUnit: 'day', smallestUnit: 'second' });
  if (sign <= 0) {
    return undefined;
  }
  const inDays = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return { ...(days === 0 ? {} : { days: inDays.format(days) }), clock };
}
