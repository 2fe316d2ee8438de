import fc from 'fast-check';
import { pauseSeconds } from '../../src/service/backoff';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.integer({ min: 1, max: 50 });

describe('the pause before something is tried again', () => {
  it('is never shorter than what was asked for, and little longer', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 86_400 }), random, (tried, retryAfterSeconds, chance) => {
        const pause = pauseSeconds({ attempts: tried, retryAfterSeconds }, chance);
        expect(pause).toBeGreaterThanOrEqual(retryAfterSeconds);
        expect(pause).toBeLessThanOrEqual(retryAfterSeconds + Math.min(retryAfterSeconds * 0.25, 30));
      })
    );
  });

  it('grows from half a minute to an hour at the most, and is spread over all of itself', () => {
    expect(pauseSeconds({ attempts: 1 }, 0)).toBe(0);
    expect(pauseSeconds({ attempts: 1 }, 0.5)).toBe(15);
    expect(pauseSeconds({ attempts: 3 }, 0.5)).toBe(60);
    fc.assert(
      fc.property(attempts, random, (tried, chance) => {
        const pause = pauseSeconds({ attempts: tried }, chance);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(3600);
        expect(pauseSeconds({ attempts: tried + 1 }, chance)).toBeGreaterThanOrEqual(pause);
      })
    );
  });
});
