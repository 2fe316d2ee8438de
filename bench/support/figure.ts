import { appendFileSync } from 'node:fs';

/** The environment variable that names the file for the figures of a bench; without it they are only printed by the bench itself. */
export const FIGURES_FILE = 'BENCH_FIGURES';

/** One line of the table over all benches: what the desk does, beside a baseline that was measured in the same run. */
export interface Figure {
  /** What was measured, e.g. `a reply about the next deadline, half of them within`. */
  readonly name: string;
  /** E.g. `ms`, `kB`, `%`, `documents a second`. */
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  /** What the baseline is. */
  readonly against: string;
}

/** What a bench leaves behind, one JSON line each. */
export type Line = { readonly figure: Figure } | { readonly problem: string };

/** A bench that ran and found that a budget is not kept, or that what it measured went wrong. */
export class BenchError extends Error {
  public override readonly name = 'BenchError';
}

/** Adds a line to the table over all benches. */
export function record(figure: Figure): void {
  leave({ figure });
}

/** Runs a bench as a process; when it fails, the table says why, and what it had opened does not keep it running. */
export function runAsBench(bench: () => Promise<void>): void {
  bench().catch((error: unknown) => {
    leave({ problem: error instanceof Error ? error.message : String(error) });
    process.stderr.write(`${error instanceof BenchError ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
}

function leave(line: Line): void {
  const file = process.env[FIGURES_FILE];
  if (file !== undefined) {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  }
}
