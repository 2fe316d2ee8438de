import { ChangeLog } from './changeLog';
import type { SiteClock } from './clock';
import { Configuration } from './configuration';
import type { SiteConnection } from './connection';
import { Contributions } from './contributions';
import { currentUser } from './currentUser';
import type { CurrentUser } from './currentUser';
import { Meetings } from './meetings';
import { SITE_SCHEMA } from './schema';

/** What a delegate's page needs of the site. */
export interface DelegateSite {
  /** Absolute address without a slash at the end. */
  readonly url: string;
  readonly clock: SiteClock;
  readonly configuration: Configuration;
  readonly meetings: Meetings;
  readonly contributions: Contributions;
  currentUser(): Promise<CurrentUser>;
  /** A text that is another one whenever anything in the library changed. */
  libraryMark(): Promise<string>;
}

/** The part of the site that a delegate's page needs. */
export function openDelegateSite(connection: SiteConnection): DelegateSite {
  return {
    url: connection.url,
    clock: connection.clock,
    configuration: new Configuration(connection),
    meetings: new Meetings(connection),
    contributions: new Contributions(connection),
    currentUser: () => currentUser(connection),
    libraryMark: () => new ChangeLog(connection, SITE_SCHEMA.contributions).currentToken()
  };
}
