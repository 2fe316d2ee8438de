import type { Language } from '../../rules/language';
import { TEMPLATES } from './training/templates';
import { plainForm } from './wishes/phrases';

const words = new Map<Language, ReadonlySet<string>>();

/**
 * The words of all sentences that are known in a language, in their plain form; without those about reference documents,
 * which hold words of their titles.
 */
export function knownWords(language: Language): ReadonlySet<string> {
  const known = words.get(language);
  if (known !== undefined) {
    return known;
  }
  const texts = Object.entries(TEMPLATES[language]).flatMap(([label, sentences]) => (label === 'references' ? [] : sentences));
  const made = new Set(texts.flatMap((text) => plainForm(text.replace(/\{\w+\}/g, ' ').replace(/[()|]/g, ' ')).split(/[\s'./-]+/u)).filter((word) => word !== ''));
  words.set(language, made);
  return made;
}
