import type { SubmissionDetails } from './submission';

/** The fields of the form that can have a problem, in the order in which they stand. */
export const CHECKED_FIELDS = ['partOf', 'title', 'source', 'originalLanguage', 'purpose', 'meeting', 'topic'] as const;
/** One of {@link CHECKED_FIELDS}. */
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** SharePoint's limit for a single line of text. */
export const TEXT_LIMIT = 255;

/** What is wrong with a field: nothing was given, or more than the library can keep. */
export type FieldProblem = 'missing' | 'tooLong';

/** What keeps a submission from being sent, by field. Empty when nothing does. */
export function validateDetails(details: SubmissionDetails): Partial<Record<CheckedField, FieldProblem>> {
  const problems: Record<CheckedField, FieldProblem | undefined> = {
    partOf: details.partKind !== undefined && details.partOf === undefined ? 'missing' : undefined,
    title: problemOfText(details.title),
    source: problemOfText(details.source),
    originalLanguage: details.originalLanguage === undefined ? 'missing' : undefined,
    purpose: details.purpose === undefined ? 'missing' : undefined,
    meeting: details.meetingId === undefined ? 'missing' : undefined,
    topic: details.topic.trim().length > TEXT_LIMIT ? 'tooLong' : undefined
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}

function problemOfText(text: string): FieldProblem | undefined {
  const { length } = text.trim();
  return length === 0 ? 'missing' : length > TEXT_LIMIT ? 'tooLong' : undefined;
}
