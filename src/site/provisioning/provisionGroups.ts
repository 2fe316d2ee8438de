import '@pnp/sp/site-groups/web';
import type { SPFI } from '@pnp/sp';
import { SITE_GROUPS } from '../schema';
import type { ProvisioningEntry } from './report';

const DESCRIPTIONS: Readonly<Record<keyof typeof SITE_GROUPS, string>> = {
  secretariat: 'Staff who monitor, number and publish documents',
  delegates: 'People who submit contributions on behalf of a delegation',
  members: 'People who follow the work of the group'
};

/** The ids of the three groups. */
export type GroupIds = Readonly<Record<keyof typeof SITE_GROUPS, number>>;

/** Makes the groups of people that the site lacks; who is in them is the secretariat's decision. */
export async function provisionGroups(sp: SPFI): Promise<{ entries: ProvisioningEntry[]; ids: GroupIds }> {
  const present = await sp.web.siteGroups<{ Id: number; Title: string }[]>();
  const entries: ProvisioningEntry[] = [];
  const idOf = async (role: keyof typeof SITE_GROUPS): Promise<number> => {
    const name = SITE_GROUPS[role];
    const known = present.find(({ Title }) => Title === name);
    const { Id } = known ?? (await sp.web.siteGroups.add({ Title: name, Description: DESCRIPTIONS[role] }));
    entries.push({ kind: 'group', name, state: known === undefined ? 'created' : 'present' });
    return Id;
  };
  const ids = { secretariat: await idOf('secretariat'), delegates: await idOf('delegates'), members: await idOf('members') };
  return { entries, ids };
}
