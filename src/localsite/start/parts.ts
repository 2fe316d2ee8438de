import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './startProblem';

const READY_WITHIN_SECONDS = 90;
const STOP_WITHIN_MILLISECONDS = 8000;

/** How a part of the desk is started. */
export interface PartOptions {
  /** As people call it, e.g. "the service". */
  readonly name: string;
  /** Node's arguments: a script and what it is given. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it runs in; that of the repository unless told otherwise. */
  readonly folder?: string;
  /** The part is ready when this address answers. */
  readonly readyUrl: string;
}

/** The processes that make up a running desk. */
export class Parts {
  private readonly running = new Map<string, ChildProcess>();
  private stopping = false;

  /**
   * @param root the folder of the repository
   * @param logFolder where each part's output goes
   * @param onLost called when a part ends by itself
   */
  public constructor(
    private readonly root: string,
    private readonly logFolder: string,
    private readonly onLost: (name: string, logFile: string) => void
  ) {}

  /**
   * Starts a part and waits until it answers.
   * @throws StartProblem when it ends or does not answer in time
   */
  public async start({ name, args, env = {}, folder = this.root, readyUrl }: PartOptions): Promise<void> {
    const logFile = this.logFileOf(name);
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(logFile, { flags: 'w' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.running.set(name, child);
    let ready = false;
    child.once('exit', () => {
      this.running.delete(name);
      if (ready && !this.stopping) {
        this.onLost(name, logFile);
      }
    });
    for (let second = 0; second < READY_WITHIN_SECONDS * 4; second += 1) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new StartProblem(`${name} did not start. Its own words are in ${logFile}`);
      }
      if (await answers(readyUrl)) {
        ready = true;
        return;
      }
      await sleep(250);
    }
    throw new StartProblem(`${name} does not answer at ${readyUrl}. Its own words are in ${logFile}`);
  }

  /** Asks every part to stop, and makes it stop when it does not within a few seconds. */
  public async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(
      [...this.running.values()].map(async (child) => {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MILLISECONDS);
        await ended;
        clearTimeout(timer);
      })
    );
  }

  private logFileOf(name: string): string {
    return join(this.logFolder, `${name.replace(/^the /i, '').replaceAll(' ', '-').toLowerCase()}.log`);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}
