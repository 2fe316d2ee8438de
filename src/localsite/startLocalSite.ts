import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import pino from 'pino';
import type { ClockSetting } from './clock';
import { SiteClock } from './clock';
import { Faults } from './faults';
import { createServer } from './server';
import { SiteStore } from './store/siteStore';
import type { NotificationPolicy } from './webhooks';
import { WebhookNotifier } from './webhooks';

/** Only this machine reaches the site: its users have no passwords. */
const HOST = '127.0.0.1';

/** SharePoint tells after about a minute and retries after five; here people wait. */
const NOTIFICATIONS: NotificationPolicy = { delayMilliseconds: 300, retryMilliseconds: 5000, retries: 5 };

/** How a local site is started. */
export interface LocalSiteOptions {
  /** Everything is kept here; it is made when absent. */
  readonly dataFolder: string;
  /** 0 for any free one. */
  readonly port?: number;
  /** Where the clock starts; see `SiteClock`. */
  readonly now?: ClockSetting;
  /** Names of the sites; the first one is the desk's. */
  readonly sites?: readonly string[];
  readonly notifications?: Partial<NotificationPolicy>;
  readonly log?: Logger;
}

/** A running local site. */
export interface LocalSite {
  /** Absolute URL of the first site, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends it; what was acknowledged is on the disk already. */
  stop(): Promise<void>;
}

/** The port is in use; the message says what to do. */
export class PortTakenProblem extends Error {
  public override readonly name = 'PortTakenProblem';

  public constructor(port: number) {
    super(`Port ${port} is in use. Stop the program that uses it, or choose another one with SITE_PORT=<number>.`);
  }
}

/**
 * Starts a local site.
 * @throws PortTakenProblem
 * @throws ClockProblem when `now` is no instant
 */
export async function startLocalSite(options: LocalSiteOptions): Promise<LocalSite> {
  const { dataFolder, port = 8787, now, sites: names = ['tdag-wg-sop'], log = pino({ level: 'silent' }) } = options;
  mkdirSync(dataFolder, { recursive: true });
  const clock = new SiteClock(dataFolder, now);
  const sites = names.map((name) => new SiteStore(join(dataFolder, 'sites', name), `/sites/${name}`, clock));
  const close = (): void => {
    sites.forEach((site) => site.close());
    clock.close();
  };
  const server = createHttpServer(createServer({ sites, clock, faults: new Faults(), log }));
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
  } catch (error) {
    close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTakenProblem(port) : error;
  }
  const notifiers = sites.map((site) => new WebhookNotifier(site, { ...NOTIFICATIONS, ...options.notifications }));
  const taken = (server.address() as AddressInfo).port;
  log.info({ event: 'local site started', port: taken, now: clock.stamp() });
  return {
    url: `http://localhost:${taken}${sites[0].path}`,
    port: taken,
    async stop() {
      server.close();
      server.closeIdleConnections();
      const ended = once(server, 'close');
      const impatience = setTimeout(() => server.closeAllConnections(), 500);
      await ended;
      clearTimeout(impatience);
      await Promise.all(notifiers.map((notifier) => notifier.stop()));
      close();
    }
  };
}
