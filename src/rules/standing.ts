import { Temporal } from 'temporal-polyfill';
import type { Purpose, Standing } from './contribution';
import { deadlinesOf, isOpen } from './deadlines';
import type { Deadline } from './deadlines';
import type { Meeting } from './meeting';
import { addWorkingDays } from './workingDays';
import type { WorkingGroup } from './workingGroup';

/** The standing of a contribution for a meeting, with what decided it. */
export interface StandingDecision {
  readonly standing: Standing;
  /**
   * The deadline that decided: the one that was met (`translated`, `delayed`, `information`), or the one that was
   * missed (`held`).
   */
  readonly decidedBy: Deadline;
  /** For `delayed`, the deadline for translation that was missed. */
  readonly missed?: Deadline;
  /** The last day for its publication, a date in the group's zone. A held contribution has none yet. */
  readonly publicationDue?: Temporal.PlainDate;
}

/**
 * The standing of a contribution that the library received at an instant.
 *
 * - For action, received by the translation deadline: `translated`, published at least 7 calendar days before the meeting.
 * - For action, later but by the binding deadline (the rule's or the agreed one, whichever is earlier): `delayed`,
 *   published within three working days of receipt, not translated.
 * - For action, later still: `held` for the next meeting.
 * - For information: `information` until the meeting opens (assumed), published within three working days of receipt
 *   and not after the opening day (assumed); afterwards `held`.
 * - A liaison statement follows the rules of a contribution for action (assumed).
 *
 * Source: WTDC Resolution 1 (Rev. Buenos Aires, 2017), on the submission of contributions.
 *
 * @param receivedAt when the library recorded the file, never a time that a client claims
 */
export function standingOf(purpose: Purpose, receivedAt: Temporal.Instant, meeting: Meeting, group: WorkingGroup): StandingDecision {
  const deadlines = deadlinesOf(meeting, group);
  const decided = (standing: Standing, decidedBy: Deadline): StandingDecision => {
    const publicationDue = publicationDueOf(standing, receivedAt, meeting, group);
    return { standing, decidedBy, ...(publicationDue === undefined ? {} : { publicationDue }) };
  };
  if (purpose === 'information') {
    return decided(isOpen(deadlines.opening, receivedAt) ? 'information' : 'held', deadlines.opening);
  }
  if (isOpen(deadlines.bindingTranslation, receivedAt)) {
    return decided('translated', deadlines.bindingTranslation);
  }
  if (isOpen(deadlines.binding, receivedAt)) {
    return { ...decided('delayed', deadlines.binding), missed: deadlines.bindingTranslation };
  }
  return decided('held', deadlines.binding);
}

/**
 * The last day for the publication of a contribution with a standing, a date in the group's zone; see
 * {@link standingOf}. A held one has none yet.
 */
export function publicationDueOf(standing: Standing, receivedAt: Temporal.Instant, meeting: Meeting, group: WorkingGroup): Temporal.PlainDate | undefined {
  const soon = addWorkingDays(receivedAt.toZonedDateTimeISO(group.zone).toPlainDate(), group.delayedPublicationWorkingDays, group);
  switch (standing) {
    case 'translated':
      return meeting.start.subtract({ days: group.publishedBeforeMeetingDays });
    case 'delayed':
      return soon;
    case 'information':
      return Temporal.PlainDate.compare(soon, meeting.start) <= 0 ? soon : meeting.start;
    case 'held':
      return undefined;
  }
}
