import * as v from 'valibot';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { typedFields } from './completion';
import type { TypedForm } from './completion';

/** The answer to whether a file is to be submitted, sent from its card. */
export interface SubmissionAnswer {
  /** The file's id, for its sender only. */
  readonly fileId: string;
  /** The language of the card. */
  readonly language: Language;
  readonly isConfirmed: boolean;
  readonly typed: TypedForm;
}

const answerSchema = v.object({
  language: v.picklist(LANGUAGES),
  desk: v.object({ command: v.literal('submitFile'), file: v.pipe(v.string(), v.uuid()), isConfirmed: v.boolean() }),
  ...typedFields
});

/**
 * The answer in the value that came back from a card.
 * @returns undefined when the value is none of ours; whoever posts to the bot can put anything there
 */
export function parseSubmission(value: unknown): SubmissionAnswer | undefined {
  const result = v.safeParse(answerSchema, value);
  if (!result.success) {
    return undefined;
  }
  const { language, desk, title, source, originalLanguage, purpose, meeting } = result.output;
  return { fileId: desk.file, language, isConfirmed: desk.isConfirmed, typed: { title, source, originalLanguage, purpose, meeting } };
}
