import { LRUCache } from 'lru-cache';
import { SlidingRate } from './slidingRate';
import type { RateWindow } from './slidingRate';

/**
 * What Teams takes of a bot in one conversation.
 *
 * Source: Microsoft Teams documentation, "Optimize your bot: Rate limiting", per bot per thread limit: send to conversation.
 */
export const CONVERSATION_WINDOWS: readonly RateWindow[] = [
  { limit: 7, milliseconds: 1000 },
  { limit: 8, milliseconds: 2000 },
  { limit: 60, milliseconds: 30_000 },
  { limit: 1800, milliseconds: 3_600_000 }
];

/** At the rate of an app so many conversations take more than three minutes; longer than that only the limit of an hour looks back. */
const REMEMBERED = 10_000;

/** How fast each conversation was posted to lately. Of a great many conversations only those posted to last are remembered. */
export class ConversationRates {
  private readonly rates = new LRUCache<string, SlidingRate>({ max: REMEMBERED });

  /** Milliseconds until one more may go to a conversation; 0 when it may now. */
  public waitFrom(conversation: string, now: number): number {
    return this.rates.get(conversation)?.waitFrom(now) ?? 0;
  }

  /** Counts a post to a conversation. */
  public count(conversation: string, now: number): void {
    const rate = this.rates.get(conversation) ?? new SlidingRate(CONVERSATION_WINDOWS);
    this.rates.set(conversation, rate);
    rate.count(now);
  }
}
