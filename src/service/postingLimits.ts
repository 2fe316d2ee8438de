import { setTimeout } from 'node:timers/promises';
import type { PostOutcome } from '../bot/proactive';
import { pauseSeconds } from './backoff';
import { ConversationRates } from './conversationRate';
import { SlidingRate } from './slidingRate';

/** The time that the limits go by, in milliseconds; it never goes back. */
export interface LimitsTime {
  now(): number;
  /** Rejects when the signal is given. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const MACHINE_TIME: LimitsTime = {
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => void (await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }))
};

/** The service stops: what waited for the limits is not posted. */
export class PostingStoppedError extends Error {
  public constructor() {
    super('The service stops, and posts nothing more');
    this.name = 'PostingStoppedError';
  }
}

/** Teams said "too many" to so many posts one after the other, to whichever conversations: then it means all of them. */
const REFUSED_IN_A_ROW = 3;
/** The longest that everything waits then; what is refused again afterwards starts the next pause. */
const LONGEST_PAUSE_SECONDS = 60;

/**
 * Keeps what the bot posts below Teams' limits, whichever stretch of time one looks at: those of a conversation, and a rate for
 * the app in a tenant. Answers to people are counted and never kept waiting.
 *
 * Source: Microsoft Teams documentation, "Optimize your bot: Rate limiting": 50 requests a second for an app and tenant; other
 * versions of it say 30. A rate below the limit leaves room for what arrives closer together than it was sent.
 */
export class PostingLimits {
  private readonly app: SlidingRate;
  private readonly conversations = new ConversationRates();
  private readonly stopping = new AbortController();
  private refusedInARow = 0;
  private pausedUntil = Number.NEGATIVE_INFINITY;

  /** @param postsPerSecond the app's rate */
  public constructor(
    postsPerSecond: number,
    private readonly time: LimitsTime = MACHINE_TIME
  ) {
    this.app = new SlidingRate([{ limit: postsPerSecond, milliseconds: 1000 }]);
  }

  /** Whether one more may be posted to a conversation now; not once the service stops. */
  public isFree(conversation: string): boolean {
    return !this.stopping.signal.aborted && this.wait(conversation) === 0;
  }

  /** Waits until one more may be posted to a conversation, without counting it. @throws PostingStoppedError */
  public async whenFree(conversation: string): Promise<void> {
    for (let wait = this.wait(conversation); wait > 0 && !this.stopping.signal.aborted; wait = this.wait(conversation)) {
      await this.sleep(wait, this.stopping.signal).catch(() => undefined);
    }
    if (this.stopping.signal.aborted) {
      throw new PostingStoppedError();
    }
  }

  /**
   * Waits until one more may be posted to a conversation, and counts it as posted. After {@link whenFree} that is never long, so it
   * is not broken off when the service stops: what is posted next is claimed already.
   */
  public async take(conversation: string): Promise<void> {
    // Looked at again after each wait and counted in the same breath: of several who waited together not all may go.
    for (let wait = this.wait(conversation); wait > 0; wait = this.wait(conversation)) {
      await this.sleep(wait);
    }
    this.count(conversation);
  }

  /** Counts what is posted without waiting: an answer to a person. */
  public count(conversation: string): void {
    const now = this.time.now();
    this.app.count(now);
    this.conversations.count(conversation, now);
  }

  /** Learns from what became of a post: when Teams refuses one after the other as too many, everything waits for a while. */
  public heed(outcome: PostOutcome): void {
    if (outcome.kind !== 'later' || outcome.status !== 429) {
      this.refusedInARow = 0;
      return;
    }
    this.refusedInARow += 1;
    if (this.refusedInARow >= REFUSED_IN_A_ROW) {
      const seconds = Math.min(pauseSeconds({ ...outcome, attempts: this.refusedInARow - REFUSED_IN_A_ROW + 1 }, Math.random()), LONGEST_PAUSE_SECONDS);
      this.pausedUntil = Math.max(this.pausedUntil, this.time.now() + seconds * 1000);
    }
  }

  /** Ends the waiting for something to be free with a {@link PostingStoppedError}. */
  public stop(): void {
    this.stopping.abort();
  }

  private wait(conversation: string): number {
    const now = this.time.now();
    return Math.max(0, this.pausedUntil - now, this.app.waitFrom(now), this.conversations.waitFrom(conversation, now));
  }

  private sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    // Upwards, because a timer that rings a little early would only be set again.
    return this.time.sleep(Math.ceil(milliseconds), signal);
  }
}
