import { LANGUAGES } from '../../../../rules/language';
import type { Language } from '../../../../rules/language';
import type { LanguageVersion, Submission } from './submission';

/** The languages that a version can have: neither the original's nor another version's. */
export function languagesFor(version: LanguageVersion, versions: readonly LanguageVersion[], original: Language | undefined): Language[] {
  const taken = versions.filter(({ id }) => id !== version.id).map(({ language }) => language);
  return LANGUAGES.filter((language) => language !== original && !taken.includes(language));
}

/** A version's language, if it is one that it can have: proposals may meet. Of two with the same, the first has it. */
export function languageOf(version: LanguageVersion, versions: readonly LanguageVersion[], original: Language | undefined): Language | undefined {
  const { language } = version;
  const first = versions.find((each) => each.language === language);
  return language === original || first?.id !== version.id ? undefined : language;
}

/** The id of the element with which a version's language is chosen. */
export function versionFieldId({ id }: LanguageVersion): string {
  return `${id}-language`;
}

/** The element of the first version whose language must still be chosen; undefined when there is none. */
export function versionFieldInNeed({ versions, details }: Submission): string | undefined {
  const version = versions.find((each) => languageOf(each, versions, details.originalLanguage) === undefined);
  return version === undefined || details.partKind === 'languageVersion' ? undefined : versionFieldId(version);
}
