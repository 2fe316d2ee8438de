import { SiteError, SiteNotSetUpError } from '../../../../site/errors';
import type { SiteErrorKind } from '../../../../site/errors';

/** What a person is told: a kind of error of the site, or that the site has not been set up. */
export type ProblemKind = SiteErrorKind | 'notSetUp';

/**
 * What kind of problem an error is. A part of the desk's own program that cannot be fetched counts as a lost
 * connection (webpack names that error `ChunkLoadError`).
 */
export function problemKind(error: unknown): ProblemKind {
  if (error instanceof SiteNotSetUpError) {
    return 'notSetUp';
  }
  if (error instanceof SiteError) {
    return error.kind;
  }
  return error instanceof Error && error.name === 'ChunkLoadError' ? 'unreachable' : 'unexpected';
}
