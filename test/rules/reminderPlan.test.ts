import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { deadlineList, deadlinesOf } from '../../src/rules/deadlines';
import { MEETING_STATUSES } from '../../src/rules/meeting';
import type { Meeting } from '../../src/rules/meeting';
import { SKIP_REASONS, droppedReminders, planAllReminders, planReminders, reminderAction, reminderKey } from '../../src/rules/reminderPlan';
import type { PlannedReminder, ReminderAction } from '../../src/rules/reminderPlan';
import { isWorkingDay } from '../../src/rules/workingDays';
import type { WorkingGroup } from '../../src/rules/workingGroup';
import { isWorkingTime, nextWorkingTime } from '../../src/rules/workingTime';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const everyKind = { kinds: ['translation', 'languageRequest', 'agreed', 'publication', 'opening', 'reportDue'] };
const chosenNothing = { kinds: [] };

function actionAt(reminder: PlannedReminder, plan: readonly PlannedReminder[], at: Temporal.Instant, group: WorkingGroup, isInterpretationDecided = false): ReminderAction | undefined {
  return reminderAction(reminder, plan, chosenNothing, group, { at, isInterpretationDecided });
}

/** What becomes of the reminders of a plan at an instant, by kind of deadline and step. */
function outcomes(plan: readonly PlannedReminder[], kind: string, at: Temporal.Instant, group: WorkingGroup): (readonly [number, string])[] {
  return plan
    .filter(({ deadlines }) => deadlines.some((deadline) => deadline.kind === kind))
    .map((reminder) => {
      const action = actionAt(reminder, plan, at, group);
      return [reminder.daysBefore, action?.kind === 'skipped' ? action.reason : (action?.kind ?? 'notWanted')] as const;
    });
}

describe('the reminders for the meeting of 1 October 2020, a week before each deadline', () => {
  const group = workingGroup({ reminderDaysBefore: [7] });
  const plan = planReminders(meeting(), group);

  it('are one for each day with a deadline, at 9:00 in Geneva; deadlines of one day share it', () => {
    expect(plan.map((reminder) => [reminder.dueAt.toString(), reminder.deadlines.map((deadline) => deadline.kind)])).toEqual([
      ['2020-08-10T09:00:00+02:00[Europe/Zurich]', ['translation', 'languageRequest']],
      ['2020-09-11T09:00:00+02:00[Europe/Zurich]', ['agreed']],
      ['2020-09-23T09:00:00+02:00[Europe/Zurich]', ['opening']],
      ['2020-10-01T09:00:00+02:00[Europe/Zurich]', ['reportDue']]
    ]);
  });

  it('become due at that second and are too late once the deadline has passed', () => {
    const [, agreed] = plan;
    expect(actionAt(agreed, plan, geneva('2020-09-11T08:59:59'), group)).toEqual({ kind: 'coming' });
    expect(actionAt(agreed, plan, geneva('2020-09-11T09:00:00'), group)).toEqual({ kind: 'due', deadlines: agreed.deadlines });
    expect(actionAt(agreed, plan, geneva('2020-09-18T23:59:59'), group)).toEqual({ kind: 'due', deadlines: agreed.deadlines });
    expect(actionAt(agreed, plan, geneva('2020-09-19T00:00:00'), group)).toEqual({ kind: 'skipped', reason: 'tooLate' });
  });

  it('are none when the meeting is cancelled or postponed, and only those of the report once it was held', () => {
    expect(planReminders(meeting({ status: 'cancelled' }), group)).toEqual([]);
    expect(planReminders(meeting({ status: 'postponed' }), group)).toEqual([]);
    expect(planReminders(meeting({ status: 'held' }), group).map(({ deadlines }) => deadlines[0].kind)).toEqual(['reportDue']);
  });

  it('have another key when the deadline moves or the channel differs', () => {
    const moved = planReminders(meeting({ agreedDeadline: '2020-09-16' }), group);
    const keys = [reminderKey(plan[1], 'a'), reminderKey(plan[1], 'b'), reminderKey(moved[1], 'a')];
    expect(new Set(keys).size).toBe(3);
    expect(reminderKey(planReminders(meeting(), group)[1], 'a')).toBe(keys[0]);
  });

  it('end for interpretation when it is decided, and go on for what falls on the same day', () => {
    const [shared] = plan;
    const at = geneva('2020-08-10T09:00:00');
    expect(actionAt(shared, plan, at, group, true)).toEqual({ kind: 'due', deadlines: [shared.deadlines[0]] });
    expect(reminderAction(shared, plan, { kinds: ['languageRequest'] }, group, { at, isInterpretationDecided: true })).toEqual({ kind: 'skipped', reason: 'decided' });
  });

  it('show a channel only what it chose, and the report to nobody who did not choose it', () => {
    const at = geneva('2020-10-01T09:00:00');
    const report = plan[3];
    expect(reminderAction(report, plan, chosenNothing, group, { at, isInterpretationDecided: false })).toBeUndefined();
    expect(reminderAction(report, plan, { kinds: ['reportDue'] }, group, { at, isInterpretationDecided: false })?.kind).toBe('due');
    const chosen = reminderAction(plan[0], plan, { kinds: ['translation'] }, group, { at: geneva('2020-08-10T09:00:00'), isInterpretationDecided: false });
    expect(chosen).toEqual({ kind: 'due', deadlines: [plan[0].deadlines[0]] });
  });

  it('reach whoever chose the general deadline also where the group agreed on an earlier one', () => {
    expect(reminderAction(plan[1], plan, { kinds: ['publication'] }, group, { at: geneva('2020-09-11T09:00:00'), isInterpretationDecided: false })?.kind).toBe('due');
  });
});

