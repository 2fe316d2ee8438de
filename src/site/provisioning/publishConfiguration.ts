import '@pnp/sp/files';
import '@pnp/sp/folders';
import { parseWorkingGroup } from '../../rules/workingGroup';
import { configurationPath } from '../configuration';
import type { SiteConnection } from '../connection';
import { isSiteError } from '../errors';
import { CONFIGURATION_FILE } from '../schema';
import type { ListSchema } from '../schema';
import type { ProvisioningEntry } from './report';

/** The library that holds the configuration. */
export const CONFIGURATION_LIBRARY = {
  title: CONFIGURATION_FILE.library,
  kind: 'library',
  description: "The working group's configuration",
  access: 'membersRead',
  columns: []
} as const satisfies ListSchema;

/**
 * Publishes the group's configuration on its site. One that is there and differs is only replaced on request, because
 * it may have been changed on the site; version history keeps what is replaced.
 * @param json what the configuration file holds, parsed
 */
export async function publishConfiguration(connection: SiteConnection, json: unknown, replace: boolean): Promise<ProvisioningEntry> {
  const name = `${CONFIGURATION_FILE.library}/${CONFIGURATION_FILE.name}`;
  const file = connection.sp.web.getFileByServerRelativePath(configurationPath(connection.url));
  const published = await readIfThere(() => file.getText());
  const text = `${JSON.stringify(json, undefined, 2)}\n`;
  if (published === undefined) {
    await connection.sp.web.lists.getByTitle(CONFIGURATION_FILE.library).rootFolder.files.addUsingPath(CONFIGURATION_FILE.name, text);
    return { kind: 'configuration', name, state: 'created' };
  }
  if (saysTheSame(published, json)) {
    return { kind: 'configuration', name, state: 'present' };
  }
  if (replace) {
    await file.setContent(text);
    return { kind: 'configuration', name, state: 'created' };
  }
  return {
    kind: 'configuration',
    name,
    state: 'differs',
    advice:
      'The site keeps its own. To replace it by that of the file, run again with --replace-configuration; ' +
      'version history keeps the old one.'
  };
}

async function readIfThere(read: () => Promise<string>): Promise<string | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isSiteError(error, 'notFound')) {
      return undefined;
    }
    throw error;
  }
}

function saysTheSame(published: string, json: unknown): boolean {
  try {
    return JSON.stringify(parseWorkingGroup(JSON.parse(published))) === JSON.stringify(parseWorkingGroup(json));
  } catch {
    // What cannot be used differs from what can.
    return false;
  }
}
