import type { WishVocabulary } from './wishVocabulary';

/**
 * A text in the form in which it is compared: small letters without accents or vowel signs, Latin digits, no
 * punctuation but apostrophes and hyphens within words.
 */
export function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/[^\p{Letter}\p{Number}'./-]+/gu, ' ')
    .trim();
}

const patterns = new Map<string, RegExp>();

/** The pattern of a phrase, in a vocabulary's script. */
export function phrasePattern(phrase: string, { joined, prefixes, language }: Pick<WishVocabulary, 'joined' | 'prefixes' | 'language'>): RegExp {
  const key = `${language} ${phrase}`;
  const known = patterns.get(key);
  if (known !== undefined) {
    return known;
  }
  const ending = "[\\p{Letter}\\p{Number}'-]*";
  const words = phrase.split('*').map(plainForm).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A star between two words stands for a word or two, at the end of a word for its ending.
  const source = phrase.includes(' * ') ? words.join("(?: \\S+){1,3}? ") : words.join(`${ending} `).trimEnd();
  const pattern = joined === true ? new RegExp(source, 'gu') : new RegExp(`(?<![\\p{Letter}\\p{Number}-])${prefixes ?? ''}${source}(?![\\p{Letter}\\p{Number}-])`, 'gu');
  patterns.set(key, pattern);
  return pattern;
}

/** Which of some phrases a text in its plain form holds. */
export function phrasesIn(plain: string, phrases: readonly string[], vocabulary: WishVocabulary): string[] {
  return phrases.filter((phrase) => plain.search(phrasePattern(phrase, vocabulary)) >= 0);
}
