import type { Comparison, Filter, FilterConstant } from './filter';

type Value = string | number | boolean | null | undefined;

/**
 * Whether an entity that is held in memory (a list, a field, a file, a user) passes a filter. Text is compared as
 * SharePoint does, without regard to case.
 * @param valueOf reads a property by its path
 */
export function matchesFilter(filter: Filter, valueOf: (path: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return matchesFilter(filter.left, valueOf) && matchesFilter(filter.right, valueOf);
    case 'or':
      return matchesFilter(filter.left, valueOf) || matchesFilter(filter.right, valueOf);
    case 'not':
      return !matchesFilter(filter.operand, valueOf);
    case 'startsWith':
      return foldedText(valueOf(filter.path))?.startsWith(folded(filter.constant.value)) === true;
    case 'contains':
      return foldedText(valueOf(filter.path))?.includes(folded(filter.constant.value)) === true;
    case 'compare':
      return compares(filter.operator, valueOf(filter.path) as Value, filter.constant);
  }
}

/** Orders two values of a property; nothing comes first. */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) {
    return 0;
  }
  if (left === null || left === undefined) {
    return -1;
  }
  if (right === null || right === undefined) {
    return 1;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  const [a, b] = [folded(left), folded(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function folded(value: unknown): string {
  return String(value).toLowerCase();
}

/** Nothing has no beginning and holds no text, not even an empty one. */
function foldedText(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : folded(value);
}

/** Nothing equals only itself, and is neither less nor greater than anything. */
function compares(operator: Comparison, value: Value, constant: FilterConstant): boolean {
  const isNothing = value === null || value === undefined;
  if (constant.kind === 'null' || isNothing) {
    const isSame = constant.kind === 'null' && isNothing;
    return operator === 'eq' ? isSame : operator === 'ne' && !isSame;
  }
  const order = compareValues(typeof value === 'boolean' ? Number(value) : value, comparable(constant, value));
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

function comparable(constant: FilterConstant, value: Value): Value {
  if (typeof value === 'boolean') {
    return constant.value === true || constant.value === 1 || constant.value === 'true' || constant.value === '1' ? 1 : 0;
  }
  if (typeof value === 'number') {
    return Number(constant.value);
  }
  return String(constant.value);
}
