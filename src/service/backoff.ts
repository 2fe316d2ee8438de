/** The pause after the first failure, doubled with each further one up to the longest. */
const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 3600;
/** By how much of itself, and by how many seconds, a pause that was named is lengthened at the most. */
const SPREAD = 0.25;
const LONGEST_SPREAD_SECONDS = 30;

/** What decides about the pause before something is tried again. */
export interface FailedAttempt {
  /** How often it was tried. */
  readonly attempts: number;
  /** The pause that the other side asked for. */
  readonly retryAfterSeconds?: number;
}

/**
 * Seconds until something is tried again that was not taken. They are spread at random over the whole pause ("full jitter"), so
 * that what failed together does not come back together, and never less than what the other side asked for.
 *
 * Sources: Microsoft Teams documentation, "Optimize your bot: Rate limiting", exponential backoff with jitter; M. Brooker,
 * "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015): full jitter needs the fewest calls.
 * @param random a number from 0 up to but not including 1
 */
export function pauseSeconds({ attempts, retryAfterSeconds }: FailedAttempt, random: number): number {
  if (retryAfterSeconds !== undefined) {
    return retryAfterSeconds + random * Math.min(SPREAD * retryAfterSeconds, LONGEST_SPREAD_SECONDS);
  }
  const longest = Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
  return longest * random;
}
