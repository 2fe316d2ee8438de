import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runBench } from '../../bench/support/runBench';
import { tableOf } from '../../bench/support/table';
import { eventually } from '../support/eventually';

const FIGURE = resolve(__dirname, '../../bench/support/figure');
const figure = { name: 'a reply', unit: 'ms', ours: 30, baseline: 20, against: 'an echo' };

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'bench-test-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A bench with some code; it can leave figures with `record`. */
async function bench(name: string, code: string): Promise<{ readonly name: string; readonly script: string }> {
  const script = join(folder, `${name}.ts`);
  await writeFile(script, `import { record, runAsBench } from ${JSON.stringify(FIGURE)};\nrunAsBench(async () => { ${code} });\n`);
  return { name, script };
}

test('what a bench leaves is in the table beside its baseline', async () => {
  const outcome = await runBench(await bench('good', `record(${JSON.stringify(figure)});`));
  expect(outcome).toEqual({ bench: 'good', figures: [figure] });
  expect(tableOf([outcome]).split('\n')[2]).toBe('| good | a reply (ms) | 30 | 20 | 1.5 | an echo |');
});

test('a bench that fails keeps what it had left, is shown as failed, and the next one runs', async () => {
  const failing = await runBench(await bench('failing', `record(${JSON.stringify(figure)}); setInterval(() => undefined, 1000); throw new Error('over | budget');`));
  const killed = await runBench(await bench('killed', "process.kill(process.pid, 'SIGKILL');"));
  const silent = await runBench(await bench('silent', ''));
  const good = await runBench(await bench('after', `record(${JSON.stringify(figure)});`));
  expect(tableOf([failing, killed, silent, good]).split('\n').slice(2)).toEqual([
    '| failing | a reply (ms) | 30 | 20 | 1.5 | an echo |',
    '| failing | **failed**: over \\| budget |  |  |  |  |',
    '| killed | **failed**: ended by SIGKILL |  |  |  |  |',
    '| silent | **failed**: left no figures |  |  |  |  |',
    '| after | a reply (ms) | 30 | 20 | 1.5 | an echo |'
  ]);
});

test('nothing that a bench started goes on after it', async () => {
  const pids = join(folder, 'pid');
  await runBench(
    await bench(
      'leaving',
      `const { spawn } = await import('node:child_process');
       const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
       (await import('node:fs')).writeFileSync(${JSON.stringify(pids)}, String(child.pid));
       throw new Error('gone wrong');`
    )
  );
  const pid = Number(await readFile(pids, 'utf8'));
  await eventually(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
});
