import { failure } from '../log';
import type { Log } from '../log';
import { startWakingLoop } from '../wakingLoop';
import type { WakingLoop } from '../wakingLoop';
import { JOB_KINDS } from './job';
import type { JobKind, JobOf } from './job';
import { JobConsumer } from './jobConsumer';
import type { ConsumerCounts, JobHandler } from './jobConsumer';
import type { JobPace } from './jobPace';
import type { JobQueue, QueueCounts } from './jobQueue';
import type { JobStorage } from './jobStorage';
import { PlannerLease } from './plannerLease';

/** So often within its duration the lease is renewed. */
const RENEWALS = 4;

/** How many jobs of a kind one service does at a time. */
const AT_A_TIME: Readonly<Record<JobKind, number>> = { checkDocument: 2, remindSubscribers: 2, mailReminders: 1 };

/** How each kind of job is done. */
export type JobHandlers = { readonly [Kind in JobKind]: JobHandler<Kind> };

/** The jobs of all services and what this one did of them, for the health report. */
export interface SharedWorkState {
  /** Whether this service plans the work of all. */
  readonly plans: boolean;
  /** Why the storage could not be used at the last attempt. */
  readonly trouble?: string;
  readonly kinds: Readonly<Record<JobKind, QueueCounts & ConsumerCounts>>;
}

/** What the shared work needs. */
export interface SharedWorkParts {
  readonly storage: JobStorage;
  readonly pace: JobPace;
  readonly log: Log;
  /** Called when this service begins to plan. */
  onLeading(): void;
}

const NOTHING_COUNTED: QueueCounts = { waiting: 0, deadLetters: 0 };
const NOTHING_DONE: ConsumerCounts = { done: 0, putOff: 0, failed: 0 };

/** The work that several services share by the queues of one storage account: one plans at a time, all of them do the jobs. */
export class SharedWork {
  private readonly queues: { readonly [Kind in JobKind]: JobQueue<Kind> };
  private readonly consumers = new Map<JobKind, Pick<JobConsumer<JobKind>, 'counts' | 'wake' | 'stop'>>();
  private readonly counted = new Map<JobKind, QueueCounts>();
  private lease?: PlannerLease;
  private loops: readonly WakingLoop[] = [];
  private trouble?: string;

  public constructor(private readonly parts: SharedWorkParts) {
    const { storage } = parts;
    this.queues = { checkDocument: storage.queue('checkDocument'), remindSubscribers: storage.queue('remindSubscribers'), mailReminders: storage.queue('mailReminders') };
  }

  /** Whether this service plans the work of all. */
  public isPlanning(): boolean {
    return this.lease?.isHeld() ?? false;
  }

  /** Whether it plans, what troubles it, and its jobs by kind, for the health report. */
  public state(): SharedWorkState {
    const kinds = Object.fromEntries(JOB_KINDS.map((kind) => [kind, { ...(this.counted.get(kind) ?? NOTHING_COUNTED), ...this.countsOf(kind) }])) as SharedWorkState['kinds'];
    return { plans: this.isPlanning(), ...(this.trouble === undefined ? {} : { trouble: this.trouble }), kinds };
  }

  /** What this service did with the jobs of a kind, and how many there are in all. */
  public stateOf(kind: JobKind): QueueCounts & ConsumerCounts {
    return this.state().kinds[kind];
  }

  /** Sends a job. When this ends, the storage keeps it. @throws when the storage fails */
  public async send<Kind extends JobKind>(kind: Kind, job: JobOf<Kind>): Promise<void> {
    await this.queues[kind].send(job);
    this.consumers.get(kind)?.wake();
  }

  /** Begins to do jobs, and to plan when nobody else does. */
  public start(handlers: JobHandlers): void {
    const { pace, log } = this.parts;
    const onStorage = (error: unknown): void => this.noteStorage(error);
    const consume = <Kind extends JobKind>(kind: Kind): void =>
      void this.consumers.set(kind, new JobConsumer<Kind>({ queue: this.queues[kind], handler: handlers[kind], atATime: AT_A_TIME[kind], pace, log, onStorage }));
    JOB_KINDS.forEach(consume);
    this.loops = [startWakingLoop(pace.leaseSeconds / RENEWALS, () => this.lead(), onStorage), startWakingLoop(pace.watchSeconds, () => this.count(), onStorage)];
  }

  /** Ends or hands back what is under way and lets another service plan. */
  public async stop(): Promise<void> {
    await Promise.all([...this.loops.map((loop) => loop.stop()), ...[...this.consumers.values()].map((consumer) => consumer.stop())]);
    await this.lease?.release();
  }

  private countsOf(kind: JobKind): ConsumerCounts {
    return this.consumers.get(kind)?.counts() ?? NOTHING_DONE;
  }

  private async lead(): Promise<void> {
    const { storage, pace, log, onLeading } = this.parts;
    this.lease ??= new PlannerLease({ blob: await storage.plannerBlob(), seconds: pace.leaseSeconds, log, onLeading });
    await this.lease.run();
  }

  private async count(): Promise<void> {
    for (const kind of JOB_KINDS) {
      const counts = await this.queues[kind].counts();
      if (counts.deadLetters > (this.counted.get(kind) ?? NOTHING_COUNTED).deadLetters) {
        this.parts.log.warn({ event: 'jobs.deadLetters', kind, deadLetters: counts.deadLetters });
      }
      this.counted.set(kind, counts);
    }
    this.noteStorage(undefined);
  }

  private noteStorage(error: unknown): void {
    if (error === undefined) {
      this.trouble = undefined;
      return;
    }
    const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
    this.parts.log.error({ event: 'jobs.storageFailed', code, statusCode, ...failure(error) });
    this.trouble = 'The storage account of the jobs cannot be used; see the log of the service';
  }
}
