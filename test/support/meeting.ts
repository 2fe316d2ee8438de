import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';

/** The group's second meeting, 1 October 2020, with its agreed deadline; or one like it. */
export function meeting(changes: Partial<Omit<Meeting, 'start' | 'end' | 'agreedDeadline'>> & { start?: string; end?: string; agreedDeadline?: string | null } = {}): Meeting {
  const { start = '2020-10-01', end = start, agreedDeadline = '2020-09-18', ...rest } = changes;
  return {
    id: 2,
    title: 'Second meeting of TDAG-WG-SOP',
    start: Temporal.PlainDate.from(start),
    end: Temporal.PlainDate.from(end),
    statutory: false,
    ...(agreedDeadline === null ? {} : { agreedDeadline: Temporal.PlainDate.from(agreedDeadline) }),
    languageFunds: 'unknown',
    status: 'planned',
    ...rest
  };
}

/** An instant given as a wall-clock time in Geneva, e.g. `2020-09-18T23:59:59`. */
export function geneva(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Zurich').toInstant();
}
