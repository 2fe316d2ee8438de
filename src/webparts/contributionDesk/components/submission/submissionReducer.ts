import { isSure } from '../../../../documents/compareLanguages';
import type { Language } from '../../../../rules/language';
import type { FileReading } from './fileReading';
import { SUGGESTED_FIELDS } from './submission';
import type { LanguageVersion, Submission, SubmissionDetails, SubmissionPhase, VersionPhase } from './submission';
import { suggestDetails } from './suggestDetails';

/** What can happen to the submissions on the page. */
export type SubmissionAction =
  | { readonly type: 'add'; readonly submissions: readonly Submission[] }
  | { readonly type: 'change'; readonly id: string; readonly changes: Partial<SubmissionDetails> }
  | { readonly type: 'replaceFile'; readonly id: string; readonly file: File }
  /** A submission's or a language version's file was read; ignored when there is another one by now. */
  | { readonly type: 'suggest'; readonly id: string; readonly file: File; readonly reading: FileReading }
  | { readonly type: 'advance'; readonly id: string; readonly phase: SubmissionPhase }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'addVersions'; readonly id: string; readonly versions: readonly LanguageVersion[] }
  /** A submission becomes a language version of another one. */
  | { readonly type: 'attach'; readonly id: string; readonly to: string; readonly language: Language | undefined }
  | { readonly type: 'changeVersion'; readonly id: string; readonly language: Language | undefined }
  | { readonly type: 'advanceVersion'; readonly id: string; readonly phase: VersionPhase }
  | { readonly type: 'removeVersion'; readonly id: string };

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
      return replaceVersion(
        replace(submissions, action.id, (submission) => (submission.file === action.file ? suggest(submission, action.reading) : submission)),
        action.id,
        (version) => ({ ...version, reading: action.reading, language: version.language ?? (version.isTyped ? undefined : languageReadIn(action.reading)) })
      );
    case 'advance':
      return replace(submissions, action.id, (submission) => ({ ...submission, phase: action.phase }));
    case 'remove':
      return submissions.filter(({ id }) => id !== action.id);
    case 'addVersions':
      return replace(submissions, action.id, (submission) => ({ ...submission, versions: [...submission.versions, ...action.versions] }));
    case 'attach':
      return attach(submissions, action.id, action.to, action.language);
    case 'changeVersion':
      return replaceVersion(submissions, action.id, (version) => ({ ...version, language: action.language, isTyped: true }));
    case 'advanceVersion':
      return replaceVersion(submissions, action.id, (version) => ({ ...version, phase: action.phase }));
    case 'removeVersion':
      return submissions.map((submission) => ({ ...submission, versions: submission.versions.filter(({ id }) => id !== action.id) }));
  }
}

function replaceVersion(submissions: readonly Submission[], id: string, next: (version: LanguageVersion) => LanguageVersion): readonly Submission[] {
  return submissions.map((submission) =>
    submission.versions.some((version) => version.id === id)
      ? { ...submission, versions: submission.versions.map((version) => (version.id === id ? next(version) : version)) }
      : submission
  );
}

function attach(submissions: readonly Submission[], id: string, to: string, language: Language | undefined): readonly Submission[] {
  const attached = submissions.find((submission) => submission.id === id);
  if (attached === undefined) {
    return submissions;
  }
  const { file, reading, versions } = attached;
  const version: LanguageVersion = { id, file, reading, language: language ?? languageReadIn(reading), isTyped: false, phase: { step: 'waiting' } };
  return replace(
    submissions.filter((submission) => submission !== attached),
    to,
    (submission) => ({ ...submission, versions: [...submission.versions, version, ...versions] })
  );
}

function languageReadIn(reading: FileReading): Language | undefined {
  return reading.status === 'read' && isSure(reading.language) ? reading.language.language : undefined;
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