describe('the steps', () => {
  const group = workingGroup();
  const plan = planReminders(meeting(), group);

  it('are 30, 14, 7, 3 and 1 days before and the last morning, earlier where the group does not work that day', () => {
    const agreed = plan.filter(({ deadlines }) => deadlines[0].kind === 'agreed');
    expect(agreed.map(({ daysBefore, dueAt }) => [daysBefore, dueAt.toPlainDate().toString()])).toEqual([
      [30, '2020-08-19'],
      [14, '2020-09-04'],
      [7, '2020-09-11'],
      [3, '2020-09-15'],
      [1, '2020-09-17'],
      [0, '2020-09-18']
    ]);
    // 18 July 2020 was a Saturday.
    expect(plan[0].dueAt.toPlainDate().toString()).toBe('2020-07-17');
  });

  it('that come to lie on one morning are one, the one nearest to the deadline', () => {
    // The 20th was a Sunday: its last morning, and the day before, fall on Friday the 18th.
    const sunday = planReminders(meeting({ agreedDeadline: '2020-09-20', start: '2020-10-02' }), group).filter(({ deadlines }) => deadlines[0].kind === 'publication' || deadlines[0].kind === 'agreed');
    expect(sunday.slice(-2).map(({ daysBefore, dueAt }) => [daysBefore, dueAt.toPlainDate().toString()])).toEqual([
      [3, '2020-09-17'],
      [0, '2020-09-18']
    ]);
  });

  it('can be set for a kind of deadline', () => {
    const other = planReminders(meeting(), workingGroup({ reminderDaysBefore: [1], reminderDaysBeforeByKind: { translation: [7, 1], reportDue: [] } }));
    const stepsOf = (kind: string): number[] => other.filter(({ deadlines }) => deadlines.some((deadline) => deadline.kind === kind)).map(({ daysBefore }) => daysBefore);
    expect([stepsOf('translation'), stepsOf('languageRequest'), stepsOf('reportDue')]).toEqual([[7, 1], [1], []]);
  });

  it('that were missed are overtaken by the latest that is due', () => {
    expect(outcomes(plan, 'agreed', geneva('2020-09-14T10:00:00'), group)).toEqual([
      [30, 'overtaken'],
      [14, 'overtaken'],
      [7, 'due'],
      [3, 'coming'],
      [1, 'coming'],
      [0, 'coming']
    ]);
  });

  it('that are late wait for working time, unless the deadline would pass', () => {
    const due = (at: string): string | undefined => outcomes(plan, 'agreed', geneva(at), group).find(([, outcome]) => outcome === 'due')?.join(' ');
    // Saturday, Sunday, and the evening of a working day.
    expect([due('2020-09-12T10:00:00'), due('2020-09-13T10:00:00'), due('2020-09-14T18:00:00')]).toEqual([undefined, undefined, undefined]);
    expect(due('2020-09-14T17:59:59')).toBe('7 due');
    // The evening of the last day.
    expect(due('2020-09-18T20:00:00')).toBe('0 due');
  });
});

describe('a meeting that changes', () => {
  const group = workingGroup();
  const at = geneva('2020-09-12T10:00:00');
  const reasons = (after: Meeting): Set<string> => new Set(droppedReminders(meeting(), after, group, at).map(({ reason }) => reason));

  it('leaves reminders of its old dates, each with the reason why it is not posted', () => {
    expect(reasons(meeting({ agreedDeadline: '2020-09-16' }))).toEqual(new Set(['moved']));
    expect(reasons(meeting({ status: 'cancelled' }))).toEqual(new Set(['cancelled', 'tooLate']));
    expect(reasons(meeting({ status: 'postponed' }))).toEqual(new Set(['postponed', 'tooLate']));
  });

  it('leaves none when nothing of its dates changes, and none that was not due yet', () => {
    expect(reasons(meeting({ title: 'Another title' }))).toEqual(new Set());
    expect(droppedReminders(meeting(), meeting({ status: 'cancelled' }), group, geneva('2020-07-01T00:00:00'))).toEqual([]);
  });
});

