import { JOB_PACE } from '../../../src/service/jobs/jobPace';
import { createLog } from '../../../src/service/log';
import { readSettings } from '../../../src/service/settings';
import { connectFromNode, siteSettings } from '../../../src/service/siteConnection';
import { startService } from '../../../src/service/startService';
import { stopOnSignal } from '../../../src/service/stop';

/** The real service as one of several processes, with the shortest lease that there is, so that a test need not wait for a minute. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const access = await siteSettings(settings.siteUrl, process.env);
  const service = await startService(settings, [{ settings, connection: connectFromNode(access), extras: { jobPace: { ...JOB_PACE, hiddenSeconds: 5, idleSeconds: 0.2, leaseSeconds: 15, watchSeconds: 0.5 } } }], log);
  stopOnSignal(() => service.stop(), log);
}

void main();
