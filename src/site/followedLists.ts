import { ChangeLog } from './changeLog';
import { numberOf } from './columnValues';
import type { SiteConnection } from './connection';
import { SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';
import { Subscriptions } from './subscriptions';

/**
 * The lists that the service follows: the library itself, then what its rules and decisions stand in, and the requests
 * for interpretation.
 */
export const FOLLOWED_LISTS = ['contributions', 'meetings', 'decisions', 'numbers', 'languageRequests'] as const;
/** One of {@link FOLLOWED_LISTS}. */
export type FollowedList = (typeof FOLLOWED_LISTS)[number];

/** Something for each of the followed lists. */
export type PerFollowedList<T> = Readonly<Record<FollowedList, T>>;

/** Makes something for each of the followed lists. */
export function perFollowedList<T>(make: (list: FollowedList) => T): PerFollowedList<T> {
  return {
    contributions: make('contributions'),
    meetings: make('meetings'),
    decisions: make('decisions'),
    numbers: make('numbers'),
    languageRequests: make('languageRequests')
  };
}

/** The change logs of the followed lists. */
export function openChangeLogs(connection: SiteConnection): PerFollowedList<ChangeLog> {
  return perFollowedList((list) => new ChangeLog(connection, SITE_SCHEMA[list]));
}

/** The webhooks of the followed lists. */
export function openSubscriptions(connection: SiteConnection): PerFollowedList<Subscriptions> {
  return perFollowedList((list) => new Subscriptions(connection, SITE_SCHEMA[list]));
}

/** Of an item in a list about documents: the id of the document that it names; undefined when it or the name is gone. */
export async function namedContribution(connection: SiteConnection, list: 'decisions' | 'numbers', itemId: number): Promise<number | undefined> {
  const row = await new SiteList(connection, SITE_SCHEMA[list]).get(itemId);
  return numberOf(row?.ContributionId);
}
