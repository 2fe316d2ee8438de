import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSite } from '../../src/localsite/startLocalSite';
import { connectFromNode } from '../../src/service/siteConnection';
import { provisionDemo } from '../../src/site/provisioning/demo';
import { provision } from '../../src/site/provisioning/provision';
import { shippedConfiguration } from './workingGroup';

/** Earlier than any test begins: a site's clock only moves forward. */
const MADE_AT = '2020-01-01T09:00:00+01:00';
/** Just before most tests begin. */
const DEMO_MADE_AT = '2020-08-10T08:55:00+02:00';

/** What is on a site from the beginning: the shipped configuration, or the programme of work of 2020 too. */
export type TemplateKind = 'plain' | 'demo';

/**
 * Sets up sites once for all tests, which copy them: provisioning takes more than a second, and hundreds of tests begin with
 * a site of their own. What provisioning does has tests of its own. They are removed when this process ends.
 */
export default async function makeSiteTemplates(): Promise<void> {
  await templateFolder('plain');
  await templateFolder('demo');
}

/** The folder of a template, which is made when it is not there yet; the workers of a run find it by an environment variable. */
export async function templateFolder(kind: TemplateKind): Promise<string> {
  const variable = `DESK_TEST_TEMPLATE_${kind.toUpperCase()}`;
  return (process.env[variable] ??= await makeTemplate(kind));
}

async function makeTemplate(kind: TemplateKind): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-template-'));
  const site = await startLocalSite({ dataFolder: folder, port: 0, now: kind === 'demo' ? DEMO_MADE_AT : MADE_AT });
  const connection = connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } });
  await provision(connection, { configuration: shippedConfiguration() });
  if (kind === 'demo') {
    await provisionDemo(connection);
  }
  await site.stop();
  // A copy has a clock of its own.
  await rm(join(folder, 'clock.db'), { force: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
