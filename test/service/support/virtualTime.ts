import { setImmediate } from 'node:timers/promises';
import type { LimitsTime } from '../../../src/service/postingLimits';

/** Time that goes on only from one sleeper to the next, so that hours pass in no time and exactly. */
export class VirtualTime implements LimitsTime {
  private time = 0;
  private readonly sleepers = new Map<() => void, number>();

  public now(): number {
    return this.time;
  }

  public sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.sleepers.set(resolve, this.time + milliseconds);
      signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  }

  /** Lets time pass until a moment, or until nobody sleeps any more. */
  public async pass(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await setImmediate();
      const [next] = [...this.sleepers].sort(([, one], [, other]) => one - other);
      if (next === undefined || next[1] > until) {
        this.time = Number.isFinite(until) ? until : this.time;
        return;
      }
      this.time = next[1];
      this.sleepers.delete(next[0]);
      next[0]();
    }
  }
}
