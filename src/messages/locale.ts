import { isLanguage } from '../rules/language';
import type { Language } from '../rules/language';

/** How each official language is written: the locale for `Intl`, always with Latin digits, as ITU documents are. */
const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans-CN',
  en: 'en-GB',
  fr: 'fr-FR',
  ru: 'ru-RU',
  es: 'es-ES'
};

/** The BCP 47 locale in which a language's dates, numbers and plurals are written. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** The direction of a language's script. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The official language of a culture name such as `fr-CH` or `zh-Hans`; English when it is none of the six. */
export function languageOfCulture(culture: string | undefined): Language {
  const primary = culture?.toLowerCase().split(/[-_]/)[0];
  return isLanguage(primary) ? primary : 'en';
}

/** Names that the ITU writes otherwise than Unicode's data. */
const ITU_NAMES: Readonly<Partial<Record<Language, Readonly<Partial<Record<Language, string>>>>>> = { ar: { en: 'الإنكليزية' } };

/** The name of a language in another one, e.g. `français` for `fr` in `fr`. */
export function languageName(named: Language, language: Language): string {
  return ITU_NAMES[language]?.[named] ?? new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(named) ?? named;
}
