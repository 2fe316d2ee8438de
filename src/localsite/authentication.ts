import type { Request } from 'express';
import { problems } from './problem';
import type { Principal } from './store/principals';
import type { SiteStore } from './store/siteStore';

/**
 * Who asks: a program says so in the header `X-Local-User`, a browser in the cookie `localUser`.
 * @throws SharePointProblem 401 when nobody is named, or nobody whom the site knows
 */
export function acting(request: Request, site: SiteStore): { user: Principal; fromBrowser: boolean } {
  const named = request.get('x-local-user');
  const name = named ?? cookie(request, 'localUser');
  const user = name === undefined ? undefined : site.principals.user(name);
  if (!user) {
    throw problems.unauthenticated();
  }
  return { user, fromBrowser: named === undefined };
}

function cookie(request: Request, name: string): string | undefined {
  const pair = (request.get('cookie') ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim());
}
