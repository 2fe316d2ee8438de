import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { correctionKey, dateCorrections, deadlineInPlaceOf, isToldByCorrection } from '../../src/rules/dateCorrection';
import type { Announcement } from '../../src/rules/dateCorrection';
import type { DeadlineKind } from '../../src/rules/deadlineKind';
import { deadlinesOf } from '../../src/rules/deadlines';
import { MEETING_STATUSES } from '../../src/rules/meeting';
import type { Meeting } from '../../src/rules/meeting';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const at = geneva('2020-09-07T09:00:00');

function told(id: number, kinds: readonly DeadlineKind[], date: string | undefined, isCorrection = false): Announcement {
  return { id, kinds, isCorrection, postedAt: at, ...(date === undefined ? {} : { date: Temporal.PlainDate.from(date) }) };
}

/** What is corrected, as texts. */
function corrected(announcements: readonly Announcement[], of: Meeting, now = at): string[] {
  return dateCorrections(announcements, of, group, now).map(({ kind, announcement, deadline }) => `${kind}: ${announcement.date?.toString() ?? 'none'} -> ${deadline?.date.toString() ?? 'none'}`);
}

describe('a date that was announced', () => {
  it('needs no correction while it stands', () => {
    expect(corrected([told(1, ['agreed'], '2020-09-18'), told(2, ['opening'], '2020-09-30')], meeting())).toEqual([]);
  });

  it('is corrected when the deadline moves, each deadline for itself', () => {
    expect(corrected([told(1, ['agreed'], '2020-09-18'), told(2, ['opening'], '2020-09-30')], meeting({ agreedDeadline: '2020-09-15' }))).toEqual(['agreed: 2020-09-18 -> 2020-09-15']);
    expect(corrected([told(1, ['agreed'], '2020-09-18'), told(2, ['opening'], '2020-09-30')], meeting({ start: '2020-10-08', agreedDeadline: '2020-09-25' }))).toEqual([
      'agreed: 2020-09-18 -> 2020-09-25',
      'opening: 2020-09-30 -> 2020-10-07'
    ]);
  });

  it('is compared with the deadline that counts, whichever rule sets it', () => {
    expect(corrected([told(1, ['agreed'], '2020-09-18')], meeting({ agreedDeadline: null }))).toEqual(['agreed: 2020-09-18 -> 2020-09-19']);
    expect(corrected([told(1, ['publication'], '2020-09-19')], meeting())).toEqual(['publication: 2020-09-19 -> 2020-09-18']);
  });

  it('is corrected to none when the meeting is cancelled or postponed, and to a date when it has one again', () => {
    expect(corrected([told(1, ['agreed'], '2020-09-18')], meeting({ status: 'cancelled' }))).toEqual(['agreed: 2020-09-18 -> none']);
    expect(corrected([told(1, ['agreed'], '2020-09-18'), told(2, ['agreed'], undefined, true)], meeting({ status: 'cancelled' }))).toEqual([]);
    expect(corrected([told(1, ['agreed'], '2020-09-18'), told(2, ['agreed'], undefined, true)], meeting())).toEqual(['agreed: none -> 2020-09-18']);
  });

  it('is left alone when it is over in either way, and corrected when the deadline is open again', () => {
    const august = [told(1, ['translation', 'languageRequest'], '2020-08-17')];
    expect(corrected(august, meeting({ status: 'cancelled' }))).toEqual([]);
    expect(corrected(august, meeting({ start: '2020-10-02' }))).toEqual([]);
    expect(corrected(august, meeting({ start: '2020-12-01', agreedDeadline: null }))).toEqual(['translation: 2020-08-17 -> 2020-10-17', 'languageRequest: 2020-08-17 -> 2020-10-17']);
  });

  it('is told by a correction of that date since, and by nothing else', () => {
    const { binding } = deadlinesOf(meeting(), group);
    const earlier = at.subtract({ hours: 1 });
    expect(isToldByCorrection(binding, earlier, [told(1, ['publication'], '2020-09-18', true)])).toBe(true);
    expect(isToldByCorrection(binding, at.add({ hours: 1 }), [told(1, ['agreed'], '2020-09-18', true)])).toBe(false);
    expect(isToldByCorrection(binding, earlier, [told(1, ['agreed'], '2020-09-18'), told(2, ['agreed'], '2020-09-17', true), told(3, ['opening'], '2020-09-18', true)])).toBe(false);
  });
});

const anyChange = fc.record({
  shift: fc.integer({ min: -30, max: 90 }),
  agreedBefore: fc.option(fc.integer({ min: 1, max: 60 })),
  status: fc.constantFrom(...MEETING_STATUSES, 'planned' as const)
});

describe('whatever becomes of a meeting, step by step', () => {
  it('each change is corrected once, under a key of its own, and in the end everybody knows what holds', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 8 }), (changes) => {
        const announcements = [told(1, ['agreed'], '2020-09-18'), told(2, ['opening'], '2020-09-30'), told(3, ['translation', 'languageRequest'], '2020-08-17')];
        const keys: string[] = [];
        let present = meeting();
        for (const { shift, agreedBefore, status } of changes) {
          const start = meeting().start.add({ days: shift });
          present = meeting({ start: start.toString(), agreedDeadline: agreedBefore === null ? null : start.subtract({ days: agreedBefore }).toString(), status });
          for (const correction of dateCorrections(announcements, present, group, at)) {
            keys.push(correctionKey(correction, present, 'a'));
            announcements.push(told(announcements.length + 1, [correction.kind], correction.deadline?.date.toString(), true));
          }
          expect(corrected(announcements, present)).toEqual([]);
        }
        expect(new Set(keys).size).toBe(keys.length);
        for (const kind of ['agreed', 'opening', 'translation', 'languageRequest'] as const) {
          const last = [...announcements].reverse().find(({ kinds }) => kinds.includes(kind));
          const holds = deadlineInPlaceOf(kind, present, group)?.date;
          const isPast = (date: Temporal.PlainDate | undefined): boolean => date === undefined || Temporal.PlainDate.compare(date, Temporal.PlainDate.from('2020-09-07')) < 0;
          expect(last?.date?.toString() === holds?.toString() || (isPast(last?.date) && isPast(holds))).toBe(true);
        }
      })
    );
  });
});
