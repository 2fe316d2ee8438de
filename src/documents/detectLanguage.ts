import { detectAll } from 'tinyld/light';

import { isLanguage, type Language } from '../rules/language';

/** The official language that a text is written in, and how sure that is, from 0 to 1. */
export interface DetectedLanguage {
  readonly language: Language;
  readonly confidence: number;
}

/** Names, symbols and numbers that stand in documents of every language (`ITU-D`, `WTDC`, `TDAG-WG-SOP/5`, `2020`). */
const SYMBOLS = /(?<![\p{L}\p{N}])(?=[A-Z0-9/().-]*[A-Z0-9])[A-Z0-9][A-Z0-9/().-]*(?![\p{L}\p{N}])/gu;
const LETTERS = /\p{L}/gu;
const HAN_LETTERS = /\p{Script=Han}/gu;
/** Fewer letters than these are a name rather than a text. */
const FEWEST_LETTERS = 12;
const FEWEST_HAN_LETTERS = 4;
/** Beyond this length a text only costs time. */
const LONGEST_TEXT = 4_000;

/**
 * Letters of neighbouring languages that are not official ones, which the detector takes for the official one:
 * Ukrainian, Belarusian and Serbian for Russian; Persian and Urdu for Arabic; kana for Chinese.
 */
const FOREIGN_LETTERS: Partial<Record<Language, RegExp>> = {
  ru: /[іїєґўђјљњћџ]/giu,
  ar: /[پچژگکیےٹڈڑہۀ]/gu,
  zh: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
};
/** Share of foreign letters from which on a text is not in the official language: a quoted name stays below. */
const FOREIGN_SHARE = 0.01;

/**
 * Which of the six official languages a text is in, or undefined when it is in none of them or too short to tell.
 * The library was chosen by measurement, see bench/documents/README.md.
 */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const sample = text.slice(0, LONGEST_TEXT).replace(SYMBOLS, ' ');
  const letters = count(sample, LETTERS);
  const enough = letters >= FEWEST_LETTERS || count(sample, HAN_LETTERS) >= FEWEST_HAN_LETTERS;
  const [best, second] = enough ? detectAll(sample) : [];
  if (best === undefined || !isLanguage(best.lang)) {
    return undefined;
  }
  const foreign = FOREIGN_LETTERS[best.lang];
  if (foreign !== undefined && count(sample, foreign) > letters * FOREIGN_SHARE) {
    return undefined;
  }
  return { language: best.lang, confidence: best.accuracy / (best.accuracy + (second?.accuracy ?? 0)) };
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
