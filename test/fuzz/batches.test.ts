import * as fc from 'fast-check';
import { BATCH, runBatches } from './batches';
import { TARGETS } from './targets';

describe('a run of hostile cases', () => {
  it('is of a million', () => {
    expect(TARGETS.reduce((sum, { cases }) => sum + cases, 0)).toBe(1_000_000);
  });

  it('names what did not hold, with the seed that does it again', async () => {
    const property = fc.property(fc.nat(), (number) => number % 1000 !== 7);
    const { failures, cases } = await runBatches({ property }, 3000, 11);
    expect(failures.length).toBeGreaterThan(0);
    expect(cases).toBeGreaterThan(0);
    const again = await runBatches({ property }, BATCH, failures[0].seed);
    expect(again.failures[0]).toEqual(failures[0]);
  });

  it('does all its cases when everything holds', async () => {
    expect(await runBatches({ property: fc.property(fc.nat(), () => true) }, 450, 1)).toEqual({ cases: 450, failures: [] });
  });
});
