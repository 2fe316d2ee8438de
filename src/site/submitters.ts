import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import type { SiteConnection } from './connection';
import { SITE_GROUPS } from './schema';

/** A person who may submit contributions, as the site knows them. */
export interface Submitter {
  readonly email: string;
  /** The name by which the site signs them in, e.g. `i:0#.f|membership|delegate@example.org`. */
  readonly loginName: string;
}

interface UserRow {
  readonly Email?: string;
  readonly LoginName: string;
}

/**
 * The delegate or member of the secretariat with an address. As with the secretariat, only people who are in the site's
 * groups themselves are found, and the site is asked each time.
 * @returns undefined for everybody else
 */
export async function submitterOf({ sp }: SiteConnection, email: string): Promise<Submitter | undefined> {
  const wanted = email.toLowerCase();
  const members = await Promise.all(
    [SITE_GROUPS.delegates, SITE_GROUPS.secretariat].map((group) => sp.web.siteGroups.getByName(group).users.select('Email', 'LoginName')<UserRow[]>())
  );
  const found = wanted === '' ? undefined : members.flat().find(({ Email = '' }) => Email.toLowerCase() === wanted);
  return found === undefined ? undefined : { email: wanted, loginName: found.LoginName };
}
