import fc from 'fast-check';
import { familyOrder } from '../../src/webparts/contributionDesk/components/myContributions/familyOrder';

describe('the order of families', () => {
  it('puts the parts of a document behind it, oldest first', () => {
    const newestFirst = [{ id: 5, partOf: 4 }, { id: 4, partOf: 1 }, { id: 3 }, { id: 2, partOf: 1 }, { id: 1 }];
    expect(familyOrder(newestFirst).map(({ id }) => id)).toEqual([3, 1, 2, 4, 5]);
  });

  it('shows each document once, whatever the columns say', () => {
    const parts = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 8 }), partOf: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }) }), {
      selector: ({ id }) => id
    });
    fc.assert(
      fc.property(parts, (contributions) => {
        const shown = familyOrder(contributions).map(({ id }) => id);
        expect(shown.sort()).toEqual(contributions.map(({ id }) => id).sort());
      })
    );
  });
});
