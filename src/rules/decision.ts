/**
 * What the secretariat or the chair decides, each with a reason where the working methods leave a choice:
 * about a document (`accept`, `publish`, `hold` it for the next meeting, `admit` it late by the chair's exception,
 * `withdraw` it, `keepStanding` or `applyStanding` when a meeting moved), or about a meeting (`extendDeadline`,
 * `postpone`, `cancel`).
 */
export const DECISION_KINDS = [
  'accept',
  'publish',
  'hold',
  'admit',
  'withdraw',
  'keepStanding',
  'applyStanding',
  'extendDeadline',
  'postpone',
  'cancel'
] as const;
/** One of {@link DECISION_KINDS}. */
export type DecisionKind = (typeof DECISION_KINDS)[number];
