import { fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pMap from 'p-map';
import { BATCH } from './batches';
import type { FuzzFailure } from './batches';
import type { TargetReport } from './runTarget';
import { TARGETS } from './targets';
import type { FuzzTarget } from './target';

/** A batch of the slowest target takes less on a slow machine; without a sign for so long something hangs. */
const SILENCE_MS = 180_000;
const AT_ONCE = 2;

interface Result {
  readonly target: FuzzTarget;
  readonly cases: number;
  readonly seconds: number;
  readonly failures: readonly FuzzFailure[];
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Sends everything that takes something from outside what nobody would send: a million cases, or `--cases N` shared out in the
 * same way, or `--target NAME` alone (several separated by commas), the same for the same `--seed`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, cases: { type: 'string' }, target: { type: 'string' } }
  });
  const seed = Number(values.seed);
  const names = values.target?.split(',');
  const chosen = TARGETS.filter(({ name }) => names === undefined || names.includes(name));
  if (chosen.length === 0) {
    print(`There is no such target. Choose among ${TARGETS.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const all = chosen.reduce((sum, { cases }) => sum + cases, 0);
  const share = values.cases === undefined ? 1 : Number(values.cases) / all;
  print(`Seed ${seed}, ${Math.round(all * share)} cases`);
  const results = await pMap(chosen, (target) => run(target, Math.max(1, Math.round(target.cases * share)), seed), { concurrency: AT_ONCE });
  print(`\n| target | cases | seconds | failures |\n| --- | ---: | ---: | ---: |`);
  results.forEach(({ target, cases, seconds, failures }) => print(`| ${target.name} | ${cases} | ${seconds.toFixed(1)} | ${failures.length} |`));
  const [cases, seconds, failures] = [sum(results.map((each) => each.cases)), sum(results.map((each) => each.seconds)), sum(results.map((each) => each.failures.length))];
  print(`| all | ${cases} | ${seconds.toFixed(1)} | ${failures} |`);
  process.exitCode = failures === 0 ? 0 : 1;
}

function run(target: FuzzTarget, cases: number, seed: number): Promise<Result> {
  return new Promise((resolve) => {
    const start = performance.now();
    let done = 0;
    let ended = false;
    const child = fork(join(__dirname, 'runTarget.ts'), [target.name, String(cases), String(seed)], { execArgv: ['--disable-warning=ExperimentalWarning', '--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const end = (result: Omit<Result, 'target'>): void => {
      if (!ended) {
        ended = true;
        clearTimeout(patience);
        result.failures.forEach(({ seed: again, message, input }) => print(`\n${target.name}: ${message}\n  input: ${input}\n  again: npm run fuzz -- --target ${target.name} --seed ${again} --cases ${BATCH}`));
        print(`${target.name}: ${result.cases} cases in ${result.seconds.toFixed(1)} s, ${result.failures.length} failures`);
        resolve({ target, ...result });
      }
    };
    const broken = (message: string): void => end({ cases: done, seconds: (performance.now() - start) / 1000, failures: [{ seed: seed + Math.floor(done / BATCH), message, input: '' }] });
    const impatient = (): NodeJS.Timeout => setTimeout(() => {
      child.kill('SIGKILL');
      broken('It hangs.');
    }, SILENCE_MS);
    let patience = impatient();
    child.on('message', (report: TargetReport) => {
      clearTimeout(patience);
      patience = impatient();
      if (report.kind === 'progress') {
        done = report.done;
      } else {
        end(report);
      }
    });
    child.on('exit', (code, signal) => broken(`Its process ended by itself (${signal ?? code}).`));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

void main();
