import type { Temporal } from 'temporal-polyfill';
import type { SiteConnection } from '../site/connection';
import { FOLLOWED_LISTS, perFollowedList } from '../site/followedLists';
import type { FollowedList, PerFollowedList } from '../site/followedLists';
import type { Subscriptions } from '../site/subscriptions';
import { failure } from './log';
import type { Log } from './log';
import type { WebhookSecret } from './webhookSecret';

/** SharePoint allows 180 days; a little less, as the clocks may differ. */
const LIFETIME_DAYS = 175;

/** Renewed when less than this is left, so that a service that is down for a month loses nothing. */
const RENEW_BELOW_DAYS = 90;

/** A list's subscription as far as it is known, for the health report. */
export interface SubscriptionState {
  readonly id?: string;
  readonly expiresAt?: Temporal.Instant;
  /** Why there is none, when there is none; the list is then followed by looking at it regularly. */
  readonly trouble?: string;
}

/** What the keeper works with. */
export interface SubscriptionKeeperParts {
  readonly subscriptions: PerFollowedList<Pick<Subscriptions, 'ensure' | 'list'>>;
  readonly clock: SiteConnection['clock'];
  readonly notificationUrl: string;
  readonly secret: WebhookSecret;
  readonly log: Log;
}

/** Keeps the subscriptions of the followed lists to this service's webhook: made at the start, renewed in time, made again when lost. */
export class SubscriptionKeeper {
  private current: PerFollowedList<SubscriptionState> = perFollowedList(() => ({}));

  public constructor(private readonly parts: SubscriptionKeeperParts) {}

  /** The subscriptions as they were last seen. */
  public state(): PerFollowedList<SubscriptionState> {
    return this.current;
  }

  /**
   * Makes sure of the subscriptions. A site that cannot reach this service, as one that is behind a firewall, is no
   * failure: the next run tries again, and the lists are looked at without it.
   */
  public async run(): Promise<void> {
    for (const list of FOLLOWED_LISTS) {
      await this.keep(list);
    }
  }

  private async keep(list: FollowedList): Promise<void> {
    const { subscriptions, clock, notificationUrl, secret, log } = this.parts;
    try {
      if (await this.stands(list)) {
        return;
      }
      const clientState = await secret.ensure();
      const expiresAt = clock.now().add({ hours: LIFETIME_DAYS * 24 });
      const ensured = await subscriptions[list].ensure({ notificationUrl, clientState, expiresAt });
      this.current = { ...this.current, [list]: { id: ensured.id, expiresAt: ensured.expiresAt } };
      log.info({ event: 'subscription.ensured', list, id: ensured.id, expiresAt: ensured.expiresAt.toString() });
    } catch (error) {
      const trouble = failure(error);
      this.current = { ...this.current, [list]: { trouble: String(trouble.reason ?? trouble.error) } };
      log.warn({ event: 'subscription.failed', list, ...trouble });
    }
  }

  /** Whether the subscription that this process made sure of is still on the site with enough time left. */
  private async stands(list: FollowedList): Promise<boolean> {
    const { id } = this.current[list];
    // Asked even when there is none yet: the answer brings the site's time, from which the expiry is counted.
    const known = (await this.parts.subscriptions[list].list()).find((each) => each.id === id);
    return known !== undefined && known.expiresAt.since(this.parts.clock.now()).total('hours') / 24 > RENEW_BELOW_DAYS;
  }
}
