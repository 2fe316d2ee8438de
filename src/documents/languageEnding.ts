import { LANGUAGES, isLanguage } from '../rules/language';
import type { Language } from '../rules/language';

/** A file's name without the ending that names its language. */
export interface LanguageEnding {
  readonly language: Language;
  /** What the versions of one document have in common, in small letters. */
  readonly stem: string;
}

/**
 * The language that a file's name ends with, such as `proposal_F.docx`, `proposal-R (2).pdf` or `proposal_fr.docx`;
 * undefined when it ends with none. A letter counts only as a capital: `plan-a.docx` is no Arabic version.
 * @param letters the group's letter of each language
 */
export function languageEndingOf(fileName: string, letters: Readonly<Record<Language, string>>): LanguageEnding | undefined {
  const [, stem, ending] = /^(.+)[-_]([A-Za-z]+)$/.exec(stemOf(fileName)) ?? [];
  if (ending === undefined) {
    return undefined;
  }
  const code = ending.toLowerCase();
  const language = LANGUAGES.find((each) => letters[each] === ending) ?? (isLanguage(code) ? code : undefined);
  return language === undefined ? undefined : { language, stem: stem.toLowerCase() };
}

/** A file's name without its type and without the number that a copy gets. */
export function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').replace(/\s*\(\d+\)$/, '');
}
