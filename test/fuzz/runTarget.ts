import { runBatches } from './batches';
import type { FuzzFailure } from './batches';
import { TARGETS } from './targets';

/** What the process of one target tells `fuzz.ts`. */
export type TargetReport = { readonly kind: 'progress'; readonly done: number } | { readonly kind: 'end'; readonly cases: number; readonly seconds: number; readonly failures: readonly FuzzFailure[] };

/** One target in a process of its own: what it breaks or hangs breaks and hangs nothing else. */
async function main(): Promise<void> {
  const [name, cases, seed] = process.argv.slice(2);
  const target = TARGETS.find((each) => each.name === name);
  if (target === undefined) {
    throw new Error(`There is no target ${name}.`);
  }
  const tell = (report: TargetReport): void => void process.send?.(report);
  const open = await target.open();
  const start = performance.now();
  const result = await runBatches(open, Number(cases), Number(seed), (done) => tell({ kind: 'progress', done }));
  const seconds = (performance.now() - start) / 1000;
  await open.close?.();
  tell({ kind: 'end', ...result, seconds });
  process.disconnect?.();
}

void main();
