import { isSiteError } from '../../site/errors';
import { pauseSeconds } from '../backoff';
import { DiskFullError } from '../disk';

/**
 * How long a job is put off that cannot be done because the site is in trouble as a whole, somebody has the file open, or
 * the disk of this service is full: that is no failure of the job and makes no dead letter of it.
 * @param putOff how often it was put off already
 * @returns undefined for any other error
 */
export function siteTroublePause(error: unknown, putOff: number): number | undefined {
  if (error instanceof DiskFullError) {
    return pauseSeconds({ attempts: putOff + 1 }, Math.random());
  }
  if (!isSiteError(error, 'locked', 'throttled', 'unreachable', 'notSignedIn', 'notAllowed')) {
    return undefined;
  }
  const { retryAfterSeconds } = error;
  return pauseSeconds({ attempts: putOff + 1, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }, Math.random());
}
