import { pageAddress, subPageOf } from '../../site/deskTarget';
import type { DeskTarget } from '../../site/deskTarget';

const TEAMS_TABS = 'https://teams.microsoft.com/l/entity/';

/** The desk's personal tab in the app's manifest. */
const TAB = 'desk';

/**
 * The link that opens the desk's tab inside Teams.
 * Source: "Configure deep links to a tab", Microsoft Teams' documentation.
 * @param teamsAppId the app's id in the tenant
 * @param deskUrl the page with the web part, for whoever has no tab
 */
export function teamsDeskLink(teamsAppId: string, deskUrl: string): string {
  return linkWith(new URL(`${TEAMS_TABS}${teamsAppId}/${TAB}`), { webUrl: deskUrl });
}

/**
 * The link to a place in the desk: inside Teams when the desk itself is reached there, otherwise on its page.
 * @param deskUrl the desk's page, or a link of {@link teamsDeskLink}
 * @param label what Teams calls the link
 */
export function deskLink(deskUrl: string, target: DeskTarget, label: string): string {
  if (!deskUrl.startsWith(TEAMS_TABS)) {
    return pageAddress(deskUrl, target);
  }
  const link = new URL(deskUrl);
  const page = link.searchParams.get('webUrl');
  return linkWith(link, {
    ...(page === null ? {} : { webUrl: pageAddress(page, target) }),
    label,
    context: JSON.stringify({ subEntityId: subPageOf(target) })
  });
}

/** The desk's page, whether its own address or a link of {@link teamsDeskLink} is at hand. */
export function deskPage(deskUrl: string): string {
  return deskUrl.startsWith(TEAMS_TABS) ? (new URL(deskUrl).searchParams.get('webUrl') ?? deskUrl) : deskUrl;
}

/** Teams reads a plus sign as one, so blanks are escaped. */
function linkWith(link: URL, parameters: Readonly<Record<string, string>>): string {
  Object.entries(parameters).forEach(([name, value]) => link.searchParams.set(name, value));
  return link.href.replaceAll('+', '%20');
}
