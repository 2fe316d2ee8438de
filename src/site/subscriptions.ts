import '@pnp/sp/subscriptions';
import '@pnp/sp/lists';
import type { ISubscriptions } from '@pnp/sp/subscriptions';
import { Temporal } from 'temporal-polyfill';
import type { SiteConnection } from './connection';
import { isSiteError } from './errors';
import type { ListSchema } from './schema';

/** A webhook on a list. */
export interface Subscription {
  readonly id: string;
  readonly notificationUrl: string;
  readonly expiresAt: Temporal.Instant;
}

/** What a webhook should be. */
export interface SubscriptionRequest {
  readonly notificationUrl: string;
  /** Comes back with each notification; whoever sends another one is not the site. */
  readonly clientState: string;
  /** At most 180 days ahead. */
  readonly expiresAt: Temporal.Instant;
}

interface SubscriptionRow {
  readonly id: string;
  readonly notificationUrl: string;
  readonly expirationDateTime: string;
}

/** The webhooks on one list or library. Source: "Overview of SharePoint webhooks". */
export class Subscriptions {
  public constructor(
    private readonly connection: SiteConnection,
    private readonly schema: ListSchema
  ) {}

  /**
   * Makes sure that there is one webhook to an address: renews the one that is there, re-creates it when it was lost,
   * and removes further ones to the same address. The site calls the address before it answers.
   */
  public async ensure({ notificationUrl, clientState, expiresAt }: SubscriptionRequest): Promise<Subscription> {
    const [present, ...surplus] = (await this.list()).filter((subscription) => subscription.notificationUrl === notificationUrl);
    await Promise.all(surplus.map(({ id }) => this.remove(id)));
    const until = expiresAt.toString({ smallestUnit: 'second' });
    if (present !== undefined) {
      try {
        await this.subscriptions.getById(present.id).update(until, notificationUrl, clientState);
        return { ...present, expiresAt };
      } catch (error) {
        // It ran out between the two requests.
        if (!isSiteError(error, 'notFound')) {
          throw error;
        }
      }
    }
    return subscriptionOf((await this.subscriptions.add(notificationUrl, until, clientState)) as unknown as SubscriptionRow);
  }

  /** All webhooks on the list that this connection may see. */
  public async list(): Promise<Subscription[]> {
    const rows = await this.subscriptions<SubscriptionRow[]>();
    return rows.map(subscriptionOf);
  }

  /** Removes a webhook; one that is gone already is fine. */
  public async remove(id: string): Promise<void> {
    try {
      await this.subscriptions.getById(id).delete();
    } catch (error) {
      if (!isSiteError(error, 'notFound')) {
        throw error;
      }
    }
  }

  private get subscriptions(): ISubscriptions {
    return this.connection.sp.web.lists.getByTitle(this.schema.title).subscriptions;
  }
}

function subscriptionOf(row: SubscriptionRow): Subscription {
  return { id: row.id, notificationUrl: row.notificationUrl, expiresAt: Temporal.Instant.from(row.expirationDateTime) };
}
