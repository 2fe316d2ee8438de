import fc from 'fast-check';
import type { Filter, FilterConstant } from '../../../src/localsite/odata/filter';
import { parseFilter } from '../../../src/localsite/odata/filter';

const path = fc.constantFrom('Title', 'MeetingId', 'Author/EMail', 'nothing', 'orders', 'Not_x0020_here', 'android');
const constant: fc.Arbitrary<FilterConstant> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text' as const, value })),
  fc.integer().map((value) => ({ kind: 'number' as const, value })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.constant({ kind: 'null' as const, value: null }),
  fc.constant({ kind: 'date' as const, value: '2020-10-01T00:00:00Z' }),
  fc.uuid().map((value) => ({ kind: 'guid' as const, value }))
);
const text = fc.string().map((value) => ({ kind: 'text' as const, value }));

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('compare' as const), operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), path, constant }),
    fc.record({ kind: fc.constantFrom('startsWith' as const, 'contains' as const), path, constant: text }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('filter'), right: tie('filter') }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('filter') })
  )
}));

function written(tree: Filter): string {
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

describe('The $filter of SharePoint', () => {
  it('means the same after it was written and read', () => {
    fc.assert(fc.property(filter, (tree) => expect(parseFilter(written(tree))).toEqual(tree)));
  });

  it('binds and closer than or', () => {
    expect(parseFilter('A eq 1 or B eq 2 and C eq 3')).toMatchObject({ kind: 'or', left: { path: 'A' }, right: { kind: 'and' } });
  });

  it('takes a comparison of a function with true or false', () => {
    expect(parseFilter("substringof('x',Title) eq true")).toMatchObject({ kind: 'contains' });
    expect(parseFilter("startswith(Title,'x') eq false")).toMatchObject({ kind: 'not', operand: { kind: 'startsWith' } });
  });

  it('takes the constant on the left', () => {
    expect(parseFilter('5 lt MeetingId')).toEqual({ kind: 'compare', operator: 'gt', path: 'MeetingId', constant: { kind: 'number', value: 5 } });
  });

  it.each(['Title eq', "Title eq 'a", "Title like 'a'", "endswith(Title,'a')", '', 'Title eq 1 and', '(Title eq 1', 'null eq 1'])('refuses %s as a bad request', (expression) => {
    expect(() => parseFilter(expression)).toThrow(expect.objectContaining({ status: 400 }));
  });
});
