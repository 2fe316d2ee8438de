import { problems } from '../problem';
import type { Filter } from './filter';
import { parseFilter } from './filter';

/** A column to sort by. */
export interface Ordering {
  readonly path: string;
  readonly descending: boolean;
}

/** What a request asks of the answer. */
export interface QueryOptions {
  /** Paths as written, e.g. `Author/Title`; empty for the default set. */
  readonly select: readonly string[];
  /** Paths as written, e.g. `File`, `ParentList/RootFolder`. */
  readonly expand: readonly string[];
  readonly filter?: Filter;
  readonly orderBy: readonly Ordering[];
  readonly top?: number;
  readonly skip: number;
  /** SharePoint's paging mark, e.g. `Paged=TRUE&p_ID=100`. */
  readonly skipToken?: string;
  /** Every parameter of the address, names as written. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The parameters of a raw query string; `+` and `%20` are spaces. */
export function parseParameters(rawQuery: string): Map<string, string> {
  return new Map(new URLSearchParams(rawQuery));
}

/**
 * The OData options of a request.
 * @throws SharePointProblem 400 when one of them is malformed
 */
export function parseQueryOptions(parameters: ReadonlyMap<string, string>): QueryOptions {
  const option = (name: string): string | undefined => {
    for (const [key, value] of parameters) {
      if (key.toLowerCase() === name && value !== '') {
        return value;
      }
    }
    return undefined;
  };
  const filter = option('$filter');
  const top = wholeNumber(option('$top'), '$top');
  const skipToken = option('$skiptoken');
  return {
    select: list(option('$select')),
    expand: list(option('$expand')),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    orderBy: list(option('$orderby')).map(parseOrdering),
    ...(top !== undefined && { top }),
    skip: wholeNumber(option('$skip'), '$skip') ?? 0,
    ...(skipToken !== undefined && { skipToken }),
    parameters
  };
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseOrdering(text: string): Ordering {
  const match = /^([\w/]+)(?:\s+(asc|desc))?$/i.exec(text);
  if (!match) {
    throw problems.badRequest(`The $orderby expression "${text}" is not valid.`);
  }
  return { path: match[1], descending: match[2]?.toLowerCase() === 'desc' };
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw problems.badRequest(`Invalid value '${text}' for ${name} query option found. It requires a non-negative integer.`);
  }
  return Number(text);
}
