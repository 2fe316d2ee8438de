import { languageEndingOf, stemOf } from '../../../../documents/languageEnding';
import type { Language } from '../../../../rules/language';
import type { Submission } from './submission';

type Candidate = Pick<Submission, 'id' | 'file' | 'phase' | 'details'>;

/**
 * The submission of which another one seems to be a language version, by their files' names: the one without a
 * language at its end, or the first with another language. Undefined when the name does not say so.
 * @param letters the group's letter of each language
 */
export function originalAmong<Each extends Candidate>(
  submissions: readonly Each[],
  submission: Each,
  letters: Readonly<Record<Language, string>>
): Each | undefined {
  const ending = languageEndingOf(submission.file.name, letters);
  if (ending === undefined || submission.phase.step !== 'drafting' || submission.details.partKind !== undefined) {
    return undefined;
  }
  const related = submissions.filter(({ file, phase, details }) => {
    const stem = languageEndingOf(file.name, letters)?.stem ?? stemOf(file.name).toLowerCase();
    return stem === ending.stem && phase.step === 'drafting' && details.partKind !== 'languageVersion';
  });
  const original = related.find(({ file }) => languageEndingOf(file.name, letters) === undefined) ?? related[0];
  return original === submission || languageEndingOf(original.file.name, letters)?.language === ending.language ? undefined : original;
}
