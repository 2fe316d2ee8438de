import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { Temporal } from 'temporal-polyfill';
import type { SiteClock } from './clock';
import { isInvalidDigest } from './sharePointErrors';
import { siteFetch } from './siteFetch';

interface Digest {
  readonly value: string;
  readonly renewAt: Temporal.Instant;
}

/**
 * Renewed a little before it ends, so that a long upload is not refused at its end; also far more than the site's
 * clock is corrected by (a second at most), so that a correction does not make an ended digest look good again.
 */
const MARGIN_SECONDS = 120;

/**
 * Adds the form digest that SharePoint wants of a browser's writes. PnPjs' `RequestDigest` keeps a digest until the
 * PC's clock says that it is over; this one goes by the site's clock and replaces a digest that the site refuses, so
 * that a page that was left open overnight still sends.
 *
 * Source: "Complete basic operations using SharePoint REST endpoints", form digest.
 */
export function FormDigest(siteUrl: string, clock: SiteClock): TimelinePipe<Queryable> {
  let current: Promise<Digest> | undefined;

  async function ask(): Promise<Digest> {
    const init: RequestInit = {
      method: 'POST',
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store'
    };
    const response = await siteFetch(new URL(`${siteUrl}/_api/contextinfo`), init, clock);
    const answer = (await response.json()) as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    return { value: answer.FormDigestValue, renewAt: clock.now().add({ seconds: answer.FormDigestTimeoutSeconds - MARGIN_SECONDS }) };
  }

  function renewed(): Promise<Digest> {
    const asked = ask().catch((error: unknown) => {
      current = undefined;
      throw error;
    });
    current = asked;
    return asked;
  }

  async function digest(): Promise<Digest> {
    const known = await current;
    return known !== undefined && Temporal.Instant.compare(clock.now(), known.renewAt) < 0 ? known : renewed();
  }

  async function send(url: URL, init: RequestInit): Promise<Response> {
    if ((init.method ?? 'GET').toUpperCase() === 'GET') {
      return siteFetch(url, init, clock);
    }
    const sendWith = ({ value }: Digest): Promise<Response> =>
      siteFetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'X-RequestDigest': value } }, clock);
    try {
      return await sendWith(await digest());
    } catch (error) {
      if (!isInvalidDigest(error)) {
        throw error;
      }
      return sendWith(await renewed());
    }
  }

  return (instance) => {
    instance.on.send.replace(send);
    return instance;
  };
}
