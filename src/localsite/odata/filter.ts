import { generate } from 'peggy';
import type { Parser } from 'peggy';
import { problems } from '../problem';

/** A comparison operator of OData. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A constant of a filter. Dates and GUIDs keep their text. */
export interface FilterConstant {
  readonly kind: 'text' | 'number' | 'boolean' | 'null' | 'date' | 'guid';
  readonly value: string | number | boolean | null;
}

/** A filter as a tree. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly operand: Filter }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly path: string; readonly constant: FilterConstant }
  | { readonly kind: 'startsWith' | 'contains'; readonly path: string; readonly constant: FilterConstant };

/**
 * OData v3 as SharePoint takes it. The npm parsers of OData speak version 4 (no `datetime'...'`, no `guid'...'`, no
 * `substringof`) or are no longer kept, so the grammar stands here and a parser generator does the work.
 */
const GRAMMAR = String.raw`
{{
  const FLIPPED = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' };
}}
start = _ @or _
or = head:and tail:(__ 'or'i __ @and)* { return tail.reduce((left, right) => ({ kind: 'or', left, right }), head) }
and = head:unary tail:(__ 'and'i __ @unary)* { return tail.reduce((left, right) => ({ kind: 'and', left, right }), head) }
unary = 'not'i notEnd _ operand:unary { return { kind: 'not', operand } } / primary
notEnd = &[ \t(]
primary
  = call:call equals:(__ op:('eq'i / 'ne'i) __ value:truth { return (op.toLowerCase() === 'eq') === value })? {
      return equals === false ? { kind: 'not', operand: call } : call }
  / path:path __ operator:operator __ constant:constant { return { kind: 'compare', operator, path, constant } }
  / constant:constant __ operator:operator __ path:path { return { kind: 'compare', operator: FLIPPED[operator], path, constant } }
  / '(' _ @or _ ')'
call
  = 'startswith'i _ '(' _ path:path _ ',' _ constant:text _ ')' { return { kind: 'startsWith', path, constant } }
  / 'substringof'i _ '(' _ constant:text _ ',' _ path:path _ ')' { return { kind: 'contains', path, constant } }
operator = name:('eq'i / 'ne'i / 'gt'i / 'ge'i / 'lt'i / 'le'i) { return name.toLowerCase() }
truth = 'true'i { return true } / 'false'i { return false } / '1' { return true } / '0' { return false }
path = !(reserved ![A-Za-z0-9_/]) @$([A-Za-z_] [A-Za-z0-9_]* ('/' [A-Za-z_] [A-Za-z0-9_]*)*)
reserved = 'null'i / 'true'i / 'false'i
constant
  = 'datetime'i quoted:quoted { return { kind: 'date', value: quoted } }
  / 'guid'i quoted:quoted { return { kind: 'guid', value: quoted } }
  / text
  / digits:$('-'? [0-9]+ ('.' [0-9]+)? ([eE] [-+]? [0-9]+)?) [LMFDlmfd]? { return { kind: 'number', value: Number(digits) } }
  / 'true'i { return { kind: 'boolean', value: true } }
  / 'false'i { return { kind: 'boolean', value: false } }
  / 'null'i { return { kind: 'null', value: null } }
text = value:quoted { return { kind: 'text', value } }
quoted = "'" characters:("''" { return "'" } / [^'])* "'" { return characters.join('') }
_ = [ \t\r\n]*
__ = [ \t\r\n]+
`;

/** Deeper filters, and longer chains of `and` and `or`, are refused before they exhaust the database or the stack. */
const DEEPEST = 300;

let parser: Parser | undefined;

/**
 * The tree of a `$filter`.
 * @throws SharePointProblem 400 when it makes no sense or is too complex
 */
export function parseFilter(expression: string): Filter {
  parser ??= generate(GRAMMAR);
  let filter: Filter;
  try {
    filter = parser.parse(expression) as Filter;
  } catch {
    throw problems.badRequest(`The expression "${expression}" is not valid.`);
  }
  if (isTooDeep(filter)) {
    throw problems.badRequest('The query is too complex.');
  }
  return filter;
}

/** Level by level and not by recursion, which would itself be too deep. */
function isTooDeep(filter: Filter): boolean {
  let level: Filter[] = [filter];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) {
      return true;
    }
    level = level.flatMap((each) => (each.kind === 'and' || each.kind === 'or' ? [each.left, each.right] : each.kind === 'not' ? [each.operand] : []));
  }
  return false;
}
