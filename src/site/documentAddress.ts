/** How an address names a document: by its path on the server, or by the file's GUID. */
export type DocumentAddress = { readonly fileRef: string } | { readonly uniqueId: string };

/** What SharePoint puts before the path of a file that is linked from within: `/:w:/r/sites/...`, `/:b:/r/sites/...`. */
const LINKED_FILE = /^\/:[a-z]:\/r(?=\/)/i;

/** The pages that open a file which their query names by its GUID. */
const OPENING_PAGE = /\/_layouts\/15\/(?:doc|doc2|wopiframe|wopiframe2)\.aspx$/i;

const GUID = /^[{]?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[}]?$/i;

/**
 * What an address of a document on the site says: the file's own address, a link copied in SharePoint to people who
 * have access already, the page of an Office editor, or the library's view with the file. A sharing link that only
 * holds a secret (`/:w:/s/group/E...`) says nothing that could be read without using it.
 * Source: the addresses that SharePoint Online gives out; there is no reference of them.
 * @returns undefined for whatever lies outside the site
 */
export function documentAddress(address: string, siteUrl: string): DocumentAddress | undefined {
  const site = new URL(siteUrl);
  if (!URL.canParse(address) || new URL(address).origin !== site.origin) {
    return undefined;
  }
  const { pathname, searchParams } = new URL(address);
  const path = decoded(pathname.replace(LINKED_FILE, ''));
  const within = `${decoded(site.pathname) ?? ''}/`.toLowerCase();
  if (path === undefined || !path.toLowerCase().startsWith(within)) {
    return undefined;
  }
  if (OPENING_PAGE.test(path)) {
    const uniqueId = GUID.exec(searchParams.get('sourcedoc') ?? '')?.[1];
    return uniqueId === undefined ? undefined : { uniqueId: uniqueId.toLowerCase() };
  }
  const fileRef = path.toLowerCase().endsWith('.aspx') ? (searchParams.get('id') ?? '') : path;
  return fileRef.toLowerCase().startsWith(within) && !fileRef.endsWith('/') ? { fileRef } : undefined;
}

/** @returns undefined when the text is not well encoded, or holds what no path on a site holds */
function decoded(path: string): string | undefined {
  try {
    const text = path.split('/').map(decodeURIComponent).join('/');
    return /[\p{Cc}\\]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
