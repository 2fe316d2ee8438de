import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { SiteStore } from './store/siteStore';

/** How long a form digest holds, as in SharePoint. */
export const DIGEST_SECONDS = 1800;

/** A form digest: what a page must send with every change, so that no other site's page can change anything. */
export function makeDigest(site: SiteStore, userId: number): string {
  const stamp = site.clock.stamp();
  return `${sign(site, userId, stamp)},${stamp}`;
}

/** Whether a digest is this site's, this user's and not too old, by the site's clock. */
export function isValidDigest(site: SiteStore, userId: number, digest: string | undefined): boolean {
  const [signature, stamp] = (digest ?? '').split(',');
  if (!stamp || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(stamp)) {
    return false;
  }
  const expected = Buffer.from(sign(site, userId, stamp));
  const given = Buffer.from(signature);
  const end = Temporal.Instant.from(stamp).add({ seconds: DIGEST_SECONDS });
  return given.length === expected.length && timingSafeEqual(given, expected) && Temporal.Instant.compare(site.clock.now(), end) <= 0;
}

function sign(site: SiteStore, userId: number, stamp: string): string {
  return `0x${createHmac('sha256', site.identity.secret).update(`${userId};${stamp}`).digest('hex').toUpperCase()}`;
}
