import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

import express from 'express';

import { workbenchRouter } from '../../../src/localsite/workbench/router';

/** The folder of the probe's build; the probe writes down what its host tells it. */
export const probeRelease = resolve(__dirname, 'probe');

/** The folder that `npm run build` writes. */
export const shippedRelease = resolve(__dirname, '../../../release');

const sitePath = '/sites/tdag-wg-sop';
const people = [
  ['delegate.fr@example.org', 'Delegate of France'],
  ['secretariat@example.org', 'Secretariat']
] as const;

/** A server with the workbench and with as much of a site as the workbench itself asks for. */
export interface SiteForWorkbench {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the workbench over a build of a web part. The site's clock stands at 10 August 2020, 9:00
 * in Geneva, until it is moved.
 */
export async function startSiteForWorkbench(releaseFolder: string): Promise<SiteForWorkbench> {
  let now = Date.parse('2020-08-10T07:00:00Z');
  const app = express();
  app.get('/_local/users', (_request, response) => {
    response.json(people.map(([email, title]) => ({ email, title })));
  });
  app.get('/_local/clock', (_request, response) => {
    response.json({ now: new Date(now).toISOString() });
  });
  app.post('/_local/clock', express.json(), (request, response) => {
    now = request.body.advanceBy === 'P1D' ? now + 24 * 60 * 60 * 1000 : Date.parse(request.body.advanceTo);
    response.json({ now: new Date(now).toISOString() });
  });
  app.get(`${sitePath}/_api/web`, (request, response) => {
    const url = `http://${request.headers.host}${sitePath}`;
    response.json({
      Id: '0f1d2c3b-4a59-4687-9788-a9bacbdcedfe',
      Title: 'TDAG-WG-SOP',
      Url: url,
      ServerRelativeUrl: sitePath,
      EffectiveBasePermissions: { High: '432', Low: '1011030767' }
    });
  });
  app.get(`${sitePath}/_api/web/currentuser`, (request, response) => {
    const acting = people.find(([email]) => request.headers.cookie?.includes(`localUser=${email}`));
    if (acting === undefined) {
      response.status(401).end();
    } else {
      response.json({ Title: acting[1], Email: acting[0], LoginName: `i:0#.f|membership|${acting[0]}` });
    }
  });
  app.use(workbenchRouter({ sitePath, releaseFolder }));
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  };
}
