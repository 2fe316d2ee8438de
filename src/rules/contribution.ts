/**
 * What a contribution is for. For action: on the agenda. For information: a series of its own, in the original
 * language only. Liaison statement: from another group; it follows the rules of a contribution for action
 * (assumed: the working methods name the kind without a rule of its own).
 */
export const PURPOSES = ['action', 'information', 'liaison'] as const;
/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** What the deadlines make of a contribution. */
export const STANDINGS = ['translated', 'delayed', 'held', 'information'] as const;
/** One of {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

/** Where a document stands in the secretariat's work. */
export const DOC_STATUSES = ['received', 'needsAttention', 'accepted', 'held', 'published', 'withdrawn'] as const;
/** One of {@link DOC_STATUSES}. */
export type DocStatus = (typeof DOC_STATUSES)[number];

/**
 * What a document is to an earlier one. A revision, an addendum and a corrigendum keep its number and are counted; a
 * language version is the author's own translation; a replacement takes its place before publication. Each has its
 * own arrival time and standing; the earlier document is kept.
 */
export const PART_KINDS = ['revision', 'addendum', 'corrigendum', 'languageVersion', 'replacement'] as const;
/** One of {@link PART_KINDS}. */
export type PartKind = (typeof PART_KINDS)[number];
