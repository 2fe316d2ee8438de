import pino from 'pino';
import { ClockProblem } from './clock';
import { PortTakenProblem, startLocalSite } from './startLocalSite';

/**
 * Runs the local site until it is told to stop. `SITE_PORT` (8787), `DESK_DATA` (`.desk`), `DESK_NOW` (an ISO instant
 * or `real`), `LOG_LEVEL` (info).
 */
async function main(): Promise<void> {
  const { SITE_PORT = '8787', DESK_DATA = '.desk', DESK_NOW, LOG_LEVEL = 'info' } = process.env;
  const log = pino({ name: 'localsite', level: LOG_LEVEL });
  const site = await startLocalSite({ dataFolder: DESK_DATA, port: Number(SITE_PORT), now: DESK_NOW || undefined, log });
  const stop = (): void => {
    site.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ event: 'local site did not stop cleanly', reason: String(error) });
        process.exit(1);
      }
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof PortTakenProblem || error instanceof ClockProblem ? error.message : error);
  process.exit(1);
});
