import { deadlineChangeImpact } from '../../src/rules/deadlineChangeImpact';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const at = geneva('2020-09-08T12:00:00');
const translated = { id: 1, purpose: 'action' as const, receivedAt: geneva('2020-08-01T10:00:00'), standing: 'translated' as const };
const held = { id: 2, purpose: 'action' as const, receivedAt: geneva('2020-09-19T10:00:00'), standing: 'held' as const };

describe('the impact of a change of a meeting', () => {
  it('is nothing when nothing changed', () => {
    expect(deadlineChangeImpact(meeting(), meeting(), [translated, held], group, at)).toEqual({ changing: [], needDecision: [], droppedReminders: [], addedReminders: [] });
  });

  it('takes in what an extended deadline makes timely, and moves the reminders to come', () => {
    const impact = deadlineChangeImpact(meeting(), meeting({ agreedDeadline: '2020-09-19' }), [translated, held], group, at);
    expect(impact.changing).toEqual([{ id: 2, before: 'held', after: 'delayed' }]);
    expect(impact.needDecision).toEqual([]);
    expect(impact.droppedReminders.map(({ deadlines }) => deadlines[0].date.toString())).toContain('2020-09-18');
    expect(impact.addedReminders.map(({ deadlines }) => deadlines[0].date.toString())).toContain('2020-09-19');
  });

  it('leaves to a decision what an earlier meeting would take away', () => {
    const impact = deadlineChangeImpact(meeting(), meeting({ start: '2020-09-10', agreedDeadline: null }), [translated], group, at);
    expect(impact.needDecision).toEqual([{ id: 1, before: 'translated', after: 'delayed' }]);
  });

  it.each(['postponed', 'cancelled'] as const)('leaves all that was promised to a decision when the meeting is %s, and drops its reminders', (status) => {
    const impact = deadlineChangeImpact(meeting(), meeting({ status }), [translated, held], group, at);
    expect(impact.needDecision).toEqual([{ id: 1, before: 'translated' }]);
    expect(impact.changing).toEqual([]);
    expect(impact.droppedReminders.length).toBeGreaterThan(0);
    expect(impact.addedReminders).toEqual([]);
  });
});
