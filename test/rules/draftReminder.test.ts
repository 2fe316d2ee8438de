import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { deadlineList, deadlinesOf } from '../../src/rules/deadlines';
import { draftReminderAt } from '../../src/rules/draftReminder';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const deadlines = deadlineList(deadlinesOf(meeting(), workingGroup()));
const told = (since: string, until: string): string => draftReminderAt({ since: geneva(since), until: geneva(until) }, deadlines).toZonedDateTimeISO('Europe/Zurich').toPlainDateTime().toString();

describe('when somebody is reminded of a draft', () => {
  it('is a quarter of an hour before it is forgotten', () => {
    expect(told('2020-09-01T10:00:00', '2020-09-01T11:00:00')).toBe('2020-09-01T10:45:00');
  });

  it('is a quarter of an hour before a deadline that comes first', () => {
    expect(told('2020-09-18T23:30:00', '2020-09-19T00:30:00')).toBe('2020-09-18T23:44:59');
  });

  it('is before it is forgotten when the deadline was as near when it came, or has passed', () => {
    expect(told('2020-09-18T23:50:00', '2020-09-19T00:50:00')).toBe('2020-09-19T00:35:00');
    expect(told('2020-09-19T00:10:00', '2020-09-19T01:10:00')).toBe('2020-09-19T00:55:00');
  });

  it('is never before it came nor after it is forgotten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 24 * 60 }), fc.integer({ min: 0, max: 240 }), (start, length) => {
        const since = geneva('2020-08-01T00:00:00').add({ minutes: start });
        const until = since.add({ minutes: length });
        const at = draftReminderAt({ since, until }, deadlines);
        expect(Temporal.Instant.compare(since, at)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(at, until)).toBeLessThanOrEqual(0);
      })
    );
  });
});
