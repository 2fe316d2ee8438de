import { SiteAddressError, SiteError } from './errors';
import type { SiteErrorKind } from './errors';
import { StalledError } from './stalledError';

/**
 * SharePoint's error numbers that say more than the HTTP status, which is 400 or 500 for many of them.
 * Source: the constants of `Microsoft.SharePoint` as its REST service answers them in `odata.error.code`.
 */
const KIND_OF_NUMBER: Readonly<Record<string, SiteErrorKind>> = {
  /** SPDuplicateValuesFoundException: a unique column. */
  '-2130575169': 'duplicate',
  /** A file of this name exists. */
  '-2130575257': 'duplicate',
  /** A list of this title exists. */
  '-2130575342': 'duplicate',
  /** SPQueryThrottledException: the list view threshold. */
  '-2147024860': 'tooManyItems',
  /** System.UnauthorizedAccessException. */
  '-2147024891': 'notAllowed',
  /** System.IO.FileNotFoundException, DirectoryNotFoundException. */
  '-2147024894': 'notFound',
  '-2147024893': 'notFound',
  /** The item does not exist; it may have been deleted by another user. */
  '-2130575338': 'notFound',
  /** Save conflict. */
  '-2130575305': 'changedByOthers',
  /** SPFileLockException, SPFileCheckOutException. */
  '-2147018894': 'locked',
  '-2147018887': 'locked',
  '-2130575306': 'locked'
};

const KIND_OF_STATUS: Readonly<Record<number, SiteErrorKind>> = {
  400: 'invalid',
  401: 'notSignedIn',
  403: 'notAllowed',
  404: 'notFound',
  409: 'changedByOthers',
  410: 'notFound',
  412: 'changedByOthers',
  413: 'invalid',
  423: 'locked',
  429: 'throttled',
  502: 'unreachable',
  503: 'throttled',
  504: 'unreachable'
};

/** The number at the start of {@link SiteError.code} when a form digest is missing, foreign or too old. */
const INVALID_DIGEST = '-2130575251';

/** Whether the site refused the form digest rather than the person. */
export function isInvalidDigest(error: unknown): boolean {
  return error instanceof SiteError && error.code !== undefined && numberOf(error.code) === INVALID_DIGEST;
}

/** Node's codes for a server whose name is not found, for good or for now. */
const UNKNOWN_HOST = ['ENOTFOUND', 'EAI_AGAIN'];

/** Node's codes for a certificate that is not taken; the rest begin with `CERT_` and `ERR_TLS_CERT_`. */
const UNTRUSTED = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'];

/**
 * Whether an answer sends the caller elsewhere. SharePoint does so at the old address of a site that was renamed.
 * Source: "Manage site redirects" of the SharePoint documentation; observed: 308.
 */
export function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
}

/** The error that an answer which sends elsewhere stands for; without the query of that address, which may hold a secret. */
export function errorOfRedirect(response: Response, url: URL): SiteAddressError {
  const location = response.headers.get('Location');
  const target = location !== null && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  const { status } = response;
  if (target === undefined) {
    return new SiteAddressError('moved', 'The site is no longer at this address and does not say where it is', { status });
  }
  const movedTo = target.origin + target.pathname.replace(/\/_api(\/.*)?$/i, '').replace(/\/+$/, '');
  return new SiteAddressError('moved', `The site is no longer at this address; it sends those who ask to ${movedTo}`, { status, movedTo });
}

/** The error that an unsuccessful answer stands for; reads its body. */
export async function errorOfResponse(response: Response): Promise<SiteError> {
  const { code, message } = await readBody(response);
  const kind = kindOf(response.status, code);
  const retryAfterSeconds = retryAfter(response);
  return new SiteError(kind, message ?? `The site answered ${response.status} ${response.statusText}`.trim(), {
    status: response.status,
    ...(code === undefined ? {} : { code }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
  });
}

/** The code says more than the status, except that 401 carries the same code as 403: nobody is signed in. */
function kindOf(status: number, code: string | undefined): SiteErrorKind {
  const byCode = code === undefined || status === 401 ? undefined : KIND_OF_NUMBER[numberOf(code)];
  return byCode ?? KIND_OF_STATUS[status] ?? 'unexpected';
}

/** The error that a request without an answer stands for. */
export function errorOfFailure(failure: unknown, signal: AbortSignal | null | undefined, url?: URL): SiteError {
  if (signal?.aborted === true) {
    return new SiteError('cancelled', 'The request was cancelled', { cause: failure });
  }
  if (failure instanceof SiteError) {
    return failure;
  }
  const code = codeOf(failure);
  const host = url?.hostname ?? 'the site';
  if (UNKNOWN_HOST.includes(code)) {
    return new SiteAddressError('unknownHost', `The name ${host} cannot be found (${code})`, { cause: failure });
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return new SiteAddressError('certificate', `The certificate of ${host} has expired`, { cause: failure });
  }
  if (UNTRUSTED.includes(code) || /^(CERT_|ERR_TLS_CERT_)/.test(code)) {
    return new SiteAddressError('certificate', `The certificate of ${host} is not to be trusted (${code})`, { cause: failure });
  }
  return new SiteError('unreachable', failure instanceof StalledError ? failure.message : 'The site cannot be reached', { cause: failure });
}

/** What Node says of a request that failed; browsers tell pages nothing of it. */
function codeOf(failure: unknown): string {
  const cause = (failure as { readonly cause?: { readonly code?: unknown } } | undefined)?.cause;
  return typeof cause?.code === 'string' ? cause.code : '';
}

/** The pause that an answer asks for, in seconds; undefined when it asks for none or in a form other than seconds. */
export function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('Retry-After');
  const seconds = header === null || header.trim() === '' ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function numberOf(code: string): string {
  return code.split(',')[0].trim();
}

/** SharePoint's error body, in minimal or verbose metadata; whatever else answered (a proxy) has no code. */
async function readBody(response: Response): Promise<{ code?: string; message?: string }> {
  try {
    const body = (await response.json()) as Record<string, { code?: unknown; message?: { value?: unknown } } | undefined>;
    const error = body['odata.error'] ?? body.error;
    return {
      ...(typeof error?.code === 'string' ? { code: error.code } : {}),
      ...(typeof error?.message?.value === 'string' ? { message: error.message.value } : {})
    };
  } catch {
    return {};
  }
}
