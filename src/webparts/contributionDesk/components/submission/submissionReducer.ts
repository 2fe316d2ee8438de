import type { Submission, SubmissionDetails, SubmissionPhase } from './submission';

/** What can happen to the submissions on the page. */
export type SubmissionAction =
  | { readonly type: 'add'; readonly submissions: readonly Submission[] }
  | { readonly type: 'change'; readonly id: string; readonly changes: Partial<SubmissionDetails> }
  | { readonly type: 'advance'; readonly id: string; readonly phase: SubmissionPhase }
  | { readonly type: 'remove'; readonly id: string };

/** The submissions after something happened. What a person typed is only ever changed by that person. */
export function submissionReducer(submissions: readonly Submission[], action: SubmissionAction): readonly Submission[] {
  switch (action.type) {
    case 'add':
      return [...submissions, ...action.submissions];
    case 'change':
      return replace(submissions, action.id, (submission) => ({ ...submission, details: { ...submission.details, ...action.changes } }));
    case 'advance':
      return replace(submissions, action.id, (submission) => ({ ...submission, phase: action.phase }));
    case 'remove':
      return submissions.filter(({ id }) => id !== action.id);
  }
}

function replace(submissions: readonly Submission[], id: string, change: (submission: Submission) => Submission): readonly Submission[] {
  return submissions.map((submission) => (submission.id === id ? change(submission) : submission));
}
