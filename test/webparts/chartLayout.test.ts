import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { chartLayout, placeLabels } from '../../src/webparts/contributionDesk/components/overview/chartLayout';

const span = { from: Temporal.PlainDate.from('2020-08-01'), to: Temporal.PlainDate.from('2020-10-08'), hasToday: true };
const noon = (date: string): Temporal.PlainDateTime => Temporal.PlainDate.from(date).toPlainDateTime('12:00');

describe('the layout of the chart', () => {
  it('runs from left to right, and from right to left in Arabic, as its mirror image', () => {
    const [ltr, rtl] = (['ltr', 'rtl'] as const).map((direction) => chartLayout(span, 20, 600, 200, direction));
    for (const date of ['2020-08-01', '2020-09-18', '2020-10-08']) {
      expect(ltr.x(noon(date)) + rtl.x(noon(date))).toBeCloseTo(600, 5);
    }
    expect(ltr.x(noon('2020-08-01'))).toBeLessThan(ltr.x(noon('2020-10-08')));
  });

  it('keeps everything within its edges, with whole numbers and days that are named once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 260, max: 1400 }), fc.constantFrom('ltr' as const, 'rtl' as const), (days, most, width, direction) => {
        const { x, counts, countTicks, dateTicks } = chartLayout({ ...span, to: span.from.add({ days }) }, most, width, 200, direction);
        const places = [span.from.toPlainDateTime(), span.from.add({ days }).toPlainDateTime('23:59:59')].map(x);
        expect(places.filter((place) => place < 0 || place > width)).toEqual([]);
        expect(counts(most)).toBeGreaterThanOrEqual(0);
        expect(countTicks.filter((tick) => !Number.isInteger(tick))).toEqual([]);
        expect(new Set(dateTicks.map(String)).size).toBe(dateTicks.length);
      })
    );
  });
});

describe('labels on the chart', () => {
  it('cover one another nowhere and stay on the chart', () => {
    const labels = fc.array(fc.record({ x: fc.integer({ min: -50, max: 450 }), width: fc.integer({ min: 10, max: 80 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(labels, (all) => {
        const placed = placeLabels(all, 400);
        expect(placed).toHaveLength(all.length);
        for (const [index, one] of placed.entries()) {
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width / 2).toBeLessThanOrEqual(400);
          const covered = placed.slice(index + 1).filter((other) => other.row === one.row && Math.abs(other.x - one.x) < (one.width + other.width) / 2);
          expect(covered).toEqual([]);
        }
      })
    );
  });

  it('take one row where there is room', () => {
    expect(placeLabels([{ x: 300, width: 20 }, { x: 100, width: 20 }], 400).map(({ row }) => row)).toEqual([0, 0]);
  });
});
