import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseFilter } from '../../../src/localsite/odata/filter';
import { matchesFilter } from '../../../src/localsite/odata/matchFilter';
import { filters, written } from '../../localsite/support/filters';
import { damaged, hostileText } from '../hostile';
import { passes } from '../naiveFilter';
import { orProblem } from '../problems';
import type { FuzzTarget } from '../target';

const value = fc.oneof(fc.string({ maxLength: 5 }), hostileText, fc.integer(), fc.boolean(), fc.constantFrom(null, undefined));
/** Chains as long as a batch may carry them, and nesting as deep. */
const long = fc.tuple(fc.constantFrom('A eq 1 and ', 'A eq 1 or ', 'not ', '('), fc.integer({ min: 500, max: 5000 })).map(([piece, times]) => `${piece.repeat(times)}A eq 1`);

/** `$filter` of the local site, in memory: read, written again, and answered as its plain meaning says. */
export const filter: FuzzTarget = {
  name: 'filter',
  cases: 125_000,
  open: () =>
    Promise.resolve({
      property: fc.property(
        fc.oneof(
          { weight: 40, arbitrary: filters().map((tree) => ({ tree, text: written(tree) })) },
          { weight: 55, arbitrary: fc.oneof(damaged(filters().map(written)), hostileText).map((text) => ({ tree: undefined, text })) },
          { weight: 1, arbitrary: long.map((text) => ({ tree: undefined, text })) }
        ),
        fc.dictionary(fc.constantFrom('Title', 'MeetingId', 'A', 'orders', 'android'), value),
        ({ tree, text }, entity) => {
          const read = orProblem(() => parseFilter(text));
          if (tree !== undefined) {
            assert.equal(JSON.stringify(read), JSON.stringify(tree));
          }
          if (read === undefined) {
            return;
          }
          if (isPlain(text)) {
            assert.equal(JSON.stringify(parseFilter(written(read))), JSON.stringify(read));
          }
          const valueOf = (path: string): never => entity[path] as never;
          assert.equal(matchesFilter(read, valueOf), passes(read, valueOf), text);
        }
      )
    })
};

/** Numbers beyond what JavaScript holds and minus nothing are not written as they were read; long ones take long. */
function isPlain(text: string): boolean {
  return text.length < 2000 && !/[0-9]e|[0-9]{300}|-0/i.test(text);
}
