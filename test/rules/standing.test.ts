import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Purpose } from '../../src/rules/contribution';
import { standingOf } from '../../src/rules/standing';
import { isWorkingDay } from '../../src/rules/workingDays';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const standingAt = (wallClock: string, purpose: Purpose = 'action', agreedDeadline: string | null = '2020-09-18') =>
  standingOf(purpose, geneva(wallClock), meeting({ agreedDeadline }), group);

describe('a contribution for action to the meeting of 1 October 2020', () => {
  it('is translated when received by the end of 17 August, and due 7 days before the meeting', () => {
    const decision = standingAt('2020-08-17T23:59:59');
    expect(decision.standing).toBe('translated');
    expect(decision.decidedBy.kind).toBe('translation');
    expect(decision.publicationDue?.toString()).toBe('2020-09-24');
  });

  it('is delayed one second later, and due three working days after receipt', () => {
    const decision = standingAt('2020-08-18T00:00:00');
    expect(decision.standing).toBe('delayed');
    expect(decision.missed?.kind).toBe('translation');
    expect(decision.decidedBy.kind).toBe('agreed');
    expect(decision.publicationDue?.toString()).toBe('2020-08-21');
  });

  it('counts no weekend among the working days', () => {
    expect(standingAt('2020-08-20T10:00:00').publicationDue?.toString()).toBe('2020-08-25');
    expect(standingAt('2020-08-22T10:00:00').publicationDue?.toString()).toBe('2020-08-26');
  });

  it('counts no holiday of the group among the working days', () => {
    const decision = standingOf('action', geneva('2020-08-18T10:00:00'), meeting(), workingGroup({ holidays: ['2020-08-20'] }));
    expect(decision.publicationDue?.toString()).toBe('2020-08-24');
  });

  it('is held after the agreed 18 September, although Resolution 1 alone would still take it', () => {
    expect(standingAt('2020-09-18T23:59:59').standing).toBe('delayed');
    expect(standingAt('2020-09-19T00:00:00').standing).toBe('held');
    expect(standingAt('2020-09-19T12:00:00', 'action', null).standing).toBe('delayed');
    expect(standingAt('2020-09-20T00:00:00', 'action', null).standing).toBe('held');
  });

  it('has no publication due date while it is held', () => {
    expect(standingAt('2020-09-25T00:00:00').publicationDue).toBeUndefined();
  });
});

describe('a contribution for information', () => {
  it('is taken until the meeting opens and held afterwards', () => {
    expect(standingAt('2020-09-30T23:59:59', 'information').standing).toBe('information');
    expect(standingAt('2020-10-01T00:00:00', 'information').standing).toBe('held');
  });

  it('is due within three working days, and not after the opening day', () => {
    expect(standingAt('2020-08-18T10:00:00', 'information').publicationDue?.toString()).toBe('2020-08-21');
    expect(standingAt('2020-09-30T10:00:00', 'information').publicationDue?.toString()).toBe('2020-10-01');
  });
});

describe('for any meeting and arrival', () => {
  const ORDER = { translated: 0, delayed: 1, information: 0, held: 2 };
  const anyStart = fc.integer({ min: 0, max: 365 * 40 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));
  const hoursBefore = fc.integer({ min: -100, max: 24 * 80 });
  const purposes = fc.constantFrom<Purpose>('action', 'information', 'liaison');

  it('a later arrival never has a better standing', () => {
    fc.assert(
      fc.property(anyStart, fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }), hoursBefore, hoursBefore, purposes, (start, agreedBefore, a, b, purpose) => {
        const opening = start.toZonedDateTime('Europe/Zurich').toInstant();
        const of = meeting({ start: start.toString(), agreedDeadline: agreedBefore === null ? null : start.subtract({ days: agreedBefore }).toString() });
        const [early, late] = [Math.max(a, b), Math.min(a, b)].map((hours) => standingOf(purpose, opening.subtract({ hours }), of, group).standing);
        expect(ORDER[early]).toBeLessThanOrEqual(ORDER[late]);
      })
    );
  });

  it('a delayed contribution is due on a working day with exactly three working days counted', () => {
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 13, max: 44 }), (start, daysBefore) => {
        const received = start.subtract({ days: daysBefore });
        const decision = standingOf('action', received.toZonedDateTime('Europe/Zurich').toInstant(), meeting({ start: start.toString(), agreedDeadline: null }), group);
        expect(decision.standing).toBe('delayed');
        const due = decision.publicationDue ?? received;
        expect(isWorkingDay(due, group)).toBe(true);
        let workingDays = 0;
        for (let day = received.add({ days: 1 }); Temporal.PlainDate.compare(day, due) <= 0; day = day.add({ days: 1 })) {
          workingDays += isWorkingDay(day, group) ? 1 : 0;
        }
        expect(workingDays).toBe(3);
      })
    );
  });
});
