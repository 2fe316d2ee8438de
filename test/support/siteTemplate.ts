import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSite } from '../../src/localsite/startLocalSite';
import { connectFromNode } from '../../src/service/siteConnection';
import { provision } from '../../src/site/provisioning/provision';
import { shippedConfiguration } from './workingGroup';

/** Earlier than any test begins: a site's clock only moves forward. */
const MADE_AT = '2020-01-01T09:00:00+01:00';
/** The environment variable by which the workers of a run find the template. */
export const TEMPLATE_FOLDER = 'DESK_TEST_TEMPLATE';

/**
 * Sets up a site with the shipped configuration once for all tests, which copy it: provisioning takes more than a second, and
 * hundreds of tests begin with a site of their own. What provisioning does has tests of its own. It is removed when this process
 * ends.
 * @returns its folder
 */
export default async function makeSiteTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-template-'));
  const site = await startLocalSite({ dataFolder: folder, port: 0, now: MADE_AT });
  await provision(connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } }), { configuration: shippedConfiguration() });
  await site.stop();
  // A copy has a clock of its own.
  await rm(join(folder, 'clock.db'), { force: true });
  process.env[TEMPLATE_FOLDER] = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
