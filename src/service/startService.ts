import type { SiteConnection } from '../site/connection';
import { openGroup } from './group';
import type { Group, GroupExtras } from './group';
import { groupPath } from './groupPath';
import { healthRouter } from './health';
import type { Log } from './log';
import { livenessRouter, readinessRouter } from './readiness';
import { listen } from './server';
import type { Mounted } from './server';
import type { ServiceSettings } from './settings';
import { jointHealth, jointReadiness } from './severalGroups';

/** A service that runs. */
export interface RunningService {
  readonly port: number;
  /** Ends what is under way and starts nothing more. */
  stop(): Promise<void>;
}

/** A group that a service is to serve. */
export interface ServedGroup {
  /** The last part of its path below `/groups`; undefined for the only group of a service, at the root. */
  readonly name?: string;
  readonly settings: ServiceSettings;
  readonly connection: SiteConnection;
  readonly extras?: GroupExtras;
}

/**
 * Starts the service: it listens and does for each group what its site asks for. A site that cannot be reached keeps
 * neither its own group nor another from starting.
 * @param groups several with names, or one without
 * @throws CannotListenError
 */
export async function startService({ host, port }: Pick<ServiceSettings, 'host' | 'port'>, groups: readonly ServedGroup[], log: Log): Promise<RunningService> {
  const opened = await Promise.all(
    groups.map(async ({ name, settings, connection, extras }) => ({ name, siteUrl: settings.siteUrl, group: await openGroup(settings, connection, groupLog(log, name), extras) }))
  );
  const named = Object.fromEntries(opened.flatMap(({ name, group }) => (name === undefined ? [] : [[name, group]])));
  const server = await listen(
    host,
    port,
    [
      ...opened.flatMap(({ name, group }) => routesOf(name, group)),
      ...(Object.keys(named).length === 0
        ? []
        : [
            { path: '/healthz', router: healthRouter(() => jointHealth(named)) },
            { path: '/readyz', router: readinessRouter(() => jointReadiness(named)) }
          ]),
      { path: '/livez', router: livenessRouter() }
    ],
    log
  );
  for (const { name, siteUrl, group } of opened) {
    group.start();
    groupLog(log, name).info({ event: 'service.started', port: server.port, site: siteUrl });
  }

  return {
    port: server.port,
    stop: async () => {
      await Promise.all(opened.map(({ group }) => group.stop()));
      await server.close();
      await Promise.all(opened.map(({ group }) => group.dispose()));
      log.info({ event: 'service.stopped' });
    }
  };
}

/** Whatever is logged for one of several groups carries its name. */
function groupLog(log: Log, name: string | undefined): Log {
  return name === undefined ? log : log.child({ group: name });
}

function routesOf(name: string | undefined, { routes, health, readiness }: Group): Mounted[] {
  const path = groupPath(name);
  return [
    { path: `${path}/healthz`, router: healthRouter(health) },
    { path: `${path}/readyz`, router: readinessRouter(readiness) },
    { path: path === '' ? '/' : path, router: routes }
  ];
}
