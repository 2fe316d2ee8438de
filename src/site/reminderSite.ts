import type { SiteConnection } from './connection';
import { PostOrders } from './postOrders';
import { ReminderLedger } from './reminderLedger';
import { ReminderPause } from './reminderPause';
import { SubscriberOverview } from './subscriberOverview';

/** What the secretariat's page of reminders needs of the site. */
export interface ReminderSite {
  readonly ledger: ReminderLedger;
  readonly subscribers: SubscriberOverview;
  readonly orders: PostOrders;
  readonly pause: ReminderPause;
}

/** The part of the site that is about reminders; it refuses everybody but the secretariat. A page opens it when it shows them. */
export function openReminderSite(connection: SiteConnection): ReminderSite {
  return {
    ledger: new ReminderLedger(connection),
    subscribers: new SubscriberOverview(connection),
    orders: new PostOrders(connection),
    pause: new ReminderPause(connection)
  };
}
