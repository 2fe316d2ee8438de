import pino from 'pino';
import { ClockProblem } from './clock';
import { PortTakenProblem, startLocalSite } from './startLocalSite';

/** A setting cannot be used; the message says what to give. */
class SettingProblem extends Error {
  public override readonly name = 'SettingProblem';
}

/**
 * Runs the local site until it is told to stop. `SITE_PORT` (8787), `DESK_DATA` (`.desk`), `DESK_NOW` (an ISO instant
 * or `real`), `LOG_LEVEL` (info).
 */
async function main(): Promise<void> {
  const { SITE_PORT = '8787', DESK_DATA = '.desk', DESK_NOW, LOG_LEVEL = 'info' } = process.env;
  const port = Number(SITE_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingProblem(`SITE_PORT is "${SITE_PORT}". Give a port number, e.g. 8787.`);
  }
  const log = pino({ name: 'localsite', level: LOG_LEVEL });
  const site = await startLocalSite({ dataFolder: DESK_DATA, port, now: DESK_NOW || undefined, log });
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
  console.error(error instanceof PortTakenProblem || error instanceof ClockProblem || error instanceof SettingProblem ? error.message : error);
  process.exit(1);
});
