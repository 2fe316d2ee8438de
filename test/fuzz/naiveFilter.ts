import type { Comparison, Filter, FilterConstant } from '../../src/localsite/odata/filter';

type Value = string | number | boolean | null | undefined;

/**
 * What a filter means, word for word as OData has it and slowly: nothing is greater or less than anything, and not equal to
 * anything but nothing; letters compare without regard to case.
 */
export function passes(filter: Filter, valueOf: (path: string) => Value): boolean {
  switch (filter.kind) {
    case 'and':
      return passes(filter.left, valueOf) && passes(filter.right, valueOf);
    case 'or':
      return passes(filter.left, valueOf) || passes(filter.right, valueOf);
    case 'not':
      return !passes(filter.operand, valueOf);
    case 'startsWith':
    case 'contains': {
      const value = valueOf(filter.path);
      if (value === null || value === undefined) {
        return false;
      }
      const at = String(value).toLowerCase().indexOf(String(filter.constant.value).toLowerCase());
      return filter.kind === 'startsWith' ? at === 0 : at >= 0;
    }
    case 'compare':
      return compares(valueOf(filter.path), filter.operator, filter.constant);
  }
}

function compares(value: Value, operator: Comparison, constant: FilterConstant): boolean {
  const isNothing = value === null || value === undefined;
  if (constant.kind === 'null' || isNothing) {
    const isSame = constant.kind === 'null' && isNothing;
    return operator === 'eq' ? isSame : operator === 'ne' ? !isSame : false;
  }
  const [left, right] = sides(value, constant);
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
  }
}

/** Both sides in the type of the property. */
function sides(value: string | number | boolean, { value: given }: FilterConstant): [string, string] | [number, number] {
  switch (typeof value) {
    case 'boolean':
      return [Number(value), [true, 1, 'true', '1'].includes(given as never) ? 1 : 0];
    case 'number':
      return [value, Number(given)];
    default:
      return [value.toLowerCase(), String(given).toLowerCase()];
  }
}
