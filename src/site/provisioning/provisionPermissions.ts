import '@pnp/sp/security';
import type { SPFI } from '@pnp/sp';
import { SITE_GROUPS } from '../schema';
import type { ListAccess, ListSchema } from '../schema';
import type { GroupIds } from './provisionGroups';
import type { ProvisioningEntry } from './report';

/** Permission levels by `RoleTypeKind`; their names depend on the site's language. */
const LEVELS = { read: 2, contribute: 3, full: 5 } as const;
type Level = keyof typeof LEVELS;

/** What each group may do in a list; a group that is left out does not see it. */
const ACCESS: Readonly<Record<ListAccess, Partial<Record<keyof GroupIds, Level>>>> = {
  delegatesContribute: { secretariat: 'full', delegates: 'contribute', members: 'read' },
  membersRead: { secretariat: 'full', delegates: 'read', members: 'read' },
  secretariatOnly: { secretariat: 'full' }
};

interface RoleDefinition {
  readonly Id: number;
  readonly RoleTypeKind: number;
}

interface RoleAssignment {
  readonly PrincipalId: number;
  readonly RoleDefinitionBindings: readonly RoleDefinition[];
}

/** What permissions are made from; read once for all lists. */
export interface PermissionFacts {
  readonly groups: GroupIds;
  readonly definitions: Readonly<Record<Level, number>>;
  /** Who may do what on the site. */
  readonly site: readonly RoleAssignment[];
}

/** Lets the three groups read the site, so that they can open it, and reads what the lists' permissions are made from. */
export async function provisionSiteAccess(
  sp: SPFI,
  groups: GroupIds
): Promise<{ entries: ProvisioningEntry[]; facts: PermissionFacts }> {
  const all: RoleDefinition[] = await sp.web.roleDefinitions();
  const definitions = { read: levelId(all, 'read'), contribute: levelId(all, 'contribute'), full: levelId(all, 'full') };
  const site = await readAssignments(sp.web);
  const entries: ProvisioningEntry[] = [];
  for (const [role, groupId] of entriesOf(groups)) {
    const known = site.some(({ PrincipalId }) => PrincipalId === groupId);
    if (!known) {
      await sp.web.roleAssignments.add(groupId, definitions.read);
    }
    entries.push({ kind: 'permission', name: `Site: ${SITE_GROUPS[role]}`, state: known ? 'present' : 'created' });
  }
  return { entries, facts: { groups, definitions, site } };
}

/**
 * Gives a list permissions of its own. One that inherits gets the three groups', and everybody else's reduced to
 * reading (to nothing, in a list for the secretariat), except those who have full control of the site. One that has
 * permissions of its own is compared; a group that is missing is added, everything else is left as it is.
 */
export async function provisionListAccess(sp: SPFI, schema: ListSchema, facts: PermissionFacts): Promise<ProvisioningEntry[]> {
  const list = sp.web.lists.getByTitle(schema.title);
  const { HasUniqueRoleAssignments } = await list.select('HasUniqueRoleAssignments')<{ HasUniqueRoleAssignments: boolean }>();
  const wanted = ACCESS[schema.access];
  if (!HasUniqueRoleAssignments) {
    await list.breakRoleInheritance(false, false);
    // The groups come last: they are what the next run adds, should this one be interrupted.
    for (const [principalId, level] of othersOf(facts, schema.access)) {
      await list.roleAssignments.add(principalId, facts.definitions[level]);
    }
    for (const [role, level] of entriesOf(wanted)) {
      await list.roleAssignments.add(facts.groups[role], facts.definitions[level]);
    }
    return [{ kind: 'permission', name: schema.title, state: 'created' }];
  }
  const assignments = await readAssignments(list);
  const entries: ProvisioningEntry[] = [];
  for (const role of Object.keys(SITE_GROUPS) as (keyof GroupIds)[]) {
    const name = `${schema.title}: ${SITE_GROUPS[role]}`;
    const level = wanted[role];
    const bindings = assignments.find(({ PrincipalId }) => PrincipalId === facts.groups[role])?.RoleDefinitionBindings ?? [];
    if (level !== undefined && bindings.length === 0) {
      await list.roleAssignments.add(facts.groups[role], facts.definitions[level]);
      entries.push({ kind: 'permission', name, state: 'created' });
    } else {
      entries.push(checkedBindings(name, bindings, level, facts));
    }
  }
  return entries;
}

function checkedBindings(
  name: string,
  bindings: readonly RoleDefinition[],
  level: Level | undefined,
  { definitions }: PermissionFacts
): ProvisioningEntry {
  const wanted = level === undefined ? [] : [definitions[level]];
  const asWanted = bindings.length === wanted.length && bindings.every(({ Id }) => wanted.includes(Id));
  if (asWanted) {
    return { kind: 'permission', name, state: 'present' };
  }
  const should = level === undefined ? 'should have no permission' : `should have the permission level "${level}" and no other`;
  return { kind: 'permission', name, state: 'differs', advice: `The group ${should}. Change it in the list's permissions.` };
}

/** Whoever else is on the site: full control stays; others read, or see nothing of a list for the secretariat. */
function othersOf({ groups, site }: PermissionFacts, access: ListAccess): [principalId: number, level: Level][] {
  const ours = Object.values(groups);
  return site
    .filter(({ PrincipalId }) => !ours.includes(PrincipalId))
    .flatMap(({ PrincipalId, RoleDefinitionBindings }): [number, Level][] => {
      if (RoleDefinitionBindings.some(({ RoleTypeKind }) => RoleTypeKind === LEVELS.full)) {
        return [[PrincipalId, 'full']];
      }
      const reads = RoleDefinitionBindings.some(({ RoleTypeKind }) => RoleTypeKind !== LIMITED_ACCESS);
      return reads && access !== 'secretariatOnly' ? [[PrincipalId, 'read']] : [];
    });
}

/** `RoleTypeKind` of those who were given something further down; it opens nothing by itself. */
const LIMITED_ACCESS = 1;

async function readAssignments(securable: Pick<SPFI['web'], 'roleAssignments'>): Promise<RoleAssignment[]> {
  return securable.roleAssignments
    .select('PrincipalId', 'RoleDefinitionBindings/Id', 'RoleDefinitionBindings/RoleTypeKind')
    .expand('RoleDefinitionBindings')<RoleAssignment[]>();
}

function levelId(definitions: readonly RoleDefinition[], level: Level): number {
  const found = definitions.find(({ RoleTypeKind }) => RoleTypeKind === LEVELS[level]);
  if (found === undefined) {
    const missing = `The site has no permission level of type ${LEVELS[level]} (${level})`;
    throw new Error(`${missing}. Restore the standard permission levels and run the command again.`);
  }
  return found.Id;
}

function entriesOf<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
