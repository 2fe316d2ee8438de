import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './service';

/** The whole desk, started as `npm start` does. */
export interface RunningDesk {
  readonly workbenchUrl: string;
  readonly siteUrl: string;
  readonly serviceUrl: string;
  readonly playgroundUrl: string;
  /** What was printed so far. */
  output(): string;
  /** Ctrl-C; gives the exit code. Done again it does nothing. */
  stop(): Promise<number | null>;
}

/** What a start that failed said. */
export interface FailedStart {
  readonly exitCode: number | null;
  readonly output: string;
}

function launch(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/localsite/start.ts'], {
    cwd: resolve(__dirname, '../..'),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const output: string[] = [];
  child.stdout.on('data', (text: Buffer) => output.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => output.push(text.toString()));
  return { child, output };
}

/** Starts the whole desk on free ports, with data of its own. */
export async function startDesk(): Promise<RunningDesk> {
  const [sitePort, port, playgroundPort] = [await freePort(), await freePort(), await freePort()];
  const dataFolder = await mkdtemp(join(tmpdir(), 'desk-'));
  const { child, output } = launch({
    SITE_PORT: String(sitePort),
    PORT: String(port),
    PLAYGROUND_PORT: String(playgroundPort),
    DESK_DATA: dataFolder
  });
  await new Promise<void>((started, failed) => {
    child.stdout.on('data', () => output.join('').includes('Ctrl-C stops everything') && started());
    child.once('exit', () => failed(new Error(`The desk did not start:\n${output.join('')}`)));
  });
  return {
    workbenchUrl: `http://localhost:${sitePort}/`,
    siteUrl: `http://localhost:${sitePort}/sites/tdag-wg-sop`,
    serviceUrl: `http://localhost:${port}`,
    playgroundUrl: `http://localhost:${playgroundPort}/`,
    output: () => output.join(''),
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGINT');
        await ended;
        await rm(dataFolder, { recursive: true, force: true });
      }
      return child.exitCode;
    }
  };
}

/** Starts the desk in an environment in which it cannot start, and waits for its end. */
export async function failToStartDesk(environment: Readonly<Record<string, string>>): Promise<FailedStart> {
  const { child, output } = launch(environment);
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  return { exitCode, output: output.join('') };
}
