import { isSure } from '../../../../documents/compareLanguages';
import type { DetectedLanguage } from '../../../../documents/detectLanguage';
import { languageEndingOf, stemOf } from '../../../../documents/languageEnding';
import type { Language } from '../../../../rules/language';
import type { Contribution } from '../../../../site/contribution';

/** A document in the library of which a file seems to be a language version. */
export interface LibraryVersion {
  readonly original: Contribution;
  readonly language: Language;
}

/**
 * The contribution of which a file seems to be a version in another language: its name is the same but for the ending
 * that names a language, and that ending or else the text is in another language than the original.
 * @param own the person's contributions, newest first
 * @param letters the group's letter of each language
 */
export function originalInLibrary(
  fileName: string,
  detected: DetectedLanguage | undefined,
  own: readonly Contribution[],
  letters: Readonly<Record<Language, string>>
): LibraryVersion | undefined {
  const ending = languageEndingOf(fileName, letters);
  const language = ending?.language ?? (isSure(detected) ? detected.language : undefined);
  if (language === undefined) {
    return undefined;
  }
  const stem = ending?.stem ?? stemOf(fileName).toLowerCase();
  const original = own.find(({ fileName: name, originalLanguage, partKind, docStatus }) => {
    const other = languageEndingOf(name, letters);
    const isSameDocument = (other?.stem ?? stemOf(name).toLowerCase()) === stem;
    return isSameDocument && partKind !== 'languageVersion' && docStatus !== 'withdrawn' && originalLanguage !== undefined && originalLanguage !== language;
  });
  return original === undefined ? undefined : { original, language };
}
