import { SiteAddressError, SiteError, SiteNotSetUpError } from '../site/errors';

/** What the health report says of a failure to use the site, and what to do where that is known. */
export function wordTrouble(error: unknown, siteUrl: string): string {
  if (!(error instanceof SiteError)) {
    return 'The service met an error of its own; see its log';
  }
  if (error instanceof SiteAddressError) {
    return wordAddress(error, siteUrl);
  }
  const isMissing = error.kind === 'notFound' && !(error instanceof SiteNotSetUpError);
  return isMissing ? `${error.message} If a list was removed or renamed by hand, restore it or run: npm run provision -- --site ${siteUrl}` : error.message;
}

/** The service goes on trying meanwhile, and what it missed it finds in the site's change log. */
function wordAddress({ problem, message, movedTo }: SiteAddressError, siteUrl: string): string {
  switch (problem) {
    case 'unknownHost':
      return `${message}. Check that SITE_URL (${siteUrl}) is the address that a browser shows, and that this machine's name server answers`;
    case 'certificate':
      return `${message}. Whoever runs that server, or the proxy before it, must renew its certificate; check this machine's clock as well`;
    case 'moved':
      return `${message}. If the site was renamed, set SITE_URL${movedTo === undefined ? '' : ` to ${movedTo}`}, and DESK_URL to the new address of the page, and start the service again (SITE_URL is ${siteUrl})`;
    case 'noSite':
      return `${message}. If the site was renamed or removed, set SITE_URL (${siteUrl}) to its new address, or restore it in the SharePoint admin center`;
  }
}

/** What the health report says of a full disk. */
export const DISK_TROUBLE = 'The disk of the service has no room for a document: free some, or give it a larger folder for temporary files (TMPDIR). Documents wait in the library meanwhile and are looked at again';
