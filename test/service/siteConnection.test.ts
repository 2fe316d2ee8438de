import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteSettings } from '../../src/service/siteConnection';

const SITE = 'https://example.sharepoint.com/sites/group';
const signIn = async (env: Record<string, string>): Promise<string | undefined> => (await siteSettings(SITE, env)).credential?.constructor.name;
const problem = async (env: Record<string, string>): Promise<string> => siteSettings(SITE, env).then(() => '', (error: Error) => error.message);

describe('how a program signs in at the site', () => {
  let folder: string;
  let certificate: Record<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-certificate-'));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    const path = join(folder, 'site.pem');
    await writeFile(path, privateKey);
    certificate = { SITE_TENANT_ID: 'tenant', SITE_CLIENT_ID: 'client', SITE_CERTIFICATE_PATH: path };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is not at all, unless it is told to', async () => {
    expect(await signIn({})).toBeUndefined();
    expect(await signIn({ ...certificate, SITE_SIGN_IN: 'none' })).toBeUndefined();
  });

  it('is by a certificate where there is one', async () => {
    expect(await signIn(certificate)).toBe('ClientCertificateCredential');
    expect(await signIn({ ...certificate, SITE_SIGN_IN: 'certificate' })).toBe('ClientCertificateCredential');
  });

  it('is by a managed identity or whatever else the environment names, when asked for', async () => {
    expect(await signIn({ SITE_SIGN_IN: 'managedIdentity' })).toBe('ManagedIdentityCredential');
    expect(await signIn({ SITE_SIGN_IN: 'managedIdentity', SITE_CLIENT_ID: 'client' })).toBe('ManagedIdentityCredential');
    expect(await signIn({ SITE_SIGN_IN: 'default' })).toBe('DefaultAzureCredential');
  });

  it('is told what is missing or wrong', async () => {
    expect(await problem({ SITE_TENANT_ID: 'tenant' })).toContain('Set SITE_CLIENT_ID and SITE_CERTIFICATE_PATH as well');
    expect(await problem({ SITE_SIGN_IN: 'certificate' })).toContain('Set SITE_TENANT_ID and SITE_CLIENT_ID and SITE_CERTIFICATE_PATH as well');
    expect(await problem({ ...certificate, SITE_CERTIFICATE_PATH: '/nowhere/site.pem' })).toContain('there is no file /nowhere/site.pem');
    expect(await problem({ SITE_SIGN_IN: 'password' })).toContain('SITE_SIGN_IN must be one of none, certificate, managedIdentity, default');
  });
});
