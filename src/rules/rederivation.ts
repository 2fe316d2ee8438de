import { Temporal } from 'temporal-polyfill';
import type { Purpose, Standing } from './contribution';
import type { DecidedState } from './decision';
import type { Meeting } from './meeting';
import { publicationDueOf, standingOf } from './standing';
import type { StandingDecision } from './standing';
import { addWorkingDays } from './workingDays';
import type { WorkingGroup } from './workingGroup';

/** A standing that was given to a document for a meeting and a purpose; it is not taken away without a decision. */
export interface StandingPromise {
  readonly standing: Standing;
  readonly meetingId: number;
  readonly purpose: Purpose;
}

/** A contribution as far as its standing goes. */
export interface StandingSubject extends Pick<DecidedState, 'admittedAt' | 'answer'> {
  readonly purpose: Purpose;
  /** When the library received it. */
  readonly receivedAt: Temporal.Instant;
  /** The standing that it has been given for this meeting and purpose, if it has. */
  readonly standing?: Standing;
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
  /** The standing that it has from now on. */
  readonly standing: Standing;
  /** The last day for its publication, a date in the group's zone. */
  readonly publicationDue?: Temporal.PlainDate;
  /** What the dates make of it; none while the meeting has no date. */
  readonly decision?: StandingDecision;
}

/** How much a standing promises to the author. */
const PROMISE: Readonly<Record<Standing, number>> = { held: 0, information: 1, delayed: 1, translated: 2 };

/**
 * Derives a standing, again if it has one. What was promised is never silently taken away (assumed: the working
 * methods do not say what a moved meeting does to contributions that were in time for it): it stays until the
 * secretariat answers, and the answer counts as long as the dates make the same of it. The same goes for a meeting
 * that is cancelled or postponed without a date.
 *
 * What the chair admits by exception is published like a delayed contribution, within three working days of the
 * admission and not after the opening day (assumed).
 */
export function rederiveStanding(subject: StandingSubject, meeting: Meeting, group: WorkingGroup): Rederivation {
  const { standing: before, answer } = subject;
  const decision = decisionFor(subject, meeting, group);
  const takenOver = ({ standing, publicationDue }: Omit<StandingDecision, 'decidedBy'>): Pick<Rederivation, 'standing' | 'publicationDue'> => ({
    standing,
    ...(publicationDue === undefined ? {} : { publicationDue })
  });
  const hasDates = meeting.status === 'planned' || meeting.status === 'held';
  if (before === undefined || (hasDates && PROMISE[decision.standing] >= PROMISE[before])) {
    return { outcome: before === decision.standing ? 'same' : 'changes', ...takenOver(decision), decision };
  }
  if (before === 'held') {
    return { outcome: 'same', standing: 'held' };
  }
  const after = hasDates ? decision.standing : undefined;
  const isAnswered = answer !== undefined && answer.before === before && answer.after === after;
  const known = hasDates ? { decision } : {};
  if (isAnswered && !answer.kept) {
    return hasDates ? { outcome: 'changes', ...takenOver(decision), decision } : { outcome: 'changes', standing: 'held' };
  }
  const publicationDue = hasDates ? publicationDueOf(before, subject.receivedAt, meeting, group) : undefined;
  return { outcome: isAnswered ? 'same' : 'needsDecision', ...takenOver({ standing: before, publicationDue }), ...known };
}

/** What the dates, or the chair's exception, make of it. */
function decisionFor({ purpose, receivedAt, admittedAt }: StandingSubject, meeting: Meeting, group: WorkingGroup): StandingDecision {
  const decision = standingOf(purpose, receivedAt, meeting, group);
  if (decision.standing !== 'held' || admittedAt === undefined) {
    return decision;
  }
  const soon = addWorkingDays(admittedAt.toZonedDateTimeISO(group.zone).toPlainDate(), group.delayedPublicationWorkingDays, group);
  const publicationDue = Temporal.PlainDate.compare(soon, meeting.start) <= 0 ? soon : meeting.start;
  return { ...decision, standing: purpose === 'information' ? 'information' : 'delayed', publicationDue };
}
