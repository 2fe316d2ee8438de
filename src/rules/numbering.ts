import type { PartKind, Purpose } from './contribution';
import { LANGUAGES } from './language';
import type { Language } from './language';
import type { WorkingGroup } from './workingGroup';

/**
 * The series in which the group numbers its documents: contributions and reports, temporary documents (DT) and
 * contributions for information (INF). Each counts on its own.
 */
export const DOCUMENT_SERIES = ['document', 'temporary', 'information'] as const;
/** One of {@link DOCUMENT_SERIES}. */
export type DocumentSeries = (typeof DOCUMENT_SERIES)[number];

/** The further parts of a numbered document, which keep its number. */
export const DOCUMENT_PARTS = ['revision', 'addendum', 'corrigendum'] as const;

/** A further part of a numbered document. */
export interface DocumentPart {
  readonly kind: (typeof DOCUMENT_PARTS)[number];
  /** Counted from 1. */
  readonly count: number;
}

/** What a document's symbol says. */
export interface DocumentSymbol {
  readonly series: DocumentSeries;
  /** The number within the series; never given to another document, not even after a withdrawal. */
  readonly number: number;
  readonly part?: DocumentPart;
  /** The language of the version; temporary and information documents say none. */
  readonly language?: Language;
}

/** The series of a document without a number by what it is for; the secretariat numbers temporary documents itself. */
export function seriesOf(purpose: Purpose): DocumentSeries {
  return purpose === 'information' ? 'information' : 'document';
}

/** Whether a kind of part is counted within its document's number; the others share the number as it is. */
export function isCountedPart(kind: PartKind): kind is DocumentPart['kind'] {
  return (DOCUMENT_PARTS as readonly PartKind[]).includes(kind);
}

const PART_LABELS = { revision: 'Rev', addendum: 'Add', corrigendum: 'Cor' } as const;
const SERIES_LABELS = { temporary: 'DT', information: 'INF' } as const;

/**
 * The symbol of a document, e.g. `TDAG-WG-SOP/5(Rev.1)-F`, `DT/1`, `INF/2`.
 * Source: the numbering of the group's documents, TDAG-WG-SOP/5.
 */
export function formatSymbol({ series, number, part, language }: DocumentSymbol, group: WorkingGroup): string {
  const prefix = series === 'document' ? group.acronym : SERIES_LABELS[series];
  const suffix = part === undefined ? '' : `(${PART_LABELS[part.kind]}.${part.count})`;
  const letter = series === 'document' && language !== undefined ? `-${group.languageLetters[language]}` : '';
  return `${prefix}/${number}${suffix}${letter}`;
}

/**
 * Reads a symbol as people write it: capital or small letters, with or without the group, part and language
 * (`TDAG-WG-SOP/5(Rev.1)-F`, `5 (rev 1)`, `/5-f`, `dt 1`).
 * @returns undefined when the text is not a symbol of this group
 */
export function parseSymbol(text: string, group: WorkingGroup): DocumentSymbol | undefined {
  const withoutGroup = text.trim().toUpperCase().replace(group.acronym.toUpperCase(), '');
  const match = /^\/?\s*(DT|INF)?\s*\/?\s*(\d{1,6})\s*(?:\(?\s*(REV|ADD|COR)[.\s]*(\d{1,3})\s*\)?)?\s*(?:-\s*([A-Z]))?$/.exec(withoutGroup);
  if (match === null || Number(match[2]) === 0 || (match[4] !== undefined && Number(match[4]) === 0)) {
    return undefined;
  }
  const [, seriesLabel, number, partLabel, count, letter] = match;
  const kind = DOCUMENT_PARTS.find((part) => PART_LABELS[part].toUpperCase() === partLabel);
  const language = LANGUAGES.find((candidate) => group.languageLetters[candidate] === letter);
  if (letter !== undefined && language === undefined) {
    return undefined;
  }
  return {
    series: seriesLabel === 'DT' ? 'temporary' : seriesLabel === 'INF' ? 'information' : 'document',
    number: Number(number),
    ...(kind === undefined ? {} : { part: { kind, count: Number(count) } }),
    ...(language === undefined ? {} : { language })
  };
}
