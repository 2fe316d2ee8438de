import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FIGURES_FILE } from './figure';
import type { Figure, Line } from './figure';

const ROOT = resolve(__dirname, '../..');

/** A bench: a program that prints its own tables and leaves figures for the table over all. */
export interface Bench {
  readonly name: string;
  /** Its file, from the repository's root. */
  readonly script: string;
  readonly settings?: readonly string[];
  /** Whether it loads the web part that `npm run build` made. */
  readonly usesBuild?: boolean;
}

/** What came of a bench. */
export interface Outcome {
  readonly bench: string;
  readonly figures: readonly Figure[];
  /** Why it failed. Figures that it had left by then are kept. */
  readonly problem?: string;
}

/**
 * Runs a bench as a process of its own, so that its memory and what its code was optimised for are its own. A bench that
 * ends with an error, is killed, or leaves no figure has failed; it never throws. Processes that it left running are ended.
 */
export async function runBench({ name, script, settings = [] }: Bench): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-figures-'));
  const file = join(folder, 'figures.jsonl');
  // A group of its own, which can be ended as a whole.
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, ...settings], { cwd: ROOT, detached: true, stdio: 'inherit', env: { ...process.env, [FIGURES_FILE]: file } });
  const end = (): void => endGroup(child.pid);
  process.once('exit', end);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    const lines = await linesOf(file);
    const figures = lines.flatMap((line) => ('figure' in line ? [line.figure] : []));
    const [said] = lines.flatMap((line) => ('problem' in line ? [line.problem] : []));
    const problem = said ?? (signal !== null ? `ended by ${signal}` : code !== 0 ? `ended with code ${code}` : figures.length === 0 ? 'left no figures' : undefined);
    return { bench: name, figures, ...(problem === undefined ? {} : { problem }) };
  } finally {
    process.off('exit', end);
    end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function linesOf(file: string): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

function endGroup(pid: number | undefined): void {
  try {
    process.kill(-(pid ?? NaN), 'SIGTERM');
  } catch {
    // Nothing of it is running any more.
  }
}
