import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The real service as a process of its own, which can be killed at any moment. */
export class ServiceProcess {
  private child?: ChildProcess;

  public constructor(
    private readonly siteUrl: string,
    private readonly port: number
  ) {}

  public get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it listens. @throws Error when it ends instead */
  public async start(): Promise<void> {
    this.child = spawn(process.execPath, ['--import', 'tsx', 'src/service/main.ts'], {
      cwd: join(__dirname, '../..'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        SITE_URL: this.siteUrl,
        SITE_HEADERS: JSON.stringify({ 'X-Local-User': 'service@example.org' }),
        PORT: String(this.port),
        PUBLIC_URL: this.url,
        POLL_SECONDS: '1',
        TICK_SECONDS: '1',
        LOG_LEVEL: 'warn'
      }
    });
    while (!(await this.isListening())) {
      if (this.child.exitCode !== null) {
        throw new Error('The service ended at its start; its words are above');
      }
      await pause(100);
    }
  }

  /** Ends it as a machine that fails does. */
  public async kill(): Promise<void> {
    const { child } = this;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  }

  private async isListening(): Promise<boolean> {
    return fetch(`${this.url}/healthz`).then(
      () => true,
      () => false
    );
  }
}
