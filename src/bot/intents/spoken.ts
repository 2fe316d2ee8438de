import type { Language } from '../../rules/language';
import { knownWords } from './knownWords';
import { vocabularyOf } from './wishes/vocabularies';
import type { WishVocabulary } from './wishes/wishVocabulary';

/** The languages of scripts that only one of the six is written in. */
const SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu]
];
const LATIN: readonly Language[] = ['en', 'fr', 'es'];

/** Symbols and short names of organizations stand in Latin letters in every language. */
const LATIN_WEIGHT = 0.4;

/** The language that a message is written in, and whether its words tell it. */
export interface Spoken {
  readonly vocabulary: WishVocabulary;
  readonly isKnown: boolean;
}

/**
 * The language of a short message: by its script, else by the words of the questions that are known in each language.
 * A detector of languages in texts needs longer ones.
 * @param plain the message in its plain form
 * @param preferred the language to assume when the words fit several languages, or none
 */
export function spokenIn(plain: string, preferred?: Language): Spoken {
  const count = (pattern: RegExp): number => plain.match(pattern)?.length ?? 0;
  const [script, signs] = SCRIPTS.map(([language, pattern]) => [language, count(pattern)] as const).sort((a, b) => b[1] - a[1])[0];
  if (signs > 0 && signs >= count(/\p{Script=Latin}/gu) * LATIN_WEIGHT) {
    return spoken(script, true);
  }
  // A single letter is as likely the end of a document's symbol.
  const words = plain.split(/[\s'./-]+/u).filter((word) => word.length > 1);
  const scores = LATIN.map((language) => ({
    language,
    // A word that several languages have tells less.
    score: words.reduce((sum, word) => sum + (knownWords(language).has(word) ? 1 / LATIN.filter((other) => knownWords(other).has(word)).length : 0), 0)
  }));
  const best = Math.max(...scores.map(({ score }) => score));
  const tied = scores.filter(({ score }) => score === best).map(({ language }) => language);
  if (best === 0) {
    return spoken(preferred ?? 'en', false);
  }
  return spoken(preferred !== undefined && tied.includes(preferred) ? preferred : tied[0], tied.length === 1 || (preferred !== undefined && tied.includes(preferred)));
}

function spoken(language: Language, isKnown: boolean): Spoken {
  return { vocabulary: vocabularyOf(language), isKnown };
}
