import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Temporal } from 'temporal-polyfill';
import type { Intent } from './intents/intent';

/** A follow-up comes soon or it is a question of its own. */
const LONGEST_MINUTES = 10;

/** More people than talk to the bot at once. */
const MOST_CONVERSATIONS = 2000;

/**
 * What each person asked last in each conversation, so that "and for the second meeting?" can be understood. In a channel
 * every thread is a conversation. It is kept in memory alone and for ten minutes: when the process ends, all that is lost
 * is that the bot asks back once, and what people asked is written nowhere.
 */
export class ConversationMemory {
  private readonly asked = new LRUCache<string, { readonly intent: Intent; readonly at: Temporal.Instant }>({ max: MOST_CONVERSATIONS });

  /** @param clock the site's */
  public constructor(private readonly clock: { now(): Temporal.Instant }) {}

  /** Keeps what the sender of a message asked; what was not understood is nothing to go on from. */
  public keep(activity: Pick<Activity, 'from' | 'conversation'>, intent: Intent): void {
    if (intent.kind === 'unknown') {
      return;
    }
    this.asked.set(keyOf(activity), { intent, at: this.clock.now() });
  }

  /** What the sender of a message asked just before; undefined when that is too long ago. */
  public previous(activity: Pick<Activity, 'from' | 'conversation'>): Intent | undefined {
    const kept = this.asked.get(keyOf(activity));
    // The site's clock can be set back as well as forward, hence the amount.
    return kept !== undefined && Math.abs(this.clock.now().since(kept.at).total('minutes')) <= LONGEST_MINUTES ? kept.intent : undefined;
  }
}

function keyOf({ from, conversation }: Pick<Activity, 'from' | 'conversation'>): string {
  return JSON.stringify([conversation.id, from.id]);
}
