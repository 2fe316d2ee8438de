import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { STANDINGS } from '../../src/rules/contribution';
import type { Purpose, Standing } from '../../src/rules/contribution';
import { rederiveStanding } from '../../src/rules/rederivation';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const delayed = { purpose: 'action' as const, receivedAt: geneva('2020-09-01T10:00:00'), standing: 'delayed' as const };
const translated = { ...delayed, receivedAt: geneva('2020-08-01T10:00:00'), standing: 'translated' as const };
const tooLate = { ...delayed, receivedAt: geneva('2020-09-23T10:00:00'), standing: 'held' as const };
const earlierMeeting = meeting({ start: '2020-08-31', agreedDeadline: null });

describe('deriving a standing again', () => {
  it('gives a standing where there is none yet', () => {
    expect(rederiveStanding({ ...delayed, standing: undefined }, meeting(), group)).toMatchObject({ outcome: 'changes', standing: 'delayed' });
  });

  it('changes nothing when the deadlines did not move past the arrival', () => {
    expect(rederiveStanding(delayed, meeting({ agreedDeadline: '2020-09-10' }), group).outcome).toBe('same');
  });

  it('improves a delayed contribution when the meeting is postponed far enough to translate it', () => {
    const { outcome, standing, publicationDue } = rederiveStanding(delayed, meeting({ start: '2020-11-15', agreedDeadline: null }), group);
    expect([outcome, standing, publicationDue?.toString()]).toEqual(['changes', 'translated', '2020-11-08']);
  });

  it('never silently takes a promised translation away, and measures its publication by the new date', () => {
    const { outcome, standing, decision, publicationDue } = rederiveStanding(translated, earlierMeeting, group);
    expect([outcome, standing, decision?.standing, publicationDue?.toString()]).toEqual(['needsDecision', 'translated', 'delayed', '2020-08-24']);
  });

  it.each([
    [true, 'same', 'translated'],
    [false, 'changes', 'delayed']
  ] as const)('follows the answer (kept: %s) to what would be taken away', (kept, outcome, standing) => {
    const answer = { before: 'translated', after: 'delayed', kept } as const;
    expect(rederiveStanding({ ...translated, answer }, earlierMeeting, group)).toMatchObject({ outcome, standing });
  });

  it('asks again when the dates make something else of it than what was answered', () => {
    const answer = { before: 'translated', after: 'delayed', kept: true } as const;
    expect(rederiveStanding({ ...translated, answer }, meeting({ start: '2020-08-05', agreedDeadline: null }), group).outcome).toBe('needsDecision');
  });

  it.each(['postponed', 'cancelled'] as const)('keeps what was promised for a meeting that is %s until it is decided', (status) => {
    expect(rederiveStanding(translated, meeting({ status }), group)).toEqual({ outcome: 'needsDecision', standing: 'translated' });
    const answered = { ...translated, answer: { before: 'translated', kept: false } as const };
    expect(rederiveStanding(answered, meeting({ status }), group)).toEqual({ outcome: 'changes', standing: 'held' });
    expect(rederiveStanding(tooLate, meeting({ status }), group)).toEqual({ outcome: 'same', standing: 'held' });
  });

  it('admits by exception like a delayed contribution, published within three working days of the admission', () => {
    const admitted = { ...tooLate, admittedAt: geneva('2020-09-25T10:00:00') };
    const { outcome, standing, publicationDue } = rederiveStanding(admitted, meeting(), group);
    expect([outcome, standing, publicationDue?.toString()]).toEqual(['changes', 'delayed', '2020-09-30']);
    expect(rederiveStanding({ ...admitted, standing: 'delayed' }, meeting(), group).outcome).toBe('same');
  });

  it('publishes what is admitted at the last moment on the opening day at the latest', () => {
    const { publicationDue } = rederiveStanding({ ...tooLate, admittedAt: geneva('2020-09-30T10:00:00') }, meeting(), group);
    expect(publicationDue?.toString()).toBe('2020-10-01');
  });

  it('for any meeting, arrival, admission and answer, takes nothing away without a decision', () => {
    const worth: Record<Standing, number> = { held: 0, information: 1, delayed: 1, translated: 2 };
    const start = Temporal.PlainDate.from('2020-10-01');
    const midnight = (daysBefore: number): Temporal.Instant => start.subtract({ days: daysBefore }).toZonedDateTime('Europe/Zurich').toInstant();
    fc.assert(
      fc.property(
        fc.record({
          purpose: fc.constantFrom<Purpose>('action', 'information', 'liaison'),
          standing: fc.constantFrom(...STANDINGS),
          daysBefore: fc.integer({ min: 0, max: 120 }),
          admittedDaysBefore: fc.option(fc.integer({ min: -5, max: 30 }), { nil: undefined }),
          keptBefore: fc.option(fc.constantFrom(...STANDINGS), { nil: undefined }),
          status: fc.constantFrom('planned', 'postponed', 'cancelled', 'held')
        }),
        ({ purpose, standing, daysBefore, admittedDaysBefore, keptBefore, status }) => {
          const admittedAt = admittedDaysBefore === undefined ? undefined : midnight(admittedDaysBefore);
          const answer = keptBefore === undefined ? undefined : { before: keptBefore, after: 'held' as const, kept: true };
          const result = rederiveStanding({ purpose, receivedAt: midnight(daysBefore), standing, admittedAt, answer }, meeting({ status }), group);
          expect(worth[result.standing]).toBeGreaterThanOrEqual(worth[standing]);
        }
      )
    );
  });
});
