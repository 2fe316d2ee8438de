import { problems } from '../problem';

/** A value written in an address: a quoted string, a number, a GUID, a truth value or nothing. */
export type Literal = string | number | boolean | null;

/** One argument of a segment, e.g. `decodedUrl='/sites/x'` or `3`. */
export interface Argument {
  /** Lower case; absent for a key. */
  readonly name?: string;
  readonly value: Literal;
}

/** One step of a REST path, e.g. `items(3)` or `getByTitle('Meetings')`. */
export interface Segment {
  /** Lower case: SharePoint does not tell `getByTitle` from `GetByTitle`. */
  readonly name: string;
  /** As it was written. */
  readonly text: string;
  readonly args: readonly Argument[];
}

/**
 * Reads a literal of an address or a query parameter: `'it''s'`, `guid'...'`, `datetime'...'`, `12`, `true`, `null`.
 * Anything else is taken as it stands, as SharePoint does with unquoted GUIDs.
 */
export function parseLiteral(text: string): Literal {
  const trimmed = text.trim();
  const quoted = /^(?:guid|datetime)?'([\s\S]*)'$/i.exec(trimmed);
  if (quoted) {
    return quoted[1].replaceAll("''", "'");
  }
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) {
    return Number(trimmed);
  }
  if (/^(true|false)$/i.test(trimmed)) {
    return trimmed.toLowerCase() === 'true';
  }
  return /^null$/i.test(trimmed) ? null : trimmed;
}

/**
 * Splits at a separator that stands outside quotes and parentheses. A doubled quote inside a string needs no care: it
 * closes the string and opens it again at once.
 */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "'") {
      quoted = !quoted;
    } else if (!quoted && character === '(') {
      depth += 1;
    } else if (!quoted && character === ')') {
      depth -= 1;
    } else if (!quoted && depth === 0 && character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (quoted || depth !== 0) {
    throw problems.badRequest(`The expression "${text}" is not valid.`);
  }
  parts.push(text.slice(start));
  return parts;
}

/**
 * The steps of a REST path. The raw path is decoded first and split after, so that an encoded slash, bracket or quote
 * inside a quoted key stays part of that key.
 * @param rawPath what follows `/_api/`, percent-encoded, without the query
 * @param aliases the query's `@name` parameters, which arguments may refer to
 */
export function parseSegments(rawPath: string, aliases: ReadonlyMap<string, string>): Segment[] {
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    throw problems.badRequest('The address is not percent-encoded correctly.');
  }
  return splitOutside(decoded, '/')
    .filter((text) => text !== '')
    .map((text) => parseSegment(text, aliases));
}

function parseSegment(text: string, aliases: ReadonlyMap<string, string>): Segment {
  const open = text.indexOf('(');
  if (open < 0) {
    return { name: text.toLowerCase(), text, args: [] };
  }
  if (!text.endsWith(')')) {
    throw problems.badRequest(`The expression "${text}" is not valid.`);
  }
  const inner = text.slice(open + 1, -1);
  const args = inner.trim() === '' ? [] : splitOutside(inner, ',').map((argument) => parseArgument(argument, aliases));
  return { name: text.slice(0, open).toLowerCase(), text: text.slice(0, open), args };
}

function parseArgument(text: string, aliases: ReadonlyMap<string, string>): Argument {
  const named = /^\s*([A-Za-z]\w*)\s*=([\s\S]*)$/.exec(text);
  const value = (named ? named[2] : text).trim();
  const resolved = value.startsWith('@') ? aliases.get(value) : value;
  if (resolved === undefined) {
    throw problems.badRequest(`The parameter alias ${value} has no value.`);
  }
  return { ...(named && { name: named[1].toLowerCase() }), value: parseLiteral(resolved) };
}

/** An argument by its name, or by its place when it was given without one. */
export function argument(segment: Segment, name: string, position = 0): Literal | undefined {
  const named = segment.args.find((candidate) => candidate.name === name.toLowerCase());
  if (named) {
    return named.value;
  }
  const positional = segment.args[position];
  return positional && positional.name === undefined ? positional.value : undefined;
}

/**
 * A text argument.
 * @throws SharePointProblem 400 when it is missing
 */
export function textArgument(segment: Segment, name: string, position = 0): string {
  const value = argument(segment, name, position);
  if (value === undefined || value === null) {
    throw problems.badArgument(`Value cannot be null.\r\nParameter name: ${name}`);
  }
  return String(value);
}

/**
 * A whole number.
 * @throws SharePointProblem 400 when it is missing or something else
 */
export function numberArgument(segment: Segment, name: string, position = 0): number {
  const value = Number(textArgument(segment, name, position));
  if (!Number.isInteger(value)) {
    throw problems.badArgument(`The parameter ${name} is not a whole number.`);
  }
  return value;
}

/** A GUID without braces, in lower case. */
export function guidArgument(segment: Segment, name = 'id', position = 0): string {
  return textArgument(segment, name, position).replace(/[{}]/g, '').toLowerCase();
}
