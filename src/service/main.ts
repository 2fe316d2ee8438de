import { graphCredential } from './graphCredential';
import { storageCredential } from './jobs/storageCredential';
import { createLog } from './log';
import { ServiceMetrics } from './metrics';
import { openMetricsExport } from './metricsExport';
import { CannotListenError } from './server';
import { readSettings, SettingsError } from './settings';
import { connectFromNode, siteSettings, SiteSettingsError } from './siteConnection';
import { startService } from './startService';
import { stopOnSignal } from './stop';

/** The service as a process: settings from the environment, log on standard output, an orderly stop. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const access = await siteSettings(settings.siteUrl, process.env);
  const botCredential = await graphCredential(settings.bot);
  const jobsCredential = await storageCredential(settings.jobs);
  const metricsExport = await openMetricsExport(settings.metrics, log);
  const metrics = new ServiceMetrics(metricsExport.meter);
  const service = await startService(settings, connectFromNode(access, metrics.siteRequests()), log, {
    metrics,
    ...(jobsCredential === undefined ? {} : { jobsCredential }),
    ...(botCredential === undefined ? {} : { graphCredential: botCredential }),
    ...(access.credential === undefined ? {} : { mailCredential: access.credential })
  });
  stopOnSignal(async () => {
    await service.stop();
    await metricsExport.stop();
  }, log);
}

main().catch((error: unknown) => {
  // Those that a person can do something about speak for themselves; of any other the trace is needed.
  const speaks = error instanceof SettingsError || error instanceof SiteSettingsError || error instanceof CannotListenError;
  process.stderr.write(`${speaks ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
