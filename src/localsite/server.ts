import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { administrationRouter, httpDate } from './administration';
import type { SiteClock } from './clock';
import { downloadHandler } from './downloads';
import type { Faults } from './faults';
import { restHandler } from './restHandler';
import type { SiteStore } from './store/siteStore';
import { workbenchRouter } from './workbench/router';

/** What the application is made of. */
export interface ServerParts {
  readonly sites: readonly SiteStore[];
  readonly clock: SiteClock;
  readonly faults: Faults;
  readonly log: Logger;
}

/**
 * The application: REST and downloads of each site, the local switches, and the workbench page.
 * There are no CORS headers: nothing but the site's own pages may read it in a browser.
 */
export function createServer({ sites, clock, faults, log }: ServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(ownHostOnly);
  app.use((_request, response, next) => {
    response.set({ Date: httpDate(clock), MicrosoftSharePointTeamServices: '16.0.0.25000', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  app.use('/_local', administrationRouter(clock, faults, sites[0]));
  for (const site of sites) {
    app.use(site.path, faults.middleware);
    app.use(`${site.path}/_api`, noStore, restHandler(site, log));
    app.get(site.path, (_request, response) => response.redirect('/'));
    app.get(`${site.path}/*path`, noStore, downloadHandler(site));
  }
  app.use(workbenchRouter({ sitePath: sites[0].path }));
  app.use(answerFailure(log));
  return app;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};

/**
 * The users here have no passwords, so the address a browser used must be this machine's own name, and a page that
 * changes something must be ours: a name that was pointed here from outside, or a foreign page, gets nothing.
 */
const ownHostOnly: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  const origin = request.get('origin');
  const foreignPage = origin !== undefined && origin !== `http://${host}`;
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host) || (foreignPage && request.method !== 'GET')) {
    response.status(403).json({ message: 'The local site answers only at http://localhost and only to its own pages.' });
    return;
  }
  next();
};

/** What nobody else answered: the sender's mistake with its status, a failure of ours without where it happened. */
function answerFailure(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const { status } = error as { readonly status?: unknown };
    const isSenders = typeof status === 'number' && status >= 400 && status < 500;
    if (!isSenders) {
      log.error({ event: 'request failed', reason: error instanceof Error ? error.stack : String(error) });
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(isSenders ? status : 500).json({ message: isSenders ? 'The request cannot be read.' : 'An unexpected error occurred. The log of the local site says more.' });
  };
}
