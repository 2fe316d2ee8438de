import fc from 'fast-check';
import { familiesOf } from '../../src/webparts/contributionDesk/components/myContributions/families';

describe('the families of documents', () => {
  it('have the parts of a document below it, the oldest first, and the newest family first', () => {
    const newestFirst = [{ id: 5, partOf: 4 }, { id: 4, partOf: 1 }, { id: 3 }, { id: 2, partOf: 1 }, { id: 1 }];
    expect(familiesOf(newestFirst).map(({ root, parts }) => [root.id, ...parts.map(({ id }) => id)])).toEqual([[1, 2, 4, 5], [3]]);
  });

  it('show each document once, whatever the columns say', () => {
    const parts = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 8 }), partOf: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }) }), {
      selector: ({ id }) => id
    });
    fc.assert(
      fc.property(parts, (contributions) => {
        const shown = familiesOf(contributions).flatMap(({ root, parts: below }) => [root, ...below].map(({ id }) => id));
        expect(shown.sort()).toEqual(contributions.map(({ id }) => id).sort());
      })
    );
  });
});
