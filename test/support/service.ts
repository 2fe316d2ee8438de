import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../src/service/log';
import type { Log } from '../../src/service/log';
import type { ServiceSettings } from '../../src/service/settings';
import type { GroupExtras } from '../../src/service/group';
import { groupPath } from '../../src/service/groupPath';
import { startService } from '../../src/service/startService';
import type { RunningService } from '../../src/service/startService';
import type { TestSite } from './provisionedSite';

/** A service that runs for a test. */
export interface TestService {
  readonly url: string;
  readonly messagesUrl: string;
  health(): Promise<{ status: number; body: Record<string, Record<string, unknown>> }>;
  stop(): Promise<void>;
}

/**
 * Starts the whole service in this process against a site. It looks at the library and at the reminders every second,
 * so that tests need not rely on notifications alone.
 */
export async function runService(
  site: TestSite,
  changes: Partial<ServiceSettings> = {},
  { log, ...extras }: GroupExtras & { readonly log?: Log } = {}
): Promise<TestService> {
  const { services } = await runGroups([{ site, changes, extras }], log);
  return services[0];
}

/** A group of a service under test. */
export interface TestGroup {
  /** Needed where there are several. */
  readonly name?: string;
  readonly site: TestSite;
  readonly changes?: Partial<ServiceSettings>;
  readonly extras?: GroupExtras;
}

/** Starts one service for several groups. @returns its address, and what each group shows of it; stopping one stops all */
export async function runGroups(groups: readonly TestGroup[], log: Log = createLog(process.env.TEST_LOG_LEVEL ?? 'silent')): Promise<{ readonly url: string; readonly services: readonly TestService[] }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = await startService(
    { host: '127.0.0.1', port, ...groups[0].changes },
    groups.map(({ name, site, changes, extras }) => ({
      ...(name === undefined ? {} : { name }),
      settings: { ...settingsOf(site, port, `${url}${groupPath(name)}`), ...changes },
      connection: site.connect('service'),
      ...(extras === undefined ? {} : { extras })
    })),
    log
  );
  return { url, services: groups.map(({ name }) => shown(`${url}${groupPath(name)}`, service)) };
}

function settingsOf(site: TestSite, port: number, publicUrl: string): ServiceSettings {
  return {
    siteUrl: site.url,
    host: '127.0.0.1',
    port,
    publicUrl,
    deskUrl: 'https://example.org/desk',
    logLevel: 'silent',
    pollSeconds: 1,
    tickSeconds: 1,
    postsPerSecond: 30,
    activitiesPerMinute: 100_000,
    noticeSeconds: 1,
    graphUrl: 'https://graph.microsoft.com',
    fileHosts: ['*.sharepoint.com'],
    calendarFeed: true
  };
}

function shown(url: string, service: RunningService): TestService {
  return {
    url,
    messagesUrl: `${url}/api/messages`,
    health: async () => {
      const response = await fetch(`${url}/healthz`);
      return { status: response.status, body: (await response.json()) as Record<string, Record<string, unknown>> };
    },
    stop: () => service.stop()
  };
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
