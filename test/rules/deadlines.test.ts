import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { daysLeft, deadlineList, deadlinesOf, isOpen } from '../../src/rules/deadlines';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();

/** Calendar dates over many leap years, both daylight-saving changes and year ends. */
const anyDate = fc
  .integer({ min: 0, max: 365 * 40 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

describe('the deadlines of the meeting of 1 October 2020', () => {
  const deadlines = deadlinesOf(meeting(), group);

  it('closes translation at the end of 17 August in Geneva, by Resolution 1', () => {
    expect(deadlines.translation.closesAt.toString()).toBe('2020-08-17T23:59:59+02:00[Europe/Zurich]');
    expect(deadlines.translation.rule).toBe('resolution1');
    expect(deadlines.translation.daysBefore).toBe(45);
  });

  it('closes publication on 19 September by the rule and on 18 September by the agreement, and the earlier binds', () => {
    expect(deadlines.publication.date.toString()).toBe('2020-09-19');
    expect(deadlines.agreed?.date.toString()).toBe('2020-09-18');
    expect(deadlines.agreed?.rule).toBe('agreement');
    expect(deadlines.binding).toBe(deadlines.agreed);
  });

  it('takes requests for interpretation until the end of 17 August', () => {
    expect(deadlines.languageRequest.date.toString()).toBe('2020-08-17');
  });

  it('takes contributions for information until the end of the day before the opening', () => {
    expect(deadlines.opening.closesAt.toString()).toBe('2020-09-30T23:59:59+02:00[Europe/Zurich]');
  });

  it('expects the draft report at the end of 8 October, by the programme of work', () => {
    expect(deadlines.reportDue).toMatchObject({ rule: 'programme', daysBefore: -7 });
    expect(deadlines.reportDue.closesAt.toString()).toBe('2020-10-08T23:59:59+02:00[Europe/Zurich]');
    expect(deadlinesOf(meeting({ end: '2020-10-02' }), group).reportDue.date.toString()).toBe('2020-10-09');
  });

  it('lists them in the order of their dates', () => {
    expect(deadlineList(deadlines).map((deadline) => deadline.kind)).toEqual(['translation', 'languageRequest', 'agreed', 'publication', 'opening', 'reportDue']);
  });
});

describe('an agreed deadline', () => {
  it('does not bind when it is later than the rule allows', () => {
    const deadlines = deadlinesOf(meeting({ agreedDeadline: '2020-09-25' }), group);
    expect(deadlines.binding).toBe(deadlines.publication);
  });

  it('also binds translation when it is earlier than the deadline for translation', () => {
    const deadlines = deadlinesOf(meeting({ agreedDeadline: '2020-08-01' }), group);
    expect(deadlines.bindingTranslation).toBe(deadlines.agreed);
  });
});

describe('the closing edge', () => {
  const { binding } = deadlinesOf(meeting(), group);

  it('is open up to and including the last second of the day in Geneva', () => {
    expect(isOpen(binding, geneva('2020-09-18T23:59:59'))).toBe(true);
    expect(isOpen(binding, geneva('2020-09-18T23:59:59.999'))).toBe(true);
    expect(isOpen(binding, geneva('2020-09-19T00:00:00'))).toBe(false);
  });

  it('counts the last day as 0 days left and the day after as -1', () => {
    expect(daysLeft(binding, geneva('2020-09-18T00:00:00'))).toBe(0);
    expect(daysLeft(binding, geneva('2020-09-11T23:59:59'))).toBe(7);
    expect(daysLeft(binding, geneva('2020-09-19T00:00:00'))).toBe(-1);
  });
});

describe('for any meeting', () => {
  it('a deadline is its number of calendar days before the first day, whatever daylight saving does between them', () => {
    fc.assert(
      fc.property(anyDate, (start) => {
        const { translation, publication } = deadlinesOf(meeting({ start: start.toString(), agreedDeadline: null }), group);
        expect(translation.date.until(start, { largestUnit: 'day' }).days).toBe(45);
        expect(publication.date.until(start, { largestUnit: 'day' }).days).toBe(12);
        for (const deadline of [translation, publication]) {
          expect(deadline.closesAt.toPlainDateTime().toString()).toBe(`${deadline.date.toString()}T23:59:59`);
          expect(deadline.closesAt.add({ seconds: 1 }).toPlainTime().toString()).toBe('00:00:00');
        }
      })
    );
  });

  it('the next second after closing is closed, and the one before is open', () => {
    fc.assert(
      fc.property(anyDate, (start) => {
        const { binding } = deadlinesOf(meeting({ start: start.toString(), agreedDeadline: null }), group);
        const last = binding.closesAt.toInstant();
        expect(isOpen(binding, last)).toBe(true);
        expect(isOpen(binding, last.add({ seconds: 1 }))).toBe(false);
      })
    );
  });

  it('the binding deadline is never later than the rule or the agreement', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -10, max: 90 }), (start, agreedBefore) => {
        const agreedDeadline = start.subtract({ days: agreedBefore }).toString();
        const { binding, publication, agreed, translation, bindingTranslation } = deadlinesOf(meeting({ start: start.toString(), agreedDeadline }), group);
        const earliest = [publication.date.toString(), agreed?.date.toString() ?? ''].sort()[0];
        expect(binding.date.toString()).toBe(earliest);
        expect(bindingTranslation.date.toString()).toBe([earliest, translation.date.toString()].sort()[0]);
      })
    );
  });
});
