import '@pnp/sp/site-users';
import type { SiteConnection } from './connection';
import { SITE_GROUPS } from './schema';

/** What a person is to the desk, by the site's groups. */
export type Role = 'secretariat' | 'delegate' | 'member';

/** The person or program that a connection acts as. */
export interface CurrentUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

const ROLE_OF_GROUP: Readonly<Record<string, Role>> = {
  [SITE_GROUPS.secretariat]: 'secretariat',
  [SITE_GROUPS.delegates]: 'delegate',
  [SITE_GROUPS.members]: 'member'
};

/** Who the connection acts as, with the roles that the site's groups give. */
export async function currentUser(connection: SiteConnection): Promise<CurrentUser> {
  const user = await connection.sp.web.currentUser
    .select('Id', 'Title', 'Email', 'Groups/Title')
    .expand('Groups')<{ Id: number; Title: string; Email: string; Groups: { Title: string }[] }>();
  return {
    id: user.Id,
    name: user.Title,
    email: user.Email,
    roles: user.Groups.flatMap(({ Title }) => ROLE_OF_GROUP[Title] ?? [])
  };
}
