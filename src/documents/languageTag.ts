import { isLanguage, type Language } from '../rules/language';

/** The official language of a language tag such as `fr-CH` (BCP 47), if it is one. */
export function languageOfTag(tag: string | undefined): Language | undefined {
  const code = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return isLanguage(code) ? code : undefined;
}
