import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { quietHoursOf, quietUntil } from '../../src/rules/quietHours';
import type { QuietHours } from '../../src/rules/quietHours';
import { geneva } from '../support/meeting';

const ZONE = 'Europe/Zurich';

function hours(from: string, to: string): QuietHours {
  const quiet = quietHoursOf(Temporal.PlainTime.from(from), Temporal.PlainTime.from(to));
  if (quiet === undefined) {
    throw new Error('These are no quiet hours');
  }
  return quiet;
}

const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => new Temporal.PlainTime(hour, minute));
const quietHours = fc.tuple(time, time).map(([from, to]) => quietHoursOf(from, to));
/** Two years to the minute, with four changes of the clocks. */
const instant = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }).map((minutes) => Temporal.Instant.from('2020-01-01T00:00:00Z').add({ minutes }));
/** A deadline from now to ten days ahead. */
const seconds = fc.integer({ min: 0, max: 10 * 24 * 3600 });

describe('the quiet hours', () => {
  it.each<[string, string, string | undefined]>([
    ['21:59:59', '22:00–07:00', undefined],
    ['22:00:00', '22:00–07:00', '2020-08-11T07:00:00'],
    ['06:59:59', '22:00–07:00', '2020-08-10T07:00:00'],
    ['07:00:00', '22:00–07:00', undefined],
    ['09:00:00', '08:00–10:30', '2020-08-10T10:30:00'],
    ['10:30:00', '08:00–10:30', undefined],
    ['23:30:00', '08:00–00:00', '2020-08-11T00:00:00']
  ])('let a post at %s wait, when they are %s, until %s', (clock, quiet, end) => {
    const [from, to] = quiet.split('–');
    const until = quietUntil(geneva(`2020-08-10T${clock}`), undefined, hours(from, to), ZONE);
    expect(until?.toString()).toBe(end === undefined ? undefined : geneva(end).toString());
  });

  it('let a post come at once when its deadline comes before their end, or within the hour after it', () => {
    const at = geneva('2020-08-17T20:00:00');
    const closesAt = geneva('2020-08-17T23:59:59');
    expect(quietUntil(at, closesAt, hours('18:00', '22:59'), ZONE)?.toString()).toBe(geneva('2020-08-17T22:59:00').toString());
    expect(quietUntil(at, closesAt, hours('18:00', '23:00'), ZONE)).toBeUndefined();
    expect(quietUntil(at, closesAt, hours('18:00', '07:00'), ZONE)).toBeUndefined();
  });

  it('end after the hour that comes twice when the clocks go back, and after the one that is missing', () => {
    expect(quietUntil(Temporal.Instant.from('2020-10-25T00:15:00Z'), undefined, hours('22:00', '02:30'), ZONE)?.toString()).toBe('2020-10-25T01:30:00Z');
    expect(quietUntil(Temporal.Instant.from('2020-03-29T00:15:00Z'), undefined, hours('22:00', '02:30'), ZONE)?.toString()).toBe('2020-03-29T01:30:00Z');
  });

  it('make no deadline missed: whatever waits is posted before it, with an hour left', () => {
    fc.assert(
      fc.property(instant, seconds, quietHours, (now, left, quiet) => {
        const closesAt = now.add({ seconds: left });
        const until = quietUntil(now, closesAt, quiet, ZONE);
        fc.pre(until !== undefined);
        expect(Temporal.Instant.compare(until as Temporal.Instant, now)).toBe(1);
        expect(closesAt.since(until as Temporal.Instant).total('hours')).toBeGreaterThanOrEqual(1);
      })
    );
  });

  it('last less than a day, and at their end nothing waits any more', () => {
    fc.assert(
      fc.property(instant, quietHours, (now, quiet) => {
        const until = quietUntil(now, undefined, quiet, ZONE);
        fc.pre(until !== undefined);
        expect((until as Temporal.Instant).since(now).total('hours')).toBeLessThanOrEqual(25);
        const then = quietUntil(until as Temporal.Instant, undefined, quiet, ZONE);
        expect(then).toBeUndefined();
      })
    );
  });

  it('hold nothing back when there are none', () => {
    fc.assert(fc.property(instant, seconds, (now, left) => expect(quietUntil(now, now.add({ seconds: left }), undefined, ZONE)).toBeUndefined()));
    fc.assert(fc.property(time, (at) => expect(quietHoursOf(at, at)).toBeUndefined()));
  });

  it('hold back exactly what stands within them by the clock', () => {
    fc.assert(
      fc.property(instant, quietHours, (now, quiet) => {
        fc.pre(quiet !== undefined);
        const { from, to } = quiet as QuietHours;
        const at = now.toZonedDateTimeISO(ZONE).toPlainTime();
        const sinceFrom = (24 * 60 + minutes(at) - minutes(from)) % (24 * 60);
        const length = (24 * 60 + minutes(to) - minutes(from)) % (24 * 60);
        expect(quietUntil(now, undefined, quiet, ZONE) !== undefined).toBe(sinceFrom < length);
      })
    );
  });
});

function minutes({ hour, minute }: Temporal.PlainTime): number {
  return hour * 60 + minute;
}
