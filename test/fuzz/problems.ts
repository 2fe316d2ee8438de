import { SharePointProblem } from '../../src/localsite/problem';

/** What a reader of the local site gives, or undefined when it refuses as SharePoint does: by a problem of the sender's. */
export function orProblem<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SharePointProblem && error.status < 500) {
      return undefined;
    }
    throw error;
  }
}