const zones = ['Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Santiago', 'Africa/Cairo', 'UTC'];
const anyDate = fc.integer({ min: 0, max: 365 * 6 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }));

const anyGroup = fc
  .record({
    zone: fc.constantFrom(...zones),
    quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    holidays: fc.array(anyDate, { maxLength: 40 }),
    hours: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })),
    steps: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 7 }),
    translationSteps: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }),
    reportDueDays: fc.integer({ min: 0, max: 20 })
  })
  .map(({ zone, quietDays, holidays, hours: [from, length, into], steps, translationSteps, reportDueDays }) =>
    workingGroup({
      zone,
      quietDays,
      holidays: holidays.map(String),
      workingHours: { from, to: from + length },
      reminderHour: from + (into % length),
      reminderDaysBefore: steps,
      reminderDaysBeforeByKind: { translation: translationSteps },
      reportDueDays
    })
  );

const anyMeeting = fc
  .record({ id: fc.integer({ min: 1, max: 5 }), start: anyDate, days: fc.integer({ min: 0, max: 4 }), agreedBefore: fc.option(fc.integer({ min: 1, max: 60 })), status: fc.constantFrom(...MEETING_STATUSES, 'planned' as const) })
  .map(({ id, start, days, agreedBefore, status }) =>
    meeting({ id, start: start.toString(), end: start.add({ days }).toString(), agreedDeadline: agreedBefore === null ? null : start.subtract({ days: agreedBefore }).toString(), status })
  );
const anyMeetings = fc.uniqueArray(anyMeeting, { selector: ({ id }) => id, maxLength: 4 });

describe('whatever the meetings, the configuration and the zone', () => {
  it('each deadline that is announced has a reminder, on a working day, at the reminder hour, and before it closes', () => {
    fc.assert(
      fc.property(anyMeeting, anyGroup, (of, group) => {
        const plan = planReminders(of, group);
        const { bindingTranslation, binding, languageRequest, opening, reportDue } = deadlinesOf(of, group);
        const expected = of.status === 'planned' ? [bindingTranslation, binding, languageRequest, opening, reportDue] : of.status === 'held' ? [reportDue] : [];
        for (const deadline of expected) {
          expect(plan.some(({ deadlines }) => deadlines.some(({ kind, date }) => kind === deadline.kind && date.equals(deadline.date)))).toBe(true);
        }
        for (const { dueAt, deadlines, daysBefore } of plan) {
          expect(isWorkingDay(dueAt.toPlainDate(), group)).toBe(true);
          // The clocks can jump over the hour.
          expect(dueAt.hour === group.reminderHour || dueAt.hour === group.reminderHour + 1).toBe(true);
          expect(Temporal.Instant.compare(dueAt.toInstant(), deadlines[0].closesAt.toInstant())).toBeLessThanOrEqual(0);
          expect(Temporal.PlainDate.compare(dueAt.toPlainDate(), deadlines[0].date.subtract({ days: daysBefore }))).toBeLessThanOrEqual(0);
        }
      })
    );
  });

  it('no deadline has two reminders on one morning, and no two reminders have one key', () => {
    fc.assert(
      fc.property(anyMeetings, anyGroup, (meetings, group) => {
        const plan = planAllReminders(meetings, group);
        expect(new Set(plan.map((reminder) => reminderKey(reminder, 'a'))).size).toBe(plan.length);
        const mornings = plan.flatMap(({ meeting: { id }, deadlines, dueAt }) => deadlines.map(({ kind }) => `${id}/${kind}/${dueAt.toString()}`));
        expect(new Set(mornings).size).toBe(mornings.length);
      })
    );
  });

  it('the plan does not depend on the order of the meetings', () => {
    const keys = (meetings: readonly Meeting[], group: WorkingGroup): string[] => planAllReminders(meetings, group).map((reminder) => reminderKey(reminder, ''));
    fc.assert(
      fc.property(anyMeetings, anyGroup, (meetings, group) => {
        expect(keys([...meetings].reverse(), group)).toEqual(keys(meetings, group));
      })
    );
  });

  it('at any instant at most one reminder of a deadline is due, and nothing is due after it', () => {
    fc.assert(
      fc.property(anyMeeting, anyGroup, fc.integer({ min: -90 * 24, max: 30 * 24 }), (of, group, hours) => {
        const at = of.start.toZonedDateTime(group.zone).toInstant().add({ hours });
        const plan = planReminders(of, group);
        const due = plan.flatMap((reminder) => {
          const action = reminderAction(reminder, plan, everyKind, group, { at, isInterpretationDecided: false });
          return action?.kind === 'due' ? action.deadlines : [];
        });
        expect(new Set(due.map(({ kind }) => kind)).size).toBe(due.length);
        due.forEach(({ closesAt }) => expect(Temporal.Instant.compare(at, closesAt.toInstant().add({ seconds: 1 }))).toBeLessThan(0));
      })
    );
  });

  it('the next working time is one, and never before', () => {
    fc.assert(
      fc.property(anyGroup, anyDate, fc.integer({ min: 0, max: 24 * 60 }), (group, date, minutes) => {
        const at = date.toZonedDateTime(group.zone).toInstant().add({ minutes });
        const next = nextWorkingTime(at, group);
        expect(Temporal.Instant.compare(next, at)).toBeGreaterThanOrEqual(0);
        const isSkippedHour = next.toZonedDateTimeISO(group.zone).hour !== group.workingHours.from;
        expect(isWorkingTime(next, group) || isSkippedHour).toBe(true);
      })
    );
  });
});

