import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
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

/** Whether something listens on a port of this machine. A process that has ended and was not waited for does not. */
async function isServed(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test('nothing that a bench started goes on after it', async () => {
  const ports = join(folder, 'port');
  const server = `const { createServer } = require('node:net');
    const { renameSync, writeFileSync } = require('node:fs');
    const server = createServer().listen(0, '127.0.0.1', () => {
      writeFileSync(${JSON.stringify(`${ports}.part`)}, String(server.address().port));
      renameSync(${JSON.stringify(`${ports}.part`)}, ${JSON.stringify(ports)});
    });`;
  await runBench(
    await bench(
      'leaving',
      `const { spawn } = await import('node:child_process');
       const { existsSync } = await import('node:fs');
       spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: 'ignore' });
       while (!existsSync(${JSON.stringify(ports)})) {
         await new Promise((resolve) => setTimeout(resolve, 20));
       }
       throw new Error('gone wrong');`
    )
  );
  const port = Number(await readFile(ports, 'utf8'));
  await eventually(async () => expect(await isServed(port)).toBe(false));
});
