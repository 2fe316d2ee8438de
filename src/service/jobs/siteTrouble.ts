import { isSiteError } from '../../site/errors';
import { pauseSeconds } from '../backoff';

/**
 * How long a job is put off that cannot be done because the site is in trouble as a whole, or somebody has the file open:
 * that is no failure of the job and makes no dead letter of it.
 * @param putOff how often it was put off already
 * @returns undefined for any other error
 */
export function siteTroublePause(error: unknown, putOff: number): number | undefined {
  if (!isSiteError(error, 'locked', 'throttled', 'unreachable', 'notSignedIn', 'notAllowed')) {
    return undefined;
  }
  const { retryAfterSeconds } = error;
  return pauseSeconds({ attempts: putOff + 1, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }, Math.random());
}