type Event = { readonly hours: number; readonly isUp: boolean; readonly change?: Partial<Pick<Meeting, 'status'>> & { readonly shift?: number } };
const anyEvents = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 24 * 20 }),
    isUp: fc.boolean(),
    change: fc.option(fc.oneof(fc.record({ shift: fc.integer({ min: -10, max: 20 }) }), fc.record({ status: fc.constantFrom(...MEETING_STATUSES) })), { nil: undefined })
  }),
  { maxLength: 30 }
);

describe('after any pattern of downtime and of changes of the meeting', () => {
  it('each reminder that was due while somebody looked is posted once or skipped for one reason, and in time', () => {
    fc.assert(
      fc.property(anyEvents, anyGroup, fc.boolean(), (events: readonly Event[], group, isInterpretationDecided) => {
        let now = Temporal.Instant.from('2020-07-01T12:00:00Z');
        let present = meeting();
        let known = present;
        const ledger = new Map<string, string>();
        const everDue = new Set<string>();
        const look = (): void => {
          droppedReminders(known, present, group, now).forEach(({ reminder, reason }) => {
            const key = reminderKey(reminder, '');
            everDue.add(key);
            ledger.set(key, ledger.get(key) ?? reason);
          });
          known = present;
          const plan = planReminders(present, group);
          for (const reminder of plan) {
            const key = reminderKey(reminder, '');
            const action = reminderAction(reminder, plan, everyKind, group, { at: now, isInterpretationDecided });
            if (Temporal.Instant.compare(reminder.dueAt.toInstant(), now) <= 0) {
              everDue.add(key);
            }
            if (!ledger.has(key) && action !== undefined && action.kind !== 'coming') {
              ledger.set(key, action.kind === 'due' ? 'posted' : action.reason);
              if (action.kind === 'due') {
                const closes = reminder.deadlines[0].closesAt.toInstant();
                expect(isWorkingTime(now, group) || Temporal.Instant.compare(nextWorkingTime(now, group), closes) > 0).toBe(true);
              }
            }
          }
        };
        for (const { hours, isUp, change } of events) {
          now = now.add({ hours });
          if (change !== undefined) {
            const { shift = 0, ...rest } = change;
            present = { ...present, start: present.start.add({ days: shift }), end: present.end.add({ days: shift }), ...rest };
          }
          if (isUp) {
            look();
          }
        }
        now = now.add({ hours: 24 * 400 });
        look();
        for (const key of everDue) {
          expect(['posted', ...SKIP_REASONS]).toContain(ledger.get(key));
        }
      })
    );
  });

  it('each deadline that stands is reminded of, when somebody looks once in its last working time', () => {
    fc.assert(
      fc.property(anyMeeting, anyGroup, (of, group) => {
        const plan = planReminders(of, group);
        for (const deadline of deadlineList(deadlinesOf(of, group))) {
          const steps = plan.filter(({ deadlines }) => deadlines.some(({ kind }) => kind === deadline.kind));
          const last = steps[steps.length - 1];
          if (last !== undefined) {
            const action = reminderAction(last, plan, everyKind, group, { at: deadline.closesAt.toInstant(), isInterpretationDecided: false });
            expect(action?.kind).toBe('due');
          }
        }
      })
    );
  });
});
