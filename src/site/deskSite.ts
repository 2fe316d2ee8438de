import { Channels } from './channels';
import type { SiteConnection } from './connection';
import { openDelegateSite } from './delegateSite';
import type { DelegateSite } from './delegateSite';
import { Delegations } from './delegations';
import { DeskState } from './deskState';
import { Reminders } from './reminders';
import { Subscriptions } from './subscriptions';

/** The group's site as the service and the bot use it. */
export interface DeskSite extends DelegateSite {
  readonly channels: Channels;
  readonly reminders: Reminders;
  readonly delegations: Delegations;
  readonly deskState: DeskState;
  readonly subscriptions: Subscriptions;
}

/** The whole site. A page that shows a delegate's view opens less: see `openDelegateSite`. */
export function openSite(connection: SiteConnection): DeskSite {
  return {
    ...openDelegateSite(connection),
    channels: new Channels(connection),
    reminders: new Reminders(connection),
    delegations: new Delegations(connection),
    deskState: new DeskState(connection),
    subscriptions: new Subscriptions(connection)
  };
}
