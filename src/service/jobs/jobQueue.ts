import type { QueueClient } from '@azure/storage-queue';
import * as v from 'valibot';
import type { Log } from '../log';
import { HeldMessage } from './heldMessage';
import { readJob, writeJob } from './job';
import type { JobKind, JobMessage, JobOf } from './job';

/** A message stays until it is settled. */
const FOR_EVER = { messageTimeToLive: -1 };

/** So much of an unreadable message is kept with its dead letter. */
const LONGEST_KEPT = 2000;

/** Why a message became a dead letter: it is no job, its work failed each time, or each service ended while at it. */
export const DEAD_LETTER_REASONS = ['unreadable', 'failed', 'interrupted'] as const;

/** What is known of a job that is not tried again by itself. */
export interface DeadLetter {
  readonly reason: (typeof DEAD_LETTER_REASONS)[number];
  /** What failed, as it stands in the log. */
  readonly detail?: string;
  /** How often it was taken from the queue. */
  readonly dequeueCount: number;
  /** The message as it was. */
  readonly text: string;
}

const deadLetterSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ reason: v.picklist(DEAD_LETTER_REASONS), detail: v.exactOptional(v.string()), dequeueCount: v.number(), text: v.string() })
);

/** How many messages there are, by the storage's own estimate. */
export interface QueueCounts {
  readonly waiting: number;
  readonly deadLetters: number;
}

/** The jobs of one kind on Azure Storage Queues, with a second queue for its dead letters. */
export class JobQueue<Kind extends JobKind> {
  private made?: Promise<void>;

  /**
   * @param queue the jobs
   * @param poison the dead letters
   */
  public constructor(
    public readonly kind: Kind,
    private readonly queue: QueueClient,
    private readonly poison: QueueClient,
    private readonly log: Log
  ) {}

  /** Sends a job. When this ends, the storage keeps it. @param delaySeconds until it can be taken, whole seconds up to seven days */
  public async send(job: JobOf<Kind>, delaySeconds = 0, putOff = 0): Promise<void> {
    await this.make();
    await this.queue.sendMessage(writeJob<Kind>({ job, putOff }), { ...FOR_EVER, visibilityTimeout: delaySeconds });
  }

  /**
   * Takes a message and hides it from the others.
   * @param hiddenSeconds how long it stays hidden without being renewed
   * @returns undefined when there is none
   */
  public async take(hiddenSeconds: number): Promise<HeldMessage | undefined> {
    await this.make();
    return held(this.queue, hiddenSeconds, this.log);
  }

  /** What a message says; undefined when it is no job of this kind. */
  public read({ text }: Pick<HeldMessage, 'text'>): JobMessage<Kind> | undefined {
    return readJob(this.kind, text);
  }

  /** Makes a dead letter of a message. A stop in between leaves both, and the message becomes one more dead letter. */
  public async bury(message: HeldMessage, reason: DeadLetter['reason'], detail?: string): Promise<void> {
    const letter: DeadLetter = { reason, ...(detail === undefined ? {} : { detail }), dequeueCount: message.dequeueCount, text: message.text.slice(0, LONGEST_KEPT) };
    await this.poison.sendMessage(JSON.stringify(letter), FOR_EVER);
    await message.remove();
  }

  /** Takes a dead letter and hides it from others who look after them. @returns undefined when there is none */
  public async takeDeadLetter(hiddenSeconds: number): Promise<HeldMessage | undefined> {
    await this.make();
    return held(this.poison, hiddenSeconds, this.log);
  }

  /** What a dead letter says; one that the service did not write is an unreadable message itself. */
  public readDeadLetter({ text, dequeueCount }: Pick<HeldMessage, 'text' | 'dequeueCount'>): DeadLetter {
    const read = v.safeParse(deadLetterSchema, text);
    return read.success ? read.output : { reason: 'unreadable', dequeueCount, text };
  }

  /** How many messages wait and how many are dead letters; the storage says so approximately. */
  public async counts(): Promise<QueueCounts> {
    await this.make();
    const [jobs, letters] = await Promise.all([this.queue.getProperties(), this.poison.getProperties()]);
    return { waiting: jobs.approximateMessagesCount ?? 0, deadLetters: letters.approximateMessagesCount ?? 0 };
  }

  /** Makes both queues where they are missing; tried again by the next use when it fails. */
  private async make(): Promise<void> {
    this.made ??= Promise.all([this.queue.createIfNotExists(), this.poison.createIfNotExists()]).then(
      () => undefined,
      (error: unknown) => {
        this.made = undefined;
        throw error;
      }
    );
    await this.made;
  }
}

async function held(queue: QueueClient, hiddenSeconds: number, log: Log): Promise<HeldMessage | undefined> {
  const [message] = (await queue.receiveMessages({ numberOfMessages: 1, visibilityTimeout: hiddenSeconds })).receivedMessageItems;
  return message === undefined ? undefined : new HeldMessage(queue, message, hiddenSeconds, log);
}
