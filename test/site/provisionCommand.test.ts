import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shippedConfiguration } from '../support/workingGroup';
import { emptySite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

const root = resolve(__dirname, '../..');
let site: TestSite;

beforeAll(async () => {
  site = await emptySite();
});
afterAll(() => site.stop());

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function provision(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/service/commands/provision.ts', ...args], {
    cwd: root,
    env: { ...process.env, SITE_HEADERS: '', SITE_TENANT_ID: '', SITE_CLIENT_ID: '', SITE_CERTIFICATE_PATH: '', ...env }
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((ended) => child.on('close', (status) => ended({ status, ...texts })));
}

const asService = { SITE_HEADERS: '{"X-Local-User":"service@example.org"}' };

describe('the provision command', () => {
  it('sets a site up and says what it made, and the second time that all is there', async () => {
    const first = await provision(['--site', site.url, '--demo'], asService);
    expect(first.err).toBe('');
    expect(first).toMatchObject({ status: 0 });
    expect(first.out).toMatch(/^created {3}list {12}Meetings$/m);
    expect(first.out).toMatch(/^created {3}demo {12}Delegations: Cuba$/m);
    const second = await provision(['--site', site.url, '--demo'], asService);
    expect(second.out).toMatch(/\n0 created, 0 extended, \d+ present, 0 differing/);
  });

  it("publishes a sister group's configuration from a file of its own", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-configuration-'));
    const file = join(folder, 'rdtp.json');
    await writeFile(file, JSON.stringify({ ...shippedConfiguration(), acronym: 'TDAG-WG-RDTP' }));
    expect(await provision(['--site', site.url, '--config', file, '--replace-configuration'], asService)).toMatchObject({ status: 0 });
    expect((await site.desk().configuration.read()).acronym).toBe('TDAG-WG-RDTP');
    await rm(folder, { recursive: true });
  });

  it.each([
    ['without a site', [], {}, /--site is missing[^]*Usage/],
    ['with an unknown option', ['--site', 'http://127.0.0.1:9', '--force'], {}, /--force[^]*Usage/],
    ['with something that is not an address', ['--site', 'the site'], {}, /not the address of a site/],
    ['when the site does not answer', ['--site', 'http://127.0.0.1:9/sites/x'], {}, /cannot be reached[^]*Check the address/],
    ['without the configuration that it names', ['--site', 'http://127.0.0.1:9/sites/x', '--config', 'no-such.json'], {}, /no-such\.json cannot be read[^]*Usage/],
    ['with broken headers', ['--site', 'http://127.0.0.1:9/sites/x'], { SITE_HEADERS: '{' }, /SITE_HEADERS must be a JSON object/],
    ['with half a certificate', ['--site', 'http://127.0.0.1:9/sites/x'], { SITE_TENANT_ID: 't' }, /SITE_CLIENT_ID and SITE_CERTIFICATE_PATH/]
  ])('%s ends with a sentence that says what to do', async (_when, args, env, sentence) => {
    const ended = await provision(args, env);
    expect(ended.status).toBe(1);
    expect(ended.err).toMatch(sentence);
    expect(ended.err).not.toMatch(/\n\s+at /);
  });

  it('says what to do to somebody who may not', async () => {
    expect(await provision(['--site', site.url], { SITE_HEADERS: '{"X-Local-User":"member@example.org"}' })).toMatchObject({ status: 1, err: expect.stringMatching(/owner of the site/) as string });
    expect(await provision(['--site', site.url])).toMatchObject({ status: 1, err: expect.stringMatching(/Say who you are/) as string });
  });
});
