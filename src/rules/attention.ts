import { Temporal } from 'temporal-polyfill';
import type { DocStatus, Standing } from './contribution';
import type { WorkingGroup } from './workingGroup';

/**
 * What a document asks of the secretariat, the most urgent first:
 * - `overdue`: its publication is late;
 * - `decision`: a change of its meeting would take away what it was promised;
 * - `late`: it arrived too late, and the chair may admit it;
 * - `attention`: the check found something that is to be answered;
 * - `publish`: it is to be published by its due date;
 * - `none`: nothing, as for what is published, withdrawn or held by decision.
 */
export const ATTENTIONS = ['overdue', 'decision', 'late', 'attention', 'publish', 'none'] as const;
/** One of {@link ATTENTIONS}. */
export type Attention = (typeof ATTENTIONS)[number];

/** A document as far as the secretariat's attention goes. */
export interface AttentionSubject {
  readonly docStatus?: DocStatus;
  readonly standing?: Standing;
  readonly publicationDue?: Temporal.PlainDate;
  /** A change of its meeting put its standing in question, or its meeting is cancelled. */
  readonly isInQuestion: boolean;
  /** The secretariat decided to hold it for the next meeting; what is only too late still waits for that. */
  readonly isHeldByDecision: boolean;
}

/** What a document asks of the secretariat at an instant; days are counted in the group's zone. */
export function attentionOf(subject: AttentionSubject, at: Temporal.Instant, { zone }: WorkingGroup): Attention {
  const { docStatus, standing, publicationDue, isInQuestion, isHeldByDecision } = subject;
  if (docStatus === 'published' || docStatus === 'withdrawn' || isHeldByDecision) {
    return 'none';
  }
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  if (publicationDue !== undefined && Temporal.PlainDate.compare(publicationDue, today) < 0) {
    return 'overdue';
  }
  if (isInQuestion) {
    return 'decision';
  }
  if (standing === 'held') {
    return docStatus === 'needsAttention' ? 'attention' : 'late';
  }
  return docStatus === 'needsAttention' ? 'attention' : 'publish';
}

/** Compares two documents for the secretariat's list: the most urgent first, then by due date, then by arrival. */
export function byUrgency(
  one: { readonly attention: Attention; readonly publicationDue?: Temporal.PlainDate; readonly id: number },
  other: typeof one
): number {
  const urgency = ATTENTIONS.indexOf(one.attention) - ATTENTIONS.indexOf(other.attention);
  return urgency !== 0 ? urgency : compareDates(one.publicationDue, other.publicationDue) || one.id - other.id;
}

/** No date comes after every date. */
function compareDates(one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined): number {
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined);
  }
  return Temporal.PlainDate.compare(one, other);
}
