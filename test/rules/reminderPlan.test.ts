import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { planReminders, reminderDaysLeft, reminderKey, reminderTiming } from '../../src/rules/reminderPlan';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();

describe('the reminders for the meeting of 1 October 2020', () => {
  const plan = planReminders(meeting(), group);

  it('are one for 17 August, which is two deadlines, and one for the agreed 18 September, each seven days before at 9:00 in Geneva', () => {
    expect(plan.map((reminder) => [reminder.dueAt.toString(), reminder.deadlines.map((deadline) => deadline.kind)])).toEqual([
      ['2020-08-10T09:00:00+02:00[Europe/Zurich]', ['translation', 'languageRequest']],
      ['2020-09-11T09:00:00+02:00[Europe/Zurich]', ['agreed']]
    ]);
  });

  it('become due at that second and are too late once the deadline has passed', () => {
    const [, agreed] = plan;
    expect(reminderTiming(agreed, plan, geneva('2020-09-11T08:59:59'))).toBe('coming');
    expect(reminderTiming(agreed, plan, geneva('2020-09-11T09:00:00'))).toBe('due');
    expect(reminderTiming(agreed, plan, geneva('2020-09-18T23:59:59'))).toBe('due');
    expect(reminderTiming(agreed, plan, geneva('2020-09-19T00:00:00'))).toBe('tooLate');
    expect(reminderDaysLeft(agreed, geneva('2020-09-12T10:00:00'))).toBe(6);
  });

  it('are none when the meeting is cancelled', () => {
    expect(planReminders(meeting({ status: 'cancelled' }), group)).toEqual([]);
  });

  it('have another key when the deadline moves or the channel differs', () => {
    const moved = planReminders(meeting({ agreedDeadline: '2020-09-16' }), group);
    const keys = [reminderKey(plan[1], 'a'), reminderKey(plan[1], 'b'), reminderKey(moved[1], 'a')];
    expect(new Set(keys).size).toBe(3);
    expect(reminderKey(planReminders(meeting(), group)[1], 'a')).toBe(keys[0]);
  });
});

describe('with several steps', () => {
  const steps = planReminders(meeting(), workingGroup({ reminderDaysBefore: [14, 7, 1] }));
  const agreed = steps.filter((reminder) => reminder.deadlines[0].kind === 'agreed');

  it('only the latest step that is due is posted; the earlier ones are overtaken', () => {
    const at = geneva('2020-09-12T10:00:00');
    expect(agreed.map((reminder) => [reminder.daysBefore, reminderTiming(reminder, steps, at)])).toEqual([
      [14, 'overtaken'],
      [7, 'due'],
      [1, 'coming']
    ]);
  });

  it('at most one step of a deadline is due at any instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 }), (hours) => {
        const at = geneva('2020-08-01T00:00:00').add({ hours });
        const due = agreed.filter((reminder) => reminderTiming(reminder, steps, at) === 'due');
        expect(due.length).toBeLessThanOrEqual(1);
        const open = Temporal.Instant.compare(at, agreed[0].deadlines[0].closesAt.toInstant()) <= 0;
        const started = Temporal.Instant.compare(agreed[0].dueAt.toInstant(), at) <= 0;
        expect(due.length).toBe(open && started ? 1 : 0);
      })
    );
  });
});
