/**
 * The deadlines that a meeting carries. `opening` is the last day on which contributions for information are taken;
 * `reportDue` the day by which the secretariat and the rapporteur have the draft report ready.
 */
export const DEADLINE_KINDS = ['translation', 'languageRequest', 'agreed', 'publication', 'opening', 'reportDue'] as const;
/** One of {@link DEADLINE_KINDS}. */
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * What a kind of deadline is about, whichever of several rules sets its date: the agreed and the general deadline are both
 * the last day for contributions for action.
 */
export function subjectOfKind(kind: string): string {
  return kind === 'agreed' || kind === 'publication' ? 'action' : kind;
}

/** The deadlines by which a contribution for action is to be there. */
export const CONTRIBUTION_DEADLINES: readonly DeadlineKind[] = ['translation', 'publication', 'agreed'];
