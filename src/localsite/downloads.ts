import type { RequestHandler } from 'express';
import { sees } from './api/call';
import type { Call } from './api/call';
import { acting } from './authentication';
import { SharePointProblem, problems } from './problem';
import { pathOf } from './store/items';
import type { SiteStore } from './store/siteStore';

/**
 * Sends a file at its server-relative URL. It is always a download and never sniffed, so that nothing a delegate
 * uploaded can run as a page of the site.
 */
export function downloadHandler(site: SiteStore): RequestHandler {
  return (request, response) => {
    try {
      const { user } = acting(request, site);
      const path = decodedPath(request.baseUrl + request.path);
      const file = site.files.file(path);
      if (!file?.content || !sees({ site, user } as Call, file.list)) {
        throw problems.noFile(path);
      }
      response.attachment(file.leaf).set({
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(file.content.size),
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        ETag: `"{${file.uniqueId.toUpperCase()}},${file.revision}"`,
        'Last-Modified': new Date(file.modified).toUTCString(),
        'X-Server-Relative-Url': encodeURI(pathOf(file))
      });
      site.content.read(file.content.hash).pipe(response);
    } catch (error) {
      if (!(error instanceof SharePointProblem)) {
        throw error;
      }
      response.status(error.status).json(error.body);
    }
  };
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw problems.badRequest('The address is not percent-encoded correctly.');
  }
}
