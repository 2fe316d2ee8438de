/** The six official languages of the ITU, in the order of the English alphabet of their English names. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;

/** An official language as its ISO 639-1 code. */
export type Language = (typeof LANGUAGES)[number];

/** Whether a text is the code of an official language. */
export function isLanguage(text: unknown): text is Language {
  return (LANGUAGES as readonly unknown[]).includes(text);
}
