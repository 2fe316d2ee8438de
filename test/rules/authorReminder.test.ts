import fc from 'fast-check';
import { authorReminderOf, dueForAuthors } from '../../src/rules/authorReminder';
import { isOpen } from '../../src/rules/deadlines';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const second = meeting();
const steps = (wallClock: string, meetings = [second]): string[] =>
  dueForAuthors(meetings, group, geneva(wallClock)).map(({ deadlines: [{ kind }], daysBefore }) => `${kind} ${daysBefore}`);

describe('reminding authors of documents that are not in order', () => {
  it('is due at the last step of each deadline of contributions, and of no other', () => {
    expect(steps('2020-08-14T09:00:00')).toEqual(['translation 1']);
    expect(steps('2020-08-17T08:59:59')).not.toContain('translation 0');
    expect(steps('2020-08-17T09:00:00')).toContain('translation 0');
    expect(steps('2020-09-18T12:00:00')).toEqual(['agreed 0']);
    expect(steps('2020-09-30T12:00:00')).toEqual([]);
  });

  it('is not due for a meeting that is cancelled', () => {
    expect(steps('2020-08-14T09:00:00', [meeting({ status: 'cancelled' })])).toEqual([]);
  });

  it('goes by the nearest deadline of the document, which for one without a meeting is that of any', () => {
    const due = dueForAuthors([meeting({ id: 3, start: '2020-10-08', agreedDeadline: null }), second], group, geneva('2020-08-20T10:00:00'));
    const createdAt = geneva('2020-07-01T10:00:00');
    expect(authorReminderOf({ createdAt, meetingId: 3 }, due)?.meeting.id).toBe(3);
    expect(authorReminderOf({ createdAt, meetingId: 2 }, due)?.meeting.id).toBe(2);
    expect(authorReminderOf({ createdAt }, due)?.meeting.id).toBe(3);
    expect(authorReminderOf({ createdAt, meetingId: 4 }, due)).toBeUndefined();
  });

  it('leaves alone what came after the step', () => {
    const due = dueForAuthors([second], group, geneva('2020-08-14T10:00:00'));
    expect(authorReminderOf({ createdAt: geneva('2020-08-14T08:59:59') }, due)?.daysBefore).toBe(1);
    expect(authorReminderOf({ createdAt: geneva('2020-08-14T09:00:00') }, due)).toBeUndefined();
  });

  it('is never due before its step or after its deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 * 24 * 60 }), (minutes) => {
        const at = geneva('2020-07-15T00:00:00').add({ minutes });
        for (const { dueAt, deadlines } of dueForAuthors([second], group, at)) {
          expect(dueAt.epochMilliseconds).toBeLessThanOrEqual(at.epochMilliseconds);
          expect(deadlines.every((deadline) => isOpen(deadline, at))).toBe(true);
        }
      })
    );
  });
});
