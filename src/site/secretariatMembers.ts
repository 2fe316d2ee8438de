import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import type { SiteConnection } from './connection';
import { SITE_GROUPS } from './schema';

/**
 * Whether the person with an address belongs to the secretariat. Asked of the site each time, so that a person who
 * leaves the group loses the right at once. Only people who are in the site's group themselves are found: the members
 * of a directory group within it are not told by the site.
 */
export async function isSecretariat({ sp }: SiteConnection, email: string): Promise<boolean> {
  const members = await sp.web.siteGroups.getByName(SITE_GROUPS.secretariat).users.select('Email')<{ Email?: string }[]>();
  const wanted = email.toLowerCase();
  return wanted !== '' && members.some(({ Email }) => Email?.toLowerCase() === wanted);
}
