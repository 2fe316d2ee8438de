import type { Temporal } from 'temporal-polyfill';

/** A claim of which nobody recorded the end for this long was interrupted; nobody knows whether it was posted. */
const INTERRUPTED_AFTER_MINUTES = 10;

/** Whether something that was begun to be posted and never recorded as ended was interrupted. */
export function isInterrupted(begunAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(begunAt).total('minutes') > INTERRUPTED_AFTER_MINUTES;
}
