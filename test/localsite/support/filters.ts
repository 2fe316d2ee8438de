import fc from 'fast-check';
import type { Filter, FilterConstant } from '../../../src/localsite/odata/filter';

const constant: fc.Arbitrary<FilterConstant> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text' as const, value })),
  fc.integer().map((value) => ({ kind: 'number' as const, value })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.constant({ kind: 'null' as const, value: null }),
  fc.constant({ kind: 'date' as const, value: '2020-10-01T00:00:00Z' }),
  fc.uuid().map((value) => ({ kind: 'guid' as const, value }))
);
const text = fc.string().map((value) => ({ kind: 'text' as const, value }));
const path = fc.constantFrom('Title', 'MeetingId', 'Author/EMail', 'nothing', 'orders', 'Not_x0020_here', 'android');

/** Comparisons of any property with any constant. */
const anyLeaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('compare' as const), operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), path, constant }),
  fc.record({ kind: fc.constantFrom('startsWith' as const, 'contains' as const), path, constant: text })
);

/** Filters as trees, with these comparisons at their ends. */
export function filters(leaf: fc.Arbitrary<Filter> = anyLeaf): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('filter'), right: tie('filter') }),
      fc.record({ kind: fc.constant('not' as const), operand: tie('filter') })
    )
  })).filter;
}

/** A filter as a program would write it. */
export function written(tree: Filter): string {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return `(${written(tree.left)}) ${tree.kind} (${written(tree.right)})`;
    case 'not':
      return `not (${written(tree.operand)})`;
    case 'startsWith':
      return `startswith(${tree.path}, ${writtenConstant(tree.constant)})`;
    case 'contains':
      return `substringof(${writtenConstant(tree.constant)},${tree.path})`;
    case 'compare':
      return `${tree.path} ${tree.operator} ${writtenConstant(tree.constant)}`;
  }
}

function writtenConstant({ kind, value }: FilterConstant): string {
  const quoted = `'${String(value).replaceAll("'", "''")}'`;
  return kind === 'text' ? quoted : kind === 'date' ? `datetime${quoted}` : kind === 'guid' ? `guid${quoted}` : String(value);
}
