import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a worker says at the end of a look. */
export interface WorkerReport {
  /** What was interrupted as the secretariat is told, by this worker's last look. */
  readonly interrupted: number;
  /** The name of the error by which the look ended early. */
  readonly error?: string;
}

/** A process that posts reminders; it is loaded ahead and looks when it is told to. */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  public constructor(
    script: string,
    siteUrl: string,
    public readonly name: string
  ) {
    this.child = spawn(process.execPath, ['--no-deprecation', script, siteUrl, name], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.ended = once(this.child, 'exit');
  }

  public get isDead(): boolean {
    return this.child.killed || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Lets it look once at what is due. @returns undefined when it was killed meanwhile */
  public async look(): Promise<WorkerReport | undefined> {
    if (this.isDead) {
      return undefined;
    }
    const reported = once(this.child, 'message') as Promise<[WorkerReport]>;
    this.child.send('look', () => undefined);
    return Promise.race([reported.then(([report]) => report), this.ended.then(() => undefined)]);
  }

  /** Ends it as a machine that fails does. */
  public async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
