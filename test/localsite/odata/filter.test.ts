import fc from 'fast-check';
import { parseFilter } from '../../../src/localsite/odata/filter';
import { matchesFilter } from '../../../src/localsite/odata/matchFilter';
import { filters, written } from '../support/filters';

describe('The $filter of SharePoint', () => {
  it('means the same after it was written and read', () => {
    fc.assert(fc.property(filters(), (tree) => expect(parseFilter(written(tree))).toEqual(tree)));
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

  it.each([
    ['a chain', `Id eq 1${' or Id eq 1'.repeat(5000)}`],
    ['nesting', `${'not '.repeat(1000)}Id eq 1`]
  ])('refuses %s that would exhaust the database', (_what, expression) => {
    expect(() => parseFilter(expression)).toThrow(expect.objectContaining({ status: 400, message: 'The query is too complex.' }));
  });

  it.each([
    ["Description lt 'z'", false],
    ["Description ne 'z'", true],
    ['Description le null', false],
    ['Description eq null', true],
    ["startswith(Description,'')", false],
    ["substringof('',Description)", false]
  ])('of things in memory takes nothing for nothing: %s', (expression, passes) => {
    expect(matchesFilter(parseFilter(expression), () => null)).toBe(passes);
  });
});
