import type { FileReading } from './fileReading';
import { SUGGESTED_FIELDS } from './submission';
import type { Submission, SubmissionDetails, SubmissionPhase } from './submission';
import { suggestDetails } from './suggestDetails';

/** What can happen to the submissions on the page. */
export type SubmissionAction =
  | { readonly type: 'add'; readonly submissions: readonly Submission[] }
  | { readonly type: 'change'; readonly id: string; readonly changes: Partial<SubmissionDetails> }
  | { readonly type: 'replaceFile'; readonly id: string; readonly file: File }
  /** A file was read; ignored when the submission has another one by now. */
  | { readonly type: 'suggest'; readonly id: string; readonly file: File; readonly reading: FileReading }
  | { readonly type: 'advance'; readonly id: string; readonly phase: SubmissionPhase }
  | { readonly type: 'remove'; readonly id: string };

/** The submissions after something happened. What a person typed is only ever changed by that person. */
export function submissionReducer(submissions: readonly Submission[], action: SubmissionAction): readonly Submission[] {
  switch (action.type) {
    case 'add':
      return [...submissions, ...action.submissions];
    case 'change':
      return replace(submissions, action.id, (submission) => change(submission, action.changes));
    case 'replaceFile':
      return replace(submissions, action.id, (submission) => ({ ...submission, file: action.file, reading: { status: 'reading' } }));
    case 'suggest':
      return replace(submissions, action.id, (submission) => (submission.file === action.file ? suggest(submission, action.reading) : submission));
    case 'advance':
      return replace(submissions, action.id, (submission) => ({ ...submission, phase: action.phase }));
    case 'remove':
      return submissions.filter(({ id }) => id !== action.id);
  }
}

function replace(submissions: readonly Submission[], id: string, next: (submission: Submission) => Submission): readonly Submission[] {
  return submissions.map((submission) => (submission.id === id ? next(submission) : submission));
}

function change(submission: Submission, changes: Partial<SubmissionDetails>): Submission {
  const names = Object.keys(changes) as (keyof SubmissionDetails)[];
  return {
    ...submission,
    details: { ...submission.details, ...changes },
    typed: new Set([...submission.typed, ...names]),
    suggested: new Set([...submission.suggested].filter((field) => !names.includes(field)))
  };
}

/** What an earlier file suggested stays where the new one says nothing. */
function suggest(submission: Submission, reading: FileReading): Submission {
  const found = suggestDetails(reading);
  const fields = SUGGESTED_FIELDS.filter((field) => found[field] !== undefined && !submission.typed.has(field));
  const values = Object.fromEntries(fields.map((field) => [field, found[field]]));
  return { ...submission, reading, details: { ...submission.details, ...values }, suggested: new Set([...submission.suggested, ...fields]) };
}
