import type { Meter } from '@opentelemetry/api';
import { graphCredential } from './graphCredential';
import { readGroupSettings } from './groupSettings';
import type { ConfiguredGroup } from './groupSettings';
import { storageCredential } from './jobs/storageCredential';
import { createLog } from './log';
import { ServiceMetrics } from './metrics';
import { openMetricsExport } from './metricsExport';
import { CannotListenError } from './server';
import { SettingsError } from './settings';
import { connectFromNode, siteSettings, SiteSettingsError } from './siteConnection';
import { startService } from './startService';
import type { ServedGroup } from './startService';
import { stopOnSignal } from './stop';

/** The service as a process: settings from the environment, log on standard output, an orderly stop. */
async function main(): Promise<void> {
  const { groups, ignored } = readGroupSettings(process.env);
  const [{ settings }] = groups;
  const log = createLog(settings.logLevel);
  if (ignored.length > 0) {
    log.warn({ event: 'settings.ignored', variables: ignored });
  }
  const metricsExport = await openMetricsExport(settings.metrics, log);
  const service = await startService(settings, await Promise.all(groups.map((group) => connectGroup(group, metricsExport.meter))), log);
  stopOnSignal(async () => {
    await service.stop();
    await metricsExport.stop();
  }, log);
}

/** Signs a group in, everywhere as itself. */
async function connectGroup({ name, settings, environment }: ConfiguredGroup, meter: Meter): Promise<ServedGroup> {
  const access = await siteSettings(settings.siteUrl, environment).catch((error: unknown) => {
    // Which group's sign-in it is, only whoever named the groups knows.
    throw error instanceof SiteSettingsError && name !== undefined ? new SiteSettingsError(`${name.toUpperCase()}: ${error.message}`) : error;
  });
  const botCredential = await graphCredential(settings.bot);
  const jobsCredential = await storageCredential(settings.jobs);
  const metrics = new ServiceMetrics(meter, name);
  return {
    ...(name === undefined ? {} : { name }),
    settings,
    connection: connectFromNode(access, metrics.siteRequests()),
    extras: {
      metrics,
      ...(jobsCredential === undefined ? {} : { jobsCredential }),
      ...(botCredential === undefined ? {} : { graphCredential: botCredential }),
      ...(access.credential === undefined ? {} : { mailCredential: access.credential })
    }
  };
}

main().catch((error: unknown) => {
  // Those that a person can do something about speak for themselves; of any other the trace is needed.
  const speaks = error instanceof SettingsError || error instanceof SiteSettingsError || error instanceof CannotListenError;
  process.stderr.write(`${speaks ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
