import * as v from 'valibot';
import { parseSymbol } from '../../rules/numbering';
import type { DocumentSymbol } from '../../rules/numbering';
import type { WorkingGroup } from '../../rules/workingGroup';
import { SEARCH_PARAMETERS } from './commands';
import { symbolNamedIn } from './symbols';

/** Teams shows so many results at once, and asks for so many. */
const PAGE = 25;

/** Nobody leafs further back than this; each page is read with those before it. */
const FURTHEST = 500;

/** Longer texts find nothing better, and a request's address has a limit. */
const LONGEST_TEXT = 80;
const MOST_WORDS = 6;

const whole = v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0), 0);

const invokeSchema = v.object({
  parameters: v.optional(v.fallback(v.array(v.object({ name: v.optional(v.string()), value: v.fallback(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), '') })), []), []),
  queryOptions: v.optional(v.fallback(v.object({ skip: whole, count: whole }), { skip: 0, count: 0 }), { skip: 0, count: 0 })
});

/** What a person looks for. */
export interface SearchQuery {
  /** The document that the text names. */
  readonly symbol?: DocumentSymbol;
  /** Whether the text is a number and nothing else: it may be one of any series, or a word. */
  readonly isBareNumber: boolean;
  /** The words of the text; none asks for the latest documents. */
  readonly words: readonly string[];
  /** The words of the meeting, when one is named in its own field. */
  readonly meetingWords: readonly string[];
}

/** The part of the results that is shown. */
export interface ResultPage {
  readonly skip: number;
  readonly count: number;
}

/**
 * What the value of a `composeExtension/query` asks for. Teams sends it as people type and, when the search opens,
 * with the parameter `initialRun` instead; whatever is not understood counts as left out.
 * Source: Microsoft Teams documentation, "Respond to search command".
 */
export function searchIn(value: unknown, group: WorkingGroup): SearchQuery & ResultPage {
  const result = v.safeParse(invokeSchema, value);
  const { parameters, queryOptions } = result.success ? result.output : { parameters: [], queryOptions: { skip: 0, count: 0 } };
  // A client that does not read the manifest, as a test client, sends what is typed without a name.
  const typed = (wanted: string): string => parameters.find(({ name = SEARCH_PARAMETERS.words }) => name === wanted)?.value ?? '';
  return {
    ...searchQuery(typed(SEARCH_PARAMETERS.words), group),
    meetingWords: wordsIn(typed(SEARCH_PARAMETERS.meeting)),
    skip: Math.min(queryOptions.skip, FURTHEST),
    count: Math.min(queryOptions.count === 0 ? PAGE : queryOptions.count, PAGE)
  };
}

/** What a typed text looks for. */
export function searchQuery(text: string, group: WorkingGroup): SearchQuery {
  const typed = text.slice(0, LONGEST_TEXT).normalize('NFC').trim();
  const symbol = parseSymbol(typed, group) ?? symbolNamedIn(typed, group)?.symbol;
  return {
    ...(symbol === undefined ? {} : { symbol }),
    isBareNumber: symbol !== undefined && /^\d+$/.test(typed),
    words: wordsIn(typed),
    meetingWords: []
  };
}

/** The words of a text as they were written: the site tells accents apart. */
function wordsIn(text: string): string[] {
  const words = text
    .slice(0, LONGEST_TEXT)
    .normalize('NFC')
    .split(/[^\p{Letter}\p{Mark}\p{Number}'’./()&@_-]+/u)
    .map((word) => word.replace(/^[.'’()-]+|[.'’(-]+$/g, ''))
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word));
  return [...new Set(words)].slice(0, MOST_WORDS);
}
