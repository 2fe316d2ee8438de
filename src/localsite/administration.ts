import type { Response } from 'express';
import { Router, json } from 'express';
import { Temporal } from 'temporal-polyfill';
import type { SiteClock } from './clock';
import { ClockProblem, parseInstant } from './clock';
import { FaultProblem } from './faults';
import type { Faults } from './faults';
import type { SiteStore } from './store/siteStore';

/** Durations such as "one day" are meant on Geneva's calendar. */
const ZONE = 'Europe/Zurich';

/** The site's own switches below `/_local`, which SharePoint does not have: users, clock, faults. */
export function administrationRouter(clock: SiteClock, faults: Faults, site: SiteStore): Router {
  const router = Router();
  router.use(json());

  router.get('/users', (_request, response) => {
    const users = site.principals.all('user').map(({ email, title, id }) => ({ email, title, groups: site.principals.groupsOf(id).map((group) => group.title) }));
    response.json(users);
  });

  router.get('/clock', (_request, response) => {
    response.json({ now: clock.now().toString() });
  });
  router.post('/clock', (request, response) => {
    attempt(response, () => {
      const { advanceTo, advanceBy } = (request.body ?? {}) as { advanceTo?: unknown; advanceBy?: unknown };
      clock.advanceTo(advanceTo === undefined ? later(clock, String(advanceBy)) : parseInstant(String(advanceTo), 'advanceTo'));
      response.set('Date', httpDate(clock)).json({ now: clock.now().toString() });
    });
  });

  router.get('/faults', (_request, response) => {
    response.json(faults.all);
  });
  router.post('/faults', (request, response) => {
    attempt(response, () => response.status(201).json(faults.add(request.body)));
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  return router;
}

/** The site's time as a `Date` header. */
export function httpDate(clock: SiteClock): string {
  return new Date(clock.now().epochMilliseconds).toUTCString();
}

function later(clock: SiteClock, duration: string): Temporal.Instant {
  try {
    return clock.now().toZonedDateTimeISO(ZONE).add(Temporal.Duration.from(duration)).toInstant();
  } catch {
    throw new ClockProblem('Give {"advanceTo": "2020-09-11T07:00:00Z"} or {"advanceBy": "P1D"}.');
  }
}

function attempt(response: Response, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ClockProblem) && !(error instanceof FaultProblem)) {
      throw error;
    }
    response.status(400).json({ message: error.message });
  }
}
