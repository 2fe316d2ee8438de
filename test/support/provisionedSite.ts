import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { startLocalSite } from '../../src/localsite/startLocalSite';
import type { LocalSiteOptions } from '../../src/localsite/startLocalSite';
import { connectFromNode } from '../../src/service/siteConnection';
import type { WorkingGroup } from '../../src/rules/workingGroup';
import type { SiteConnection } from '../../src/site/connection';
import { openSite } from '../../src/site/deskSite';
import type { DeskSite } from '../../src/site/deskSite';
import { provisionDemo } from '../../src/site/provisioning/demo';
import { publishConfiguration } from '../../src/site/provisioning/publishConfiguration';
import { templateFolder } from './siteTemplate';
import type { TemplateKind } from './siteTemplate';
import { shippedConfiguration } from './workingGroup';

type SiteOptions = Pick<LocalSiteOptions, 'log'>;

/** When a site begins unless its test says otherwise. */
const USUAL_NOW = '2020-08-10T09:00:00+02:00';

/** A local site for a test, empty or set up for the group. */
export interface TestSite {
  readonly url: string;
  /** A connection as one of the local users, e.g. `delegate.fr`, or as nobody; through another address if one is given. */
  connect(user?: string, url?: string): SiteConnection;
  /** The desk as one of the local users; the service unless told otherwise. */
  desk(user?: string, url?: string): DeskSite;
  /** Uses the local site's administration, e.g. `clock`, `faults`. */
  administer(path: string, body: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a local site that nobody has set up. */
export async function emptySite(now?: string): Promise<TestSite> {
  return siteIn(await newFolder(), now);
}

/**
 * Starts a local site that is set up with the shipped configuration, or with some settings changed.
 * @param fill writes into its folder before it runs
 * @param options where the site logs to; nowhere unless told
 */
export function provisionedSite(now?: string, changes: Partial<WorkingGroup> = {}, fill: (folder: string) => void = () => undefined, options: SiteOptions = {}): Promise<TestSite> {
  return copyOf('plain', { now, changes, fill, options });
}

/** The same with the group's programme of work, entered just before the site begins. */
export async function demoSite(now = USUAL_NOW, changes: Partial<WorkingGroup> = {}): Promise<TestSite> {
  if (Temporal.Instant.compare(now, USUAL_NOW) >= 0) {
    return copyOf('demo', { now, changes });
  }
  const site = await copyOf('plain', { now, changes });
  await provisionDemo(site.connect('service'));
  return site;
}

interface Beginning {
  readonly now?: string;
  readonly changes: Partial<WorkingGroup>;
  readonly fill?: (folder: string) => void;
  readonly options?: SiteOptions;
}

async function copyOf(kind: TemplateKind, { now, changes, fill, options }: Beginning): Promise<TestSite> {
  const folder = await newFolder();
  await cp(await templateFolder(kind), folder, { recursive: true });
  fill?.(folder);
  const site = await siteIn(folder, now, options);
  if (Object.keys(changes).length > 0) {
    await publishConfiguration(site.connect('service'), { ...shippedConfiguration(), ...changes }, true);
  }
  return site;
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'desk-site-'));

async function siteIn(dataFolder: string, now = USUAL_NOW, options: SiteOptions = {}): Promise<TestSite> {
  const site = await startLocalSite({ ...options, dataFolder, port: 0, now });
  const connect = (user?: string, url = site.url): SiteConnection =>
    connectFromNode({ siteUrl: url, headers: user === undefined ? {} : { 'X-Local-User': `${user}@example.org` } });
  return {
    url: site.url,
    connect,
    desk: (user = 'service', url) => openSite(connect(user, url)),
    administer: async (path, body) => {
      const response = await fetch(new URL(`/_local/${path}`, site.url), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body)
      });
      if (!response.ok) {
        throw new Error(`The local site refused ${path}: ${response.status} ${await response.text()}`);
      }
    },
    stop: async () => {
      await site.stop();
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}
