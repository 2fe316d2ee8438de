import { AuthorNotices } from './authorNotices';
import type { ChangeLog } from './changeLog';
import { Channels } from './channels';
import type { SiteConnection } from './connection';
import { DeskState } from './deskState';
import { namedContribution, openChangeLogs, openSubscriptions } from './followedLists';
import type { PerFollowedList } from './followedLists';
import { openLanguageSite } from './languageSite';
import type { LanguageSite } from './languageSite';
import { PersonalChats } from './personalChats';
import { PostOrders } from './postOrders';
import { ReminderPause } from './reminderPause';
import { Reminders } from './reminders';
import { isSecretariat, secretariatAddresses } from './secretariatMembers';
import { openSecretariatSite } from './secretariatSite';
import type { SecretariatSite } from './secretariatSite';
import { submitterOf } from './submitters';
import type { Submitter } from './submitters';
import type { Subscriptions } from './subscriptions';

/** The group's site as the service and the bot use it. */
export interface DeskSite extends SecretariatSite, LanguageSite {
  readonly channels: Channels;
  readonly reminders: Reminders;
  readonly reminderPause: ReminderPause;
  readonly postOrders: PostOrders;
  readonly personalChats: PersonalChats;
  readonly authorNotices: AuthorNotices;
  readonly deskState: DeskState;
  readonly changeLogs: PerFollowedList<ChangeLog>;
  readonly subscriptions: PerFollowedList<Subscriptions>;
  /** The document that an item of the Decisions or Numbers list names; see `namedContribution`. */
  namedContribution(list: 'decisions' | 'numbers', itemId: number): Promise<number | undefined>;
  /** Whether the person with an address belongs to the secretariat; see `secretariatMembers`. */
  isSecretariat(email: string): Promise<boolean>;
  /** The addresses of the secretariat; see `secretariatMembers`. */
  secretariatAddresses(): Promise<string[]>;
  /** The delegate or member of the secretariat with an address; see `submitters`. */
  submitter(email: string): Promise<Submitter | undefined>;
}

/** The whole site. A page that shows a delegate's view opens less: see `openDelegateSite`, `openSecretariatSite`. */
export function openSite(connection: SiteConnection): DeskSite {
  return {
    ...openSecretariatSite(connection),
    ...openLanguageSite(connection),
    channels: new Channels(connection),
    reminders: new Reminders(connection),
    reminderPause: new ReminderPause(connection),
    postOrders: new PostOrders(connection),
    personalChats: new PersonalChats(connection),
    authorNotices: new AuthorNotices(connection),
    deskState: new DeskState(connection),
    changeLogs: openChangeLogs(connection),
    subscriptions: openSubscriptions(connection),
    namedContribution: (list, itemId) => namedContribution(connection, list, itemId),
    isSecretariat: (email) => isSecretariat(connection, email),
    secretariatAddresses: () => secretariatAddresses(connection),
    submitter: (email) => submitterOf(connection, email)
  };
}
