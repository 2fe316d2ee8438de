import type { Purpose, Standing } from './contribution';
import type { Meeting } from './meeting';
import { standingOf } from './standing';
import type { StandingDecision } from './standing';
import type { WorkingGroup } from './workingGroup';
import type { Temporal } from 'temporal-polyfill';

/** A contribution as far as its standing goes. */
export interface StandingSubject {
  readonly purpose: Purpose;
  /** When the library received it. */
  readonly receivedAt: Temporal.Instant;
  /** The standing that it has been given, if it has. */
  readonly standing?: Standing;
  /** The chair admitted it by exception. */
  readonly admitted: boolean;
}

/**
 * What becomes of a standing when it is derived again, because the meeting's dates or deadlines changed.
 * - `same`: nothing to do.
 * - `changes`: the new standing is taken over.
 * - `needsDecision`: something that was promised (translation, or a place on the agenda) would be taken away;
 *   the old standing stays until the secretariat decides.
 */
export interface Rederivation {
  readonly outcome: 'same' | 'changes' | 'needsDecision';
  readonly decision: StandingDecision;
}

/** How much a standing promises to the author. */
const PROMISE: Readonly<Record<Standing, number>> = { held: 0, information: 1, delayed: 1, translated: 2 };

/**
 * Derives a standing again. What was promised is never silently taken away (assumed: the working methods do not say
 * what a postponed meeting does to contributions that were in time for it).
 */
export function rederiveStanding(subject: StandingSubject, meeting: Meeting, group: WorkingGroup): Rederivation {
  const decision = standingOf(subject.purpose, subject.receivedAt, meeting, group);
  const before = subject.standing;
  if (before === undefined) {
    return { outcome: 'changes', decision };
  }
  if (before === decision.standing || (subject.admitted && decision.standing === 'held')) {
    return { outcome: 'same', decision };
  }
  return { outcome: PROMISE[decision.standing] < PROMISE[before] ? 'needsDecision' : 'changes', decision };
}
