import { LANGUAGES } from './language';
import type { Language } from './language';
import type { WorkingGroup } from './workingGroup';

/** A further part of a numbered document that keeps its number. */
export interface DocumentPart {
  readonly kind: 'revision' | 'addendum' | 'corrigendum';
  /** Counted from 1. */
  readonly count: number;
}

/** What a document's symbol says. */
export interface DocumentSymbol {
  /** The number within the group; never given to another document. */
  readonly number: number;
  readonly part?: DocumentPart;
  readonly language: Language;
}

const PART_LABELS = { revision: 'Rev', addendum: 'Add', corrigendum: 'Cor' } as const;

/** The symbol of a document of the group, e.g. `TDAG-WG-SOP/5(Rev.1)-F`. Source: the numbering of TDAG-WG-SOP/5. */
export function formatSymbol(symbol: DocumentSymbol, group: WorkingGroup): string {
  const part = symbol.part === undefined ? '' : `(${PART_LABELS[symbol.part.kind]}.${symbol.part.count})`;
  return `${group.acronym}/${symbol.number}${part}-${group.languageLetters[symbol.language]}`;
}

/**
 * Reads a symbol as people write it: capital or small letters, with or without the group, part and language
 * (`TDAG-WG-SOP/5(Rev.1)-F`, `5 (rev 1)`, `/5-f`).
 * @returns undefined when the text is not a symbol of this group; the language is undefined when it does not say
 */
export function parseSymbol(
  text: string,
  group: WorkingGroup
): (Omit<DocumentSymbol, 'language'> & { readonly language?: Language }) | undefined {
  const withoutGroup = text.trim().toUpperCase().replace(group.acronym.toUpperCase(), '');
  const match = /^\/?\s*(\d{1,6})\s*(?:\(?\s*(REV|ADD|COR)[.\s]*(\d{1,3})\s*\)?)?\s*(?:-\s*([A-Z]))?$/.exec(withoutGroup);
  if (match === null || Number(match[1]) === 0) {
    return undefined;
  }
  const [, number, label, count, letter] = match;
  const kind = (['revision', 'addendum', 'corrigendum'] as const).find((part) => PART_LABELS[part].toUpperCase() === label);
  const language = LANGUAGES.find((candidate) => group.languageLetters[candidate] === letter);
  if (letter !== undefined && language === undefined) {
    return undefined;
  }
  return {
    number: Number(number),
    ...(kind === undefined ? {} : { part: { kind, count: Number(count) } }),
    ...(language === undefined ? {} : { language })
  };
}
