import type { Temporal } from 'temporal-polyfill';
import type { DocStatus, Standing } from './contribution';

/**
 * What the secretariat or the chair decides, each with a reason where the working methods leave a choice:
 * about a document (`accept`, `publish`, `hold` it for the next meeting, `release` what was held, `admit` it late by the chair's exception,
 * `reassign` it to another meeting, `withdraw` it, `keepStanding` or `applyStanding` when a meeting moved, `markReport`
 * when it is a report of the group), or about a meeting (`extendDeadline`, `postpone`, `cancel`, `languageFunds` for
 * what is known of the money, `interpretation` for the languages).
 */
export const DECISION_KINDS = [
  'accept',
  'publish',
  'hold',
  'release',
  'admit',
  'reassign',
  'withdraw',
  'keepStanding',
  'applyStanding',
  'markReport',
  'extendDeadline',
  'postpone',
  'cancel',
  'languageFunds',
  'interpretation'
] as const;
/** One of {@link DECISION_KINDS}. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A standing that a change of a meeting would take away, and what the new dates make of it: nothing, without dates. */
export interface StandingQuestion {
  readonly before: Standing;
  readonly after?: Standing;
}

/** A decision as far as a document's state follows from it. */
export interface DocumentDecision {
  readonly kind: DecisionKind;
  /** When it was entered, by the site's own record. */
  readonly decidedAt: Temporal.Instant;
  /** The meeting that the document was for. */
  readonly meetingId?: number;
  /** What `keepStanding` and `applyStanding` answer. */
  readonly question?: StandingQuestion;
}

/** What was decided about a document, as it counts for one meeting. */
export interface DecidedState {
  /** The state that was decided; undefined while it follows from the check alone. */
  readonly status?: Extract<DocStatus, 'accepted' | 'held' | 'published' | 'withdrawn'>;
  readonly publishedAt?: Temporal.Instant;
  /** When the chair admitted it to the meeting by exception. */
  readonly admittedAt?: Temporal.Instant;
  /** It is a report of the group, which is always translated. */
  readonly isReport: boolean;
  /** The latest answer to what a change of the meeting would take away. */
  readonly answer?: StandingQuestion & { readonly kept: boolean };
}

/**
 * What follows from the decisions about a document. The last one counts, with two exceptions: what is published stays
 * published unless it is withdrawn, and what was decided with a view to a meeting (`hold`, `release`, `admit`, `keepStanding`,
 * `applyStanding`) counts for that meeting only. Accepting a withdrawn document takes it back in.
 * @param decisions oldest first
 * @param meetingId the meeting that the document is for now
 */
export function decidedState(decisions: readonly DocumentDecision[], meetingId: number | undefined): DecidedState {
  let [accepted, held, withdrawn, isReport] = [false, false, false, false];
  let publishedAt: Temporal.Instant | undefined;
  let admittedAt: Temporal.Instant | undefined;
  let answer: DecidedState['answer'];
  for (const decision of decisions) {
    const isForMeeting = decision.meetingId === undefined || decision.meetingId === meetingId;
    switch (decision.kind) {
      case 'accept':
        [accepted, held, withdrawn] = [true, false, false];
        break;
      case 'publish':
        // Recorded twice, as after a lost answer, it was published the first time.
        publishedAt = withdrawn ? decision.decidedAt : (publishedAt ?? decision.decidedAt);
        [accepted, held, withdrawn] = [true, false, false];
        break;
      case 'withdraw':
        withdrawn = true;
        break;
      case 'markReport':
        isReport = true;
        break;
      case 'hold':
        if (isForMeeting) {
          held = true;
          admittedAt = undefined;
        }
        break;
      case 'release':
        held = held && !isForMeeting;
        break;
      case 'admit':
        if (isForMeeting) {
          held = false;
          admittedAt = decision.decidedAt;
        }
        break;
      case 'keepStanding':
      case 'applyStanding':
        if (isForMeeting && decision.question !== undefined) {
          answer = { ...decision.question, kept: decision.kind === 'keepStanding' };
        }
    }
  }
  const status = withdrawn ? 'withdrawn' : publishedAt !== undefined ? 'published' : held ? 'held' : accepted ? 'accepted' : undefined;
  return {
    isReport,
    ...(status === undefined ? {} : { status }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(admittedAt === undefined ? {} : { admittedAt }),
    ...(answer === undefined ? {} : { answer })
  };
}
