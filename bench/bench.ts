import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './support/benches';
import { runBench } from './support/runBench';
import type { Outcome } from './support/runBench';
import { tableOf } from './support/table';

const USAGE = `Usage: npm run bench [-- --only NAME]... [--built]

  --only NAME   one bench, or several: ${BENCHES.map(({ name }) => name).join(', ')}
  --built       measures the web part that is in release/; otherwise it is built first (over a minute)`;

/** Runs the benches one after the other, each as a process of its own, and ends with one table; with an error when one failed. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, built: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
  const benches = BENCHES.filter(({ name }) => values.only === undefined || values.only.includes(name));
  const isNamed = values.only === undefined || values.only.every((name) => BENCHES.some((bench) => bench.name === name));
  if (values.help || !isNamed) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = isNamed ? 0 : 2;
    return;
  }
  // What they leave running ends with them; so it does when this is interrupted.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const isBuilt = values.built || !benches.some(({ usesBuild }) => usesBuild) || build();
  const outcomes: Outcome[] = [];
  for (const bench of benches) {
    process.stdout.write(`\n## ${bench.name}\n\n`);
    outcomes.push(bench.usesBuild && !isBuilt ? { bench: bench.name, figures: [], problem: '`npm run build` failed' } : await runBench(bench));
  }
  process.stdout.write(`\n## All\n\n${tableOf(outcomes)}\n`);
  process.exitCode = outcomes.some(({ problem }) => problem !== undefined) ? 1 : 0;
}

/** Whether the web part could be built. */
function build(): boolean {
  process.stdout.write('Building the web part, which takes over a minute.\n');
  return spawnSync('npm', ['run', 'build'], { cwd: resolve(__dirname, '..'), stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 2;
});
