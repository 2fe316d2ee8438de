import { setImmediate } from 'node:timers/promises';

/** How long work may keep everything else waiting, such as the answers to people. */
const LONGEST_MS = 20;

/** Lets whatever else waits have its turn, when a long calculation has gone on for a while; called between its pieces. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > LONGEST_MS) {
      await setImmediate();
      since = performance.now();
    }
  };
}
