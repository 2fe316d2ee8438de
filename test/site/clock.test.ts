import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { siteClock } from '../../src/site/clock';

const START = Temporal.Instant.from('2026-03-01T10:00:00Z');

/** What a site whose clock is ahead by `aheadMs` answers to a request that is answered `ms` after {@link START}. */
function dateHeader(ms: number, aheadMs: number): string {
  return new Date(START.epochMilliseconds + ms + aheadMs).toUTCString();
}

function after(ms: number): Temporal.Instant {
  return START.add({ milliseconds: ms });
}

/** How far the clock is from the site's time, in milliseconds. */
function error(now: Temporal.Instant, aheadMs: number): number {
  return Math.abs(now.epochMilliseconds - START.epochMilliseconds - aheadMs);
}

describe('the site clock', () => {
  it('is the machine clock until the site has answered', () => {
    expect(siteClock(() => START).now().toString()).toBe(START.toString());
  });

  it('is never further from the site than half a second and half the request, whatever the two clocks say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        fc.array(fc.record({ sent: fc.integer({ min: 0, max: 1e6 }), there: fc.integer({ min: 0, max: 2000 }), back: fc.integer({ min: 0, max: 2000 }) }), { minLength: 1 }),
        (aheadMs, requests) => {
          const clock = siteClock(() => START);
          for (const { sent, there, back } of requests) {
            clock.observe(dateHeader(sent + there, aheadMs), after(sent), after(sent + there + back));
          }
          const shortest = Math.min(...requests.map(({ there, back }) => there + back));
          expect(error(clock.now(), aheadMs)).toBeLessThanOrEqual((1000 + shortest) / 2 + 1);
        }
      )
    );
  });

  it('learns from several answers more than a single one tells', () => {
    const clock = siteClock(() => START);
    for (let ms = 0; ms < 1000; ms += 50) {
      clock.observe(dateHeader(ms, 700), after(ms), after(ms));
    }
    expect(error(clock.now(), 700)).toBeLessThanOrEqual(50);
  });

  it('follows a site whose clock was moved forward by a day', () => {
    const clock = siteClock(() => START);
    clock.observe(dateHeader(0, 0), after(0), after(10));
    clock.observe(dateHeader(0, 86_400_000), after(0), after(10));
    expect(error(clock.now(), 86_400_000)).toBeLessThanOrEqual(506);
  });

  it('ignores an answer without a readable date', () => {
    const clock = siteClock(() => START);
    clock.observe(null, after(0), after(10));
    clock.observe('yesterday', after(0), after(10));
    expect(clock.now().toString()).toBe(START.toString());
  });
});
