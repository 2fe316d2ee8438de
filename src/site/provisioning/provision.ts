import { parseWorkingGroup } from '../../rules/workingGroup';
import type { SiteConnection } from '../connection';
import { SITE_SCHEMA } from '../schema';
import type { ListSchema } from '../schema';
import { provisionGroups } from './provisionGroups';
import { provisionList, readLists } from './provisionLists';
import { provisionListAccess, provisionSiteAccess } from './provisionPermissions';
import { CONFIGURATION_LIBRARY, publishConfiguration } from './publishConfiguration';
import type { ProvisioningEntry, ProvisioningReport } from './report';

/** What to set a site up with. */
export interface ProvisioningOptions {
  /** What the configuration's file holds, parsed. */
  readonly configuration: unknown;
  /** Replaces a published configuration that differs. */
  readonly replaceConfiguration?: boolean;
}

/**
 * Sets a site up for a working group: groups of people, lists with columns, version history and permissions, and the
 * published configuration. It can be run again at any time: what is there stays, what is missing is added, what
 * differs is reported with what to do. Nothing is ever removed.
 * @throws ConfigurationError before anything is changed, when the configuration cannot be used
 * @throws SiteError
 */
export async function provision(
  connection: SiteConnection,
  { configuration, replaceConfiguration = false }: ProvisioningOptions
): Promise<ProvisioningReport> {
  parseWorkingGroup(configuration);
  const { sp } = connection;
  const entries: ProvisioningEntry[] = [];
  const groups = await provisionGroups(sp);
  const access = await provisionSiteAccess(sp, groups.ids);
  entries.push(...groups.entries, ...access.entries);
  const lists = await readLists(sp);
  const schemas: readonly ListSchema[] = [...Object.values(SITE_SCHEMA), CONFIGURATION_LIBRARY];
  for (const schema of schemas) {
    entries.push(...(await provisionList(sp, schema, lists.get(schema.title))));
    entries.push(...(await provisionListAccess(sp, schema, access.facts)));
  }
  entries.push(await publishConfiguration(connection, configuration, replaceConfiguration));
  return entries;
}
