import { pageAddress } from '../../../site/deskTarget';
import type { DeskTarget } from '../../../site/deskTarget';

/** SharePoint's page around a web part in Teams. */
const HOST_PAGE = /\/teamshostedapp\.aspx$/i;

/**
 * The address from which Teams loads the frame anew at a place. SharePoint's page is reached by way of its sign-in for
 * Teams, as the app's manifest does it: a sign-in may have run out meanwhile, and no other one works in a frame.
 * @param frameUrl the frame's present address
 */
export function frameAddress(frameUrl: string, target: DeskTarget): string {
  const { origin, pathname, search } = new URL(pageAddress(frameUrl, target));
  return HOST_PAGE.test(pathname)
    ? `${origin}${pathname.replace(HOST_PAGE, '/TeamsLogon.aspx')}?SPFX=true&dest=${encodeURIComponent(pathname + search)}`
    : origin + pathname + search;
}
