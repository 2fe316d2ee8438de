import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isToldNow, lastDigestTime, nextDigestTime, waitsForDigest } from '../../src/rules/digest';
import { quietHoursOf, quietUntil } from '../../src/rules/quietHours';
import type { QuietHours } from '../../src/rules/quietHours';
import { isWorkingTime } from '../../src/rules/workingTime';
import { geneva } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup({ holidays: ['2020-12-25', '2020-12-28'] });
const daily = { mode: 'daily' } as const;

/** Two years to the minute, with four changes of the clocks. */
const instant = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }).map((minutes) => Temporal.Instant.from('2020-01-01T00:00:00Z').add({ minutes }));
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => new Temporal.PlainTime(hour, minute));
const wish = fc.record({
  mode: fc.constantFrom('single' as const, 'daily' as const),
  quietHours: fc.option(fc.tuple(time, time).map(([from, to]) => quietHoursOf(from, to)), { nil: undefined })
});
/** Seconds from now to the moment by which something must be known. */
const left = fc.integer({ min: 0, max: 10 * 24 * 3600 });

/** Whether quiet hours leave a minute of the working hours, looked at one by one. */
function leavesWork(hours: QuietHours | undefined): boolean {
  const opens = geneva('2020-08-13T09:00:00');
  return Array.from({ length: 9 * 60 }, (_, minutes) => opens.add({ minutes })).some((minute) => quietUntil(minute, undefined, hours, group.zone) === undefined);
}

describe('a digest', () => {
  it.each([
    ['2020-08-14T10:00:00', '2020-08-14T10:05:00', true, 'Friday, for Monday'],
    ['2020-08-14T10:00:00', '2020-08-16T12:00:00', true, 'Friday, on Sunday'],
    ['2020-08-14T10:00:00', '2020-08-17T08:59:59', true, 'until the last second'],
    ['2020-08-14T10:00:00', '2020-08-17T09:00:00', false, 'Monday at nine it is there'],
    ['2020-08-17T08:59:59', '2020-08-17T09:00:10', false, 'what happened right before belongs to it'],
    ['2020-08-17T09:00:00', '2020-08-17T09:00:10', true, 'what happens at its moment is for the next'],
    ['2020-12-24T12:00:00', '2020-12-28T12:00:00', true, 'over holidays']
  ])('of what happened at %s is waited for at %s: %s (%s)', (happened, at, waits) => {
    expect(waitsForDigest({ at: geneva(happened) }, daily, geneva(at), group)).toBe(waits);
  });

  it('is not waited for when it would leave less than an hour', () => {
    const happened = geneva('2020-08-14T10:00:00');
    const waits = (knownBy: string): boolean => waitsForDigest({ at: happened, knownBy: geneva(knownBy) }, daily, geneva('2020-08-14T10:01:00'), group);
    expect([waits('2020-08-17T10:00:00'), waits('2020-08-17T09:59:59')]).toEqual([true, false]);
  });

  it('comes at the reminder hour of each working day and at no other moment', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const [last, next] = [lastDigestTime(at, group), nextDigestTime(at, group)];
        for (const moment of [last, next]) {
          expect(isWorkingTime(moment, group)).toBe(true);
          expect(moment.toZonedDateTimeISO(group.zone).toPlainTime().toString()).toBe('09:00:00');
        }
        expect(Temporal.Instant.compare(last, at)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(next, at)).toBe(1);
        expect(nextDigestTime(last, group).equals(next)).toBe(true);
        expect(lastDigestTime(next, group).equals(next)).toBe(true);
      })
    );
  });

  it('makes no deadline missed: whatever waits for it is told an hour before it must be known', () => {
    fc.assert(
      fc.property(instant, left, wish, (at, seconds, wanted) => {
        const knownBy = at.add({ seconds });
        const happening = { at, knownBy };
        fc.pre(waitsForDigest(happening, wanted, at, group));
        let moment = nextDigestTime(at, group);
        // Looked at now and then from the digest on, as a service does.
        while (!isToldNow(happening, wanted, moment, group) && Temporal.Instant.compare(moment, knownBy) <= 0) {
          moment = moment.add({ minutes: 15 });
        }
        expect(knownBy.since(moment).total('hours')).toBeGreaterThanOrEqual(0.75);
      }),
      // Quiet hours that leave no working time.
      { numRuns: 40, examples: [[Temporal.Instant.from('2020-01-01T00:00:00Z'), 720_000, { mode: 'daily', quietHours: quietHoursOf(Temporal.PlainTime.from('00:00'), Temporal.PlainTime.from('18:00')) }]] }
    );
  });

  it('holds back nothing for whoever wants each thing by itself, and nothing that happened before the last one', () => {
    fc.assert(
      fc.property(instant, wish, fc.integer({ min: 1, max: 100_000 }), (at, wanted, seconds) => {
        expect(waitsForDigest({ at }, { ...wanted, mode: 'single' }, at, group)).toBe(false);
        expect(waitsForDigest({ at: lastDigestTime(at, group).subtract({ seconds }) }, { ...wanted, mode: 'daily' }, at, group)).toBe(false);
      })
    );
  });

  it('holds back everything that has no deadline until the next one', () => {
    fc.assert(fc.property(instant, (at) => expect(waitsForDigest({ at }, daily, at, group)).toBe(true)));
    fc.assert(fc.property(instant, (at) => expect(waitsForDigest({ at }, daily, nextDigestTime(at, group), group)).toBe(false)));
  });

  it('is told neither outside working time nor in quiet hours', () => {
    fc.assert(
      fc.property(instant, instant, wish, (happened, at, wanted) => {
        fc.pre(isToldNow({ at: happened }, wanted, at, group));
        expect(quietUntil(at, undefined, wanted.quietHours, group.zone)).toBeUndefined();
        expect(isWorkingTime(at, group) || !leavesWork(wanted.quietHours)).toBe(true);
      })
    );
  });

  it('is told at the end of quiet hours that leave no working time, and not at all before', () => {
    const quietHours = quietHoursOf(Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('19:30'));
    const told = (at: string): boolean => isToldNow({ at: geneva('2020-08-13T10:00:00') }, { mode: 'single', quietHours }, geneva(at), group);
    expect([told('2020-08-13T12:00:00'), told('2020-08-13T19:29:59'), told('2020-08-13T19:30:00')]).toEqual([false, false, true]);
  });
});
