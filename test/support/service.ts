import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../src/service/log';
import type { Log } from '../../src/service/log';
import type { ServiceSettings } from '../../src/service/settings';
import { startService } from '../../src/service/startService';
import type { ServiceExtras } from '../../src/service/startService';
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
  { log, ...extras }: ServiceExtras & { readonly log?: Log } = {}
): Promise<TestService> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = await startService(
    {
      siteUrl: site.url,
      host: '127.0.0.1',
      port,
      publicUrl: url,
      deskUrl: 'https://example.org/desk',
      logLevel: 'silent',
      pollSeconds: 1,
      tickSeconds: 1,
      postsPerSecond: 30,
      activitiesPerMinute: 100_000,
      noticeSeconds: 1,
      graphUrl: 'https://graph.microsoft.com',
      fileHosts: ['*.sharepoint.com'],
      calendarFeed: true,
      ...changes
    },
    site.connect('service'),
    log ?? createLog(process.env.TEST_LOG_LEVEL ?? 'silent'),
    extras
  );
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
