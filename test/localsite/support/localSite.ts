import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFetch, NodeFetchWithRetry } from '@pnp/nodejs';
import { DefaultParse, InjectHeaders } from '@pnp/queryable';
import type { HttpRequestError } from '@pnp/queryable';
import type { SPFI } from '@pnp/sp';
import { DefaultHeaders, DefaultInit, spfi } from '@pnp/sp';
import '@pnp/sp/presets/all';
import type { LocalSite, LocalSiteOptions } from '../../../src/localsite/startLocalSite';
import { startLocalSite } from '../../../src/localsite/startLocalSite';

/** A local site with nothing in it, spoken to through PnPjs. */
export interface TestSite {
  readonly url: string;
  readonly dataFolder: string;
  /** PnPjs as one of the local users; the service unless told otherwise. Throttled requests are repeated if asked. */
  as(user?: string, options?: { retry: boolean }): SPFI;
  /** A request as it stands, e.g. without a user or to the local switches. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Switches a fault on or moves the clock. */
  administer(path: string, body: unknown): Promise<Response>;
  /** Stops the site and starts it again on the same data. */
  restart(options?: Partial<LocalSiteOptions>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a local site on a folder of its own. */
export async function localSite(options: Partial<LocalSiteOptions> = {}): Promise<TestSite> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'local-site-')));
  const start = (more: Partial<LocalSiteOptions> = {}): Promise<LocalSite> => startLocalSite({ port: 0, ...options, ...more, dataFolder });
  let site = await start();
  const request = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, site.url), init);
  return {
    get url() {
      return site.url;
    },
    dataFolder,
    as: (user = 'service', { retry } = { retry: false }) => connect(site.url, user, retry),
    request,
    administer: (path, body) => request(`/_local/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    restart: async (more) => {
      await site.stop();
      site = await start(more);
    },
    stop: async () => {
      await site.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}

/** PnPjs on a site as one of the local users. */
export function connect(url: string, user = 'service', retry = false): SPFI {
  return spfi(url).using(
    DefaultHeaders(),
    DefaultInit(),
    retry ? NodeFetchWithRetry({ interval: 10 }) : NodeFetch(),
    DefaultParse(),
    InjectHeaders({ 'X-Local-User': `${user}@example.org` })
  );
}

/** What a refused request was answered: HTTP status and SharePoint's code and sentence. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string; message: string }> {
  let response: Response;
  try {
    await work;
    throw new Error('The request was not refused.');
  } catch (error) {
    response = (error as HttpRequestError).response;
    if (!response) {
      throw error;
    }
  }
  const body = (await response.json()) as { 'odata.error': { code: string; message: { value: string } } };
  return { status: response.status, code: body['odata.error'].code, message: body['odata.error'].message.value };
}
