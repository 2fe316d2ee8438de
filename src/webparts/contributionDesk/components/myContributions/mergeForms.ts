import type { SubmissionDetails } from '../submission/submission';

/** The fields of the form that two people may fill in differently. */
export const MERGED_FIELDS = ['title', 'source', 'originalLanguage', 'purpose', 'meetingId', 'topic', 'actionRequired', 'abstract'] as const;
/** One of {@link MERGED_FIELDS}. */
export type MergedField = (typeof MERGED_FIELDS)[number];

/** A form that two people changed. */
export interface MergedForm {
  /** What the person typed, and what the other person wrote where this one had left it as it was. */
  readonly details: SubmissionDetails;
  /** The fields that the other person changed, and not to what this person typed as well. */
  readonly changed: readonly MergedField[];
}

/**
 * Brings together what two people made of the same form. Where both changed a field, what this person typed stays.
 * @param base the form from which both began
 */
export function mergeForms(base: SubmissionDetails, typed: SubmissionDetails, theirs: SubmissionDetails): MergedForm {
  const changed = MERGED_FIELDS.filter((field) => !isSame(base[field], theirs[field]) && !isSame(typed[field], theirs[field]));
  const untouched = changed.filter((field) => isSame(typed[field], base[field]));
  return { changed, details: { ...typed, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) } };
}

/** The library keeps no blanks around a text. */
function isSame(one: string | number | undefined, other: string | number | undefined): boolean {
  return String(one ?? '').trim() === String(other ?? '').trim();
}
