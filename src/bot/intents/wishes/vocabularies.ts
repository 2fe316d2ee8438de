import { ARABIC } from './arabic';
import { CHINESE } from './chinese';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { RUSSIAN } from './russian';
import { SPANISH } from './spanish';
import type { Language } from '../../../rules/language';
import type { WishVocabulary } from './wishVocabulary';

/** How people speak of interpretation in each of the six languages; English first, which wins a tie. */
export const WISH_VOCABULARIES: readonly WishVocabulary[] = [ENGLISH, FRENCH, SPANISH, RUSSIAN, CHINESE, ARABIC];

/** The vocabulary of a language. */
export function vocabularyOf(language: Language): WishVocabulary {
  return { ar: ARABIC, zh: CHINESE, en: ENGLISH, fr: FRENCH, ru: RUSSIAN, es: SPANISH }[language];
}
