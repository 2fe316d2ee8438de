import { failure } from '../log';
import type { Log } from '../log';
import { startWakingLoop } from '../wakingLoop';
import type { WakingLoop } from '../wakingLoop';
import type { HeldMessage } from './heldMessage';
import type { JobKind, JobMessage } from './job';
import type { JobPace } from './jobPace';
import type { JobQueue } from './jobQueue';

/** What came of a job: it is done, or it is put off because it cannot be done yet, which counts as no failure. */
export type JobOutcome = 'done' | { readonly laterSeconds: number };

/** Does jobs of one kind. Doing one again must be harmless: a job may come twice. A job that throws has failed. */
export type JobHandler<Kind extends JobKind> = (message: JobMessage<Kind>) => Promise<JobOutcome>;

/** What this service did with the jobs of one kind since its start. */
export interface ConsumerCounts {
  readonly done: number;
  readonly putOff: number;
  readonly failed: number;
}

/** What a consumer works with. */
export interface JobConsumerParts<Kind extends JobKind> {
  readonly queue: JobQueue<Kind>;
  readonly handler: JobHandler<Kind>;
  /** How many jobs are done at a time. */
  readonly atATime: number;
  readonly pace: JobPace;
  readonly log: Log;
  /** Called when the storage cannot be used, and when it can. */
  onStorage(error: unknown): void;
}

/**
 * Does the jobs of one kind as they come. Each is taken by itself, so that none waits here while another service is free.
 * A job that failed comes again after a pause that grows, and becomes a dead letter after so many tries.
 */
export class JobConsumer<Kind extends JobKind> {
  private current: ConsumerCounts = { done: 0, putOff: 0, failed: 0 };
  private readonly held = new Set<HeldMessage>();
  private readonly loops: readonly WakingLoop[];
  private isStopping = false;

  /** Starts at once. */
  public constructor(private readonly parts: JobConsumerParts<Kind>) {
    const { atATime, pace } = parts;
    this.loops = Array.from({ length: atATime }, () => startWakingLoop(pace.idleSeconds, () => this.work(), parts.onStorage));
  }

  /** What became of its jobs since the start. */
  public counts(): ConsumerCounts {
    return this.current;
  }

  /** Looks for jobs now. */
  public wake(): void {
    this.loops.forEach((loop) => loop.wake());
  }

  /** Takes no more, lets what is under way end, and gives back to the others what does not end in time. */
  public async stop(): Promise<void> {
    this.isStopping = true;
    const ended = Promise.all(this.loops.map((loop) => loop.stop()));
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([ended, new Promise((resolve) => (timer = setTimeout(resolve, this.parts.pace.graceSeconds * 1000)))]);
    clearTimeout(timer);
    await Promise.all([...this.held].map((message) => message.giveBack(0)));
  }

  private async work(): Promise<void> {
    const { queue, pace, onStorage } = this.parts;
    while (!this.isStopping) {
      const message = await queue.take(pace.hiddenSeconds);
      onStorage(undefined);
      if (message === undefined) {
        return;
      }
      this.held.add(message);
      try {
        await this.settle(message);
      } finally {
        this.held.delete(message);
      }
    }
  }

  private async settle(message: HeldMessage): Promise<void> {
    const { queue, handler, pace, log } = this.parts;
    const { kind } = queue;
    const read = queue.read(message);
    if (read === undefined) {
      log.error({ event: 'job.unreadable', kind, id: message.id });
      await queue.bury(message, 'unreadable');
      return;
    }
    if (message.dequeueCount > pace.mostDequeues) {
      log.error({ event: 'job.interrupted', kind, ...read.job });
      await queue.bury(message, 'interrupted');
      return;
    }
    let outcome: JobOutcome;
    try {
      outcome = await handler(read);
    } catch (error) {
      await this.failed(message, read, error);
      return;
    }
    if (outcome === 'done') {
      await message.remove();
      this.current = { ...this.current, done: this.current.done + 1 };
      return;
    }
    // A message of its own, because the tries of this one count towards the dead letters.
    await queue.send(read.job, Math.ceil(outcome.laterSeconds), read.putOff + 1);
    await message.remove();
    this.current = { ...this.current, putOff: this.current.putOff + 1 };
  }

  private async failed(message: HeldMessage, { job }: JobMessage<Kind>, error: unknown): Promise<void> {
    const { queue, pace, log } = this.parts;
    const { kind } = queue;
    const { dequeueCount } = message;
    this.current = { ...this.current, failed: this.current.failed + 1 };
    if (dequeueCount < pace.mostDequeues) {
      log.warn({ event: 'job.failed', kind, ...job, dequeueCount, ...failure(error) });
      await message.giveBack(Math.ceil(pace.pause(dequeueCount)));
      return;
    }
    log.error({ event: 'job.givenUp', kind, ...job, dequeueCount, ...failure(error) });
    const { error: name, kind: siteKind, reason } = failure(error);
    await queue.bury(message, 'failed', [name, siteKind, reason].filter((part) => part !== undefined).join(', '));
  }
}
