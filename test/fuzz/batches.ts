import * as fc from 'fast-check';
import type { OpenTarget } from './target';

/** Something that did not hold, with what does it again. */
export interface FuzzFailure {
  readonly seed: number;
  readonly message: string;
  readonly input: string;
}

/** How many cases one batch has; a seed names a batch. */
export const BATCH = 200;
const LONGEST_INPUT = 2000;
/** After so many failures a target is left: the rest is most likely the same again. */
const MOST_FAILURES = 5;
/** No case takes so long on any machine; what does hangs. */
const CASE_MS = 30_000;
/** How long a smaller input for a failure is looked for. */
const SHRINK_MS = 60_000;

/**
 * Runs a target's cases in batches. The seed of a batch is that of the run and the batch's number, so that a failure is done again
 * by the seed that it names.
 * @param report told after each batch how many cases are done
 */
export async function runBatches({ property }: OpenTarget, cases: number, seed: number, report: (done: number) => void = () => undefined): Promise<{ cases: number; failures: FuzzFailure[] }> {
  const failures: FuzzFailure[] = [];
  let batchSeed = seed;
  const stray = (error: unknown): void => void failures.push({ seed: batchSeed, message: `Nobody caught: ${wordsOf(error)}`, input: '' });
  process.on('uncaughtException', stray);
  process.on('unhandledRejection', stray);
  try {
    let done = 0;
    for (let batch = 0; done < cases && failures.length < MOST_FAILURES; batch++) {
      batchSeed = (seed + batch) | 0;
      const details = await fc.check(property, { seed: batchSeed, numRuns: Math.min(BATCH, cases - done), timeout: CASE_MS, interruptAfterTimeLimit: SHRINK_MS });
      if (details.failed) {
        failures.push({ seed: batchSeed, message: wordsOf(details.errorInstance ?? 'It does not hold.'), input: fc.stringify(details.counterexample).slice(0, LONGEST_INPUT) });
      }
      // At least one, so that a batch that was broken off at once does not begin anew for ever.
      done += Math.max(1, details.numRuns);
      report(done);
    }
    return { cases: done, failures };
  } finally {
    // What was left behind by the last case shows in a moment.
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('uncaughtException', stray);
    process.off('unhandledRejection', stray);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 8).join('\n') : String(error);
}
