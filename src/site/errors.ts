/** What went wrong, as far as a person can do something about it. */
export type SiteErrorKind =
  /** The list, item or file is not there (any more). */
  | 'notFound'
  /** The person or the service may not do this. */
  | 'notAllowed'
  /** Nobody is signed in, or no longer. */
  | 'notSignedIn'
  /** Somebody else changed it since it was read; read again and decide again. */
  | 'changedByOthers'
  /** The unique value or the name is taken. */
  | 'duplicate'
  /** The query would touch more than 5,000 items without an index. */
  | 'tooManyItems'
  /** The site asks for a pause; see {@link SiteError.retryAfterSeconds}. */
  | 'throttled'
  /** No answer: whether the request was carried out is not known. */
  | 'unreachable'
  /** The site refuses the value, the name or the size. */
  | 'invalid'
  /** Somebody has the file open or checked out. */
  | 'locked'
  /** The caller cancelled. */
  | 'cancelled'
  | 'unexpected';

/** What {@link SiteError} carries beside its kind. */
export interface SiteErrorDetails {
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** SharePoint's own code, e.g. `-2147024891, System.UnauthorizedAccessException`. */
  readonly code?: string;
  /** The pause that the site asks for, in seconds. */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A request to the site that did not succeed. What a person can do next follows from `kind`. */
export class SiteError extends Error {
  public readonly kind: SiteErrorKind;
  public readonly status?: number;
  public readonly code?: string;
  public readonly retryAfterSeconds?: number;

  public constructor(kind: SiteErrorKind, message: string, { status, code, retryAfterSeconds, cause }: SiteErrorDetails = {}) {
    super(message, { cause });
    this.name = 'SiteError';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The site is there, but nobody has set it up for the group; `npm run provision -- --site URL` does. */
export class SiteNotSetUpError extends SiteError {
  public constructor(url: string, cause: unknown) {
    super('notFound', `The site ${url} has not been set up for a working group. Run: npm run provision -- --site ${url}`, { cause });
    this.name = 'SiteNotSetUpError';
  }
}

/** Why an address leads to no site. */
export type AddressProblem =
  /** The name of its server cannot be resolved. */
  | 'unknownHost'
  /** The certificate of its server has ended or is not to be trusted. */
  | 'certificate'
  /** It was renamed and sends those who ask for its old address to the new one. */
  | 'moved'
  /** Its server knows no site there. */
  | 'noSite';

/** The site is not to be found at its address. Nothing was read or written. */
export class SiteAddressError extends SiteError {
  public readonly problem: AddressProblem;
  /** Where the site says that it is now, when it was renamed. */
  public readonly movedTo?: string;

  public constructor(problem: AddressProblem, message: string, { movedTo, ...details }: SiteErrorDetails & { readonly movedTo?: string } = {}) {
    super('unreachable', message, details);
    this.name = 'SiteAddressError';
    this.problem = problem;
    this.movedTo = movedTo;
  }
}

/** Whether an error is a {@link SiteError} of one of these kinds. */
export function isSiteError(error: unknown, ...kinds: SiteErrorKind[]): error is SiteError {
  return error instanceof SiteError && (kinds.length === 0 || kinds.includes(error.kind));
}
