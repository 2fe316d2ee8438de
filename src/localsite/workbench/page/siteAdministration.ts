/** A person that the local site knows; the workbench can act as each of them. */
export interface LocalUser {
  readonly email: string;
  readonly title: string;
}

/** The local site did not do what the workbench asked. */
export class SiteRequestError extends Error {
  public constructor(what: string, reason: string) {
    super(`${what}: ${reason}. Is the local site running? Start it with "npm start" and reload this page.`);
    this.name = 'SiteRequestError';
  }
}

/** Asks the site for JSON; `what` says in the error message what was wanted. */
export async function requestJson<T>(what: string, url: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  } catch (error) {
    throw new SiteRequestError(what, (error as Error).message);
  }
  if (!response.ok) {
    const answer: { message?: string; error?: string } = await response.json().catch(() => ({}));
    throw new SiteRequestError(what, answer.message ?? answer.error ?? `the site answered ${response.status}`);
  }
  return response.json();
}

/** The people of the local site, one in each role. */
export async function localUsers(): Promise<LocalUser[]> {
  return requestJson('The list of users could not be read', '/_local/users');
}

/** The site's present time as an ISO instant. */
export async function siteTime(): Promise<string> {
  const { now } = await requestJson<{ now: string }>("The site's time could not be read", '/_local/clock');
  return now;
}

/**
 * Moves the site's time forward.
 *
 * @param step - an ISO 8601 duration, or the instant to go to
 * @throws SiteRequestError when the instant is in the site's past
 */
export async function moveSiteTime(step: { readonly advanceBy: string } | { readonly advanceTo: string }): Promise<void> {
  await requestJson("The site's time could not be moved", '/_local/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(step)
  });
}
