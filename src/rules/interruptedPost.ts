import type { Temporal } from 'temporal-polyfill';

/** What is being sent for this long without a record of its end was interrupted; nobody knows whether it was posted. */
const INTERRUPTED_AFTER_MINUTES = 10;

/** Whether something of which it is recorded that it is being sent was interrupted. Either way: the clock may have been set back since. */
export function isInterrupted(sendingSince: Temporal.Instant, now: Temporal.Instant): boolean {
  return Math.abs(now.since(sendingSince).total('minutes')) > INTERRUPTED_AFTER_MINUTES;
}
