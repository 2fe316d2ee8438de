import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import type { SiteConnection } from './connection';
import { SITE_GROUPS } from './schema';

/**
 * The addresses of the secretariat, in small letters. Only people who are in the site's group themselves are found: the
 * members of a directory group within it are not told by the site.
 */
export async function secretariatAddresses({ sp }: SiteConnection): Promise<string[]> {
  const members = await sp.web.siteGroups.getByName(SITE_GROUPS.secretariat).users.select('Email')<{ Email?: string }[]>();
  return members.map(({ Email = '' }) => Email.toLowerCase()).filter((address) => address !== '');
}

/**
 * Whether the person with an address belongs to the secretariat; see {@link secretariatAddresses}. Asked of the site
 * each time, so that a person who leaves the group loses the right at once.
 */
export async function isSecretariat(connection: SiteConnection, email: string): Promise<boolean> {
  return (await secretariatAddresses(connection)).includes(email.toLowerCase());
}
