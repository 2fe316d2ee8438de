import { AuthorNotices } from './authorNotices';
import { Channels } from './channels';
import type { SiteConnection } from './connection';
import { Delegations } from './delegations';
import { DeskState } from './deskState';
import { PersonalChats } from './personalChats';
import { Reminders } from './reminders';
import { isSecretariat } from './secretariatMembers';
import { openSecretariatSite } from './secretariatSite';
import type { SecretariatSite } from './secretariatSite';
import { Subscriptions } from './subscriptions';

/** The group's site as the service and the bot use it. */
export interface DeskSite extends SecretariatSite {
  readonly channels: Channels;
  readonly reminders: Reminders;
  readonly personalChats: PersonalChats;
  readonly authorNotices: AuthorNotices;
  readonly delegations: Delegations;
  readonly deskState: DeskState;
  readonly subscriptions: Subscriptions;
  /** Whether the person with an address belongs to the secretariat; see `secretariatMembers`. */
  isSecretariat(email: string): Promise<boolean>;
}

/** The whole site. A page that shows a delegate's view opens less: see `openDelegateSite`, `openSecretariatSite`. */
export function openSite(connection: SiteConnection): DeskSite {
  return {
    ...openSecretariatSite(connection),
    channels: new Channels(connection),
    reminders: new Reminders(connection),
    personalChats: new PersonalChats(connection),
    authorNotices: new AuthorNotices(connection),
    delegations: new Delegations(connection),
    deskState: new DeskState(connection),
    subscriptions: new Subscriptions(connection),
    isSecretariat: (email) => isSecretariat(connection, email)
  };
}
