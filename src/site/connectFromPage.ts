import { connectSite } from './connection';
import type { SiteConnection } from './connection';
import { FormDigest } from './formDigest';

/**
 * Connects a page of the site with its own site, as the person who looks at it: cookies of the same origin and the form
 * digest that writes need.
 * @param siteUrl absolute address of the site, the page context's `web.absoluteUrl`
 */
export function connectFromPage(siteUrl: string): SiteConnection {
  const connection = connectSite(siteUrl);
  connection.sp.using(FormDigest(connection.url, connection.clock));
  return connection;
}
