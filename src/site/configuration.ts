import '@pnp/sp/files';
import { parseWorkingGroup } from '../rules/workingGroup';
import type { WorkingGroup } from '../rules/workingGroup';
import type { SiteConnection } from './connection';
import { SiteNotSetUpError, isSiteError } from './errors';
import { CONFIGURATION_FILE } from './schema';

/** The group's configuration as it is published on its site. */
export class Configuration {
  public constructor(private readonly connection: SiteConnection) {}

  /**
   * @throws SiteNotSetUpError when there is none
   * @throws ConfigurationError when it cannot be used
   */
  public async read(): Promise<WorkingGroup> {
    try {
      const file = this.connection.sp.web.getFileByServerRelativePath(configurationPath(this.connection.url));
      return parseWorkingGroup(await file.getJSON());
    } catch (error) {
      throw isSiteError(error, 'notFound') ? new SiteNotSetUpError(this.connection.url, error) : error;
    }
  }
}

/** Where the configuration file is, relative to the server. */
export function configurationPath(siteUrl: string): string {
  const sitePath = decodeURIComponent(new URL(siteUrl).pathname).replace(/\/+$/, '');
  return `${sitePath}/${CONFIGURATION_FILE.library}/${CONFIGURATION_FILE.name}`;
}
