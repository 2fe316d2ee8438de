import { parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';

/** Longer messages are not read to their end. */
const LONGEST_MESSAGE = 10_000;

/** The revision and the language letter that may follow a number. */
const REST = String.raw`(?:\s?\(?(?:rev|add|cor)\.?\s?\d{1,3}\)?)?(?:-[a-z](?![\p{Letter}\p{Number}]))?`;

/**
 * The first document that a text names in full: the group's name or the series before the number, as in
 * `TDAG-WG-SOP/5(Rev.1)-F` or `DT/1`. A bare number in a message may mean anything.
 */
export function symbolNamedIn(text: string, group: WorkingGroup): { readonly symbol: DocumentSymbol; readonly written: string } | undefined {
  const acronym = group.acronym.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{Letter}\\p{Number}/-])(?:${acronym}\\s?/\\s?(?:(?:DT|INF)\\s?/\\s?)?|(?:DT|INF)\\s?/\\s?)\\d{1,6}(?!\\d)${REST}`, 'giu');
  for (const [written] of text.slice(0, LONGEST_MESSAGE).matchAll(pattern)) {
    const symbol = parseSymbol(written.replace(/\s/g, ''), group);
    if (symbol !== undefined) {
      return { symbol, written };
    }
  }
  return undefined;
}
