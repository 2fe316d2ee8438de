import type { TimelinePipe } from '@pnp/core';
import { DefaultParse } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, spfi } from '@pnp/sp';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/webs';
import { siteClock } from './clock';
import type { SiteClock } from './clock';
import { siteFetch } from './siteFetch';
import { readSiteZone } from './siteZone';
import type { SiteZone } from './siteZone';

/** A way to the group's site: every request passes through it. */
export interface SiteConnection {
  /** Absolute address of the site, without a slash at the end. */
  readonly url: string;
  readonly sp: SPFI;
  readonly clock: SiteClock;
  /** How the site stores calendar dates; asked of the site once. */
  zone(): Promise<SiteZone>;
}

/**
 * Connects to a site. All requests made with `sp` fail with a `SiteError`, tell the clock of the site's time and are
 * never answered from a cache.
 * @param url absolute address of the site
 * @param behaviours what the surroundings add, such as authentication
 */
export function connectSite(url: string, ...behaviours: TimelinePipe[]): SiteConnection {
  const address = url.replace(/\/+$/, '');
  const clock = siteClock();
  const sp = spfi(address).using(DefaultHeaders(), DefaultInit(), DefaultParse(), uncached(), sentBySiteFetch(clock), ...behaviours);
  let zone: Promise<SiteZone> | undefined;
  return {
    url: address,
    sp,
    clock,
    zone: () => {
      zone ??= readSiteZone(sp).catch((error: unknown) => {
        zone = undefined;
        throw error;
      });
      return zone;
    }
  };
}

/** A revalidated answer would carry the time at which it was first given. */
function uncached(): TimelinePipe<Queryable> {
  return (instance) => {
    instance.on.pre(async (url, init, result) => [url, { ...init, cache: 'no-store' }, result]);
    return instance;
  };
}

function sentBySiteFetch(clock: SiteClock): TimelinePipe<Queryable> {
  return (instance) => {
    instance.on.send.replace((url, init) => siteFetch(url, init, clock));
    return instance;
  };
}
