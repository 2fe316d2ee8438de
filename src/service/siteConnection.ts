import { existsSync } from 'node:fs';
import type { TokenCredential } from '@azure/identity';
import type { TimelinePipe } from '@pnp/core';
import { InjectHeaders } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import { connectSite } from '../site/connection';
import type { SiteConnection } from '../site/connection';
import { SiteError } from '../site/errors';

/** How a program reaches the site. */
export interface SiteSettings {
  readonly siteUrl: string;
  /** Further headers of every request, e.g. for a proxy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Who the program is, app-only. */
  readonly credential?: TokenCredential;
}

/** A setting that cannot be used; its message says what to do. */
export class SiteSettingsError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'SiteSettingsError';
  }
}

/** Connects a program with the site. */
export function connectFromNode({ siteUrl, headers = {}, credential }: SiteSettings): SiteConnection {
  const behaviours = [InjectHeaders({ ...headers }), ...(credential === undefined ? [] : [appOnly(credential, siteUrl)])];
  return connectSite(siteUrl, ...behaviours);
}

/**
 * Reads from the environment how a program reaches the site: `SITE_HEADERS` (JSON object) and either none or all of
 * `SITE_TENANT_ID`, `SITE_CLIENT_ID`, `SITE_CERTIFICATE_PATH` (PEM with certificate and private key; SharePoint takes
 * no client secrets from programs).
 * @throws SiteSettingsError
 */
export async function siteSettings(siteUrl: string, env: NodeJS.ProcessEnv): Promise<SiteSettings> {
  if (!URL.canParse(siteUrl) || !/^https?:$/.test(new URL(siteUrl).protocol)) {
    throw new SiteSettingsError(`"${siteUrl}" is not the address of a site. Give one such as https://example.sharepoint.com/sites/group`);
  }
  const credential = await certificateCredential(env);
  return { siteUrl, headers: headersOf(env.SITE_HEADERS), ...(credential === undefined ? {} : { credential }) };
}

function headersOf(json: string | undefined): Record<string, string> {
  if (json === undefined || json.trim() === '') {
    return {};
  }
  try {
    const headers = JSON.parse(json) as unknown;
    if (isTexts(headers)) {
      return headers;
    }
  } catch {
    // Answered below, like JSON of another shape.
  }
  throw new SiteSettingsError('SITE_HEADERS must be a JSON object of texts, such as {"X-Proxy-Key": "..."}');
}

function isTexts(value: unknown): value is Record<string, string> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((entry) => typeof entry === 'string');
}

async function certificateCredential(env: NodeJS.ProcessEnv): Promise<TokenCredential | undefined> {
  const names = ['SITE_TENANT_ID', 'SITE_CLIENT_ID', 'SITE_CERTIFICATE_PATH'] as const;
  const missing = names.filter((name) => (env[name] ?? '') === '');
  if (missing.length === names.length) {
    return undefined;
  }
  if (missing.length > 0) {
    throw new SiteSettingsError(`Set ${missing.join(' and ')} as well: ${names.join(', ')} belong together`);
  }
  const [tenantId, clientId, certificatePath] = names.map((name) => env[name] as string);
  if (!existsSync(certificatePath)) {
    throw new SiteSettingsError(`SITE_CERTIFICATE_PATH: there is no file ${certificatePath}`);
  }
  // Loaded only where a certificate is used; it is by far the largest thing that the command and the service load.
  const { ClientCertificateCredential } = await import('@azure/identity');
  return new ClientCertificateCredential(tenantId, clientId, certificatePath);
}

/** The credential keeps its tokens and renews them. */
function appOnly(credential: TokenCredential, siteUrl: string): TimelinePipe<Queryable> {
  const scope = `${new URL(siteUrl).origin}/.default`;
  return (instance) => {
    instance.on.auth.replace(async (url, init) => {
      const token = await tokenOf(credential, scope);
      return [url, { ...init, headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${token}` } }];
    });
    return instance;
  };
}

async function tokenOf(credential: TokenCredential, scope: string): Promise<string> {
  try {
    const token = await credential.getToken(scope);
    if (token !== null) {
      return token.token;
    }
  } catch (cause) {
    const words = 'Microsoft Entra gave no token for the site; check the tenant, the client id and the certificate';
    throw new SiteError('notSignedIn', words, { cause });
  }
  throw new SiteError('notSignedIn', 'Microsoft Entra gave no token for the site');
}
