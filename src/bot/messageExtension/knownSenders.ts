import type { Activity } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { VerifiedPerson } from '../verifiedPerson';

/** How long it is not asked again who a sender is: once Teams said it, and once it did not. */
const KEPT_SECONDS = { known: 300, unknown: 60 } as const;

/** More people than search at once. */
const MOST_SENDERS = 1000;

type Sender = Pick<Activity, 'from' | 'conversation' | 'serviceUrl'>;

/**
 * Who searches, kept for some minutes. A search is an activity for every few letters typed, and what the bot asks of
 * Teams about a conversation counts against the same limit as what it posts there, so that a person who types could
 * keep the bot from answering others. Source: Microsoft Teams documentation, "Optimize your bot with rate limiting".
 */
export class KnownSenders {
  private readonly kept = new Map<string, { readonly email: string | undefined; readonly at: Temporal.Instant }>();

  /** @param clock the site's */
  public constructor(private readonly clock: { now(): Temporal.Instant }) {}

  /**
   * The address of the sender of an activity.
   * @param ask asks Teams
   * @returns undefined when Teams does not say it: the bot is no member of the conversation, or is refused for now
   */
  public async addressOf({ from, conversation, serviceUrl }: Sender, ask: () => Promise<VerifiedPerson>): Promise<string | undefined> {
    const key = JSON.stringify([serviceUrl, conversation.id, from.id]);
    const now = this.clock.now();
    const kept = this.kept.get(key);
    // The site's clock can be set back as well as forward, hence the amount.
    if (kept !== undefined && Math.abs(now.since(kept.at).total('seconds')) <= KEPT_SECONDS[kept.email === undefined ? 'unknown' : 'known']) {
      return kept.email;
    }
    const email = await addressOrNone(ask);
    this.kept.delete(key);
    this.kept.set(key, { email, at: now });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_SENDERS && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return email;
  }
}

async function addressOrNone(ask: () => Promise<VerifiedPerson>): Promise<string | undefined> {
  try {
    return (await ask()).email;
  } catch (error) {
    if (error instanceof PersonNotVerifiedError) {
      return undefined;
    }
    throw error;
  }
}
