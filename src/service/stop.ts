import type { Log } from './log';

/** How long an orderly stop may take before the process ends anyway. Nothing is lost then; the next start catches up. */
const LONGEST_STOP_MS = 10_000;

/** Stops in order on Ctrl-C and on the signal that a host sends to end a service; a second signal ends at once. */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) {
      process.exit(1);
    }
    stopping = true;
    log.info({ event: 'service.stopping', signal });
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1)
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
