import { setTimeout as pause } from 'node:timers/promises';

/** Teams waits five seconds for the answer to an invoke, and then takes it no more. */
const ANSWER_WITHIN_MS = 4000;

/**
 * The answer to an invoke, or another one when it takes too long; the late one is dropped, for Teams would not take it.
 * Source: Microsoft Teams documentation, "Respond to search command".
 */
export async function inTime<T>(answer: Promise<T>, late: () => T): Promise<T> {
  const stopped = new AbortController();
  try {
    return await Promise.race([answer, pause(ANSWER_WITHIN_MS, undefined, { signal: stopped.signal }).then(late)]);
  } finally {
    stopped.abort();
    answer.catch(() => undefined);
  }
}
