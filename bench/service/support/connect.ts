import { connectFromNode } from '../../../src/service/siteConnection';
import type { SiteConnection } from '../../../src/site/connection';

/** A connection to a local site as one of its users, the service unless told otherwise. */
export function connect(siteUrl: string, user = 'service'): SiteConnection {
  return connectFromNode({ siteUrl, headers: { 'X-Local-User': `${user}@example.org` } });
}
