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

/** The environment variables that say how a program reaches the site, besides its address. */
export const SITE_VARIABLES = ['SITE_SIGN_IN', 'SITE_TENANT_ID', 'SITE_CLIENT_ID', 'SITE_CERTIFICATE_PATH', 'SITE_HEADERS'] as const;

type SiteVariable = (typeof SITE_VARIABLES)[number];

/** How a program signs in at the site; `none` is for a site on this machine. */
const SIGN_INS = ['none', 'certificate', 'managedIdentity', 'default'] as const;

/**
 * Connects a program with the site.
 * @param behaviours what the surroundings add, such as measuring
 */
export function connectFromNode({ siteUrl, headers = {}, credential }: SiteSettings, ...behaviours: TimelinePipe[]): SiteConnection {
  return connectSite(siteUrl, InjectHeaders({ ...headers }), ...(credential === undefined ? [] : [appOnly(credential, siteUrl)]), ...behaviours);
}

/**
 * Reads from the environment how a program reaches the site: `SITE_HEADERS` (JSON object) and, by `SITE_SIGN_IN`,
 * - `certificate`: `SITE_TENANT_ID`, `SITE_CLIENT_ID` and `SITE_CERTIFICATE_PATH` (PEM with certificate and private key;
 *   SharePoint takes no client secrets from programs). It need not be said where one of the three is set.
 * - `managedIdentity`: the identity of the machine, `SITE_CLIENT_ID` when it is a user-assigned one
 * - `default`: whatever else the environment names, in the order of DefaultAzureCredential
 * @throws SiteSettingsError
 */
export async function siteSettings(siteUrl: string, env: Readonly<Record<string, string | undefined>>): Promise<SiteSettings> {
  if (!URL.canParse(siteUrl) || !/^https?:$/.test(new URL(siteUrl).protocol)) {
    throw new SiteSettingsError(`"${siteUrl}" is not the address of a site. Give one such as https://example.sharepoint.com/sites/group`);
  }
  const credential = await credentialOf(env);
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

async function credentialOf(env: Readonly<Record<string, string | undefined>>): Promise<TokenCredential | undefined> {
  const given = (name: SiteVariable): string | undefined => ((env[name] ?? '').trim() === '' ? undefined : env[name]);
  const isCertificate = CERTIFICATE_VARIABLES.some((name) => given(name) !== undefined);
  const signIn = given('SITE_SIGN_IN') ?? (isCertificate ? 'certificate' : 'none');
  // Loaded only where somebody signs in; it is by far the largest thing that the commands and the service load.
  switch (signIn) {
    case 'none':
      return undefined;
    case 'certificate': {
      const [tenantId, clientId, path] = certificateOf(given);
      const { ClientCertificateCredential } = await import('@azure/identity');
      return new ClientCertificateCredential(tenantId, clientId, path);
    }
    case 'managedIdentity': {
      const clientId = given('SITE_CLIENT_ID');
      const { ManagedIdentityCredential } = await import('@azure/identity');
      return clientId === undefined ? new ManagedIdentityCredential() : new ManagedIdentityCredential({ clientId });
    }
    case 'default': {
      const { DefaultAzureCredential } = await import('@azure/identity');
      return new DefaultAzureCredential();
    }
    default:
      throw new SiteSettingsError(`SITE_SIGN_IN must be one of ${SIGN_INS.join(', ')} (it is "${signIn}")`);
  }
}

const CERTIFICATE_VARIABLES = ['SITE_TENANT_ID', 'SITE_CLIENT_ID', 'SITE_CERTIFICATE_PATH'] as const;

function certificateOf(given: (name: SiteVariable) => string | undefined): [tenantId: string, clientId: string, path: string] {
  const [tenantId, clientId, path] = CERTIFICATE_VARIABLES.map(given);
  if (tenantId === undefined || clientId === undefined || path === undefined) {
    const missing = CERTIFICATE_VARIABLES.filter((name) => given(name) === undefined);
    throw new SiteSettingsError(`Set ${missing.join(' and ')} as well: ${CERTIFICATE_VARIABLES.join(', ')} belong together`);
  }
  if (!existsSync(path)) {
    throw new SiteSettingsError(`SITE_CERTIFICATE_PATH: there is no file ${path}`);
  }
  return [tenantId, clientId, path];
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
    const words = 'Microsoft Entra gave no token for the site; check SITE_SIGN_IN and what belongs to it: the tenant, the client id and the certificate, or the managed identity';
    throw new SiteError('notSignedIn', words, { cause });
  }
  throw new SiteError('notSignedIn', 'Microsoft Entra gave no token for the site');
}
