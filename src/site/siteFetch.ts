import { machineNow } from './clock';
import type { SiteClock } from './clock';
import { SiteAddressError } from './errors';
import type { SiteError } from './errors';
import { pause } from './pause';
import { PATIENCE, patientFetch } from './patientFetch';
import type { Patience } from './patientFetch';
import { errorOfFailure, errorOfRedirect, errorOfResponse, isRedirect, retryAfter } from './sharePointErrors';
import { StalledError } from './stalledError';
import type { UploadProgressInit } from './fetchWithProgress';

const ATTEMPTS = 3;
const FIRST_PAUSE_SECONDS = 0.2;
/** A longer pause is left to the caller, who can tell the person. */
const LONGEST_PAUSE_SECONDS = 30;

/** POST endpoints that only read, so that asking twice does no harm. */
const READING_POST = /\/_api\/(contextinfo|.*\/getchanges)$/i;

/**
 * Sends a request to the site, tells the clock of the answer's time and turns whatever is not a success into a
 * {@link SiteError}.
 *
 * It stands in for PnPjs' `BrowserFetchWithRetry`, which also repeats a POST whose answer was lost and so may write
 * twice. Here a pause that the site asks for is kept (429, and 503 with `Retry-After`, are refusals: nothing was
 * done), but after a lost answer only reading requests are repeated; a write ends as `unreachable`, and the
 * collection that sent it finds out what became of it. An answer that was waited for in vain is not asked for again:
 * whoever waits has waited long enough to be told. A redirect is not followed: the site is not where it was.
 *
 * Source: "Avoid getting throttled or blocked in SharePoint Online".
 *
 * @throws SiteError
 */
export async function siteFetch(url: URL, init: UploadProgressInit, clock: SiteClock, patience: Patience = PATIENCE): Promise<Response> {
  const reads = (init.method ?? 'GET').toUpperCase() === 'GET' || READING_POST.test(url.pathname);
  for (let attempt = 1; ; attempt++) {
    const last = attempt === ATTEMPTS;
    const outcome = await send(url, init, clock, patience);
    if (outcome instanceof Response && outcome.ok) {
      return outcome;
    }
    const seconds = pauseBefore(outcome, reads, attempt);
    if (last || seconds === undefined || init.signal?.aborted === true) {
      throw outcome instanceof Response ? await errorOf(outcome, url) : errorOfFailure(outcome.failure, init.signal, url);
    }
    await pause(seconds, init.signal);
  }
}

async function errorOf(response: Response, url: URL): Promise<SiteError> {
  if (isRedirect(response)) {
    return errorOfRedirect(response, url);
  }
  const error = await errorOfResponse(response);
  // A site says by its own number what it does not have; without one the server answers, of which no site is there.
  return error.status === 404 && error.code === undefined ? new SiteAddressError('noSite', `${url.host} knows no site at this address`, { status: 404 }) : error;
}

async function send(url: URL, init: UploadProgressInit, clock: SiteClock, patience: Patience): Promise<Response | { failure: unknown }> {
  const sentAt = machineNow();
  try {
    const response = await patientFetch(url, init, patience);
    clock.observe(response.headers.get('Date'), sentAt, machineNow());
    return response;
  } catch (failure) {
    return { failure };
  }
}

/** Seconds to wait before the next attempt; undefined when there must not be one. */
function pauseBefore(outcome: Response | { failure: unknown }, reads: boolean, attempt: number): number | undefined {
  const growing = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1) * (1 + Math.random());
  if (!(outcome instanceof Response)) {
    return reads && !(outcome.failure instanceof StalledError) ? growing : undefined;
  }
  const asked = retryAfter(outcome);
  const refused = outcome.status === 429 || (outcome.status === 503 && asked !== undefined);
  if (refused) {
    return asked !== undefined && asked > LONGEST_PAUSE_SECONDS ? undefined : asked ?? growing;
  }
  return reads && [502, 503, 504].includes(outcome.status) ? growing : undefined;
}
