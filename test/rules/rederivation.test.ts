import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { STANDINGS } from '../../src/rules/contribution';
import type { Purpose } from '../../src/rules/contribution';
import { rederiveStanding } from '../../src/rules/rederivation';
import { geneva, meeting } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const received = geneva('2020-09-01T10:00:00');
const delayed = { purpose: 'action' as const, receivedAt: received, standing: 'delayed' as const, admitted: false };

describe('deriving a standing again', () => {
  it('changes nothing when the deadlines did not move past the arrival', () => {
    expect(rederiveStanding(delayed, meeting({ agreedDeadline: '2020-09-10' }), group).outcome).toBe('same');
  });

  it('improves a delayed contribution when the meeting is postponed far enough to translate it', () => {
    const { outcome, decision } = rederiveStanding(delayed, meeting({ start: '2020-11-15', agreedDeadline: null }), group);
    expect(outcome).toBe('changes');
    expect(decision.standing).toBe('translated');
  });

  it('never silently takes a promised translation away', () => {
    const translated = { ...delayed, receivedAt: geneva('2020-08-01T10:00:00'), standing: 'translated' as const };
    const { outcome, decision } = rederiveStanding(translated, meeting({ start: '2020-08-31', agreedDeadline: null }), group);
    expect(outcome).toBe('needsDecision');
    expect(decision.standing).toBe('delayed');
  });

  it('keeps what the chair admitted, however late it is', () => {
    const admitted = { ...delayed, receivedAt: geneva('2020-09-29T10:00:00'), admitted: true };
    expect(rederiveStanding(admitted, meeting(), group).outcome).toBe('same');
  });

  it('for any meeting and arrival, takes nothing away without a decision', () => {
    const worth = { held: 0, information: 1, delayed: 1, translated: 2 };
    fc.assert(
      fc.property(
        fc.constantFrom<Purpose>('action', 'information', 'liaison'),
        fc.constantFrom(...STANDINGS),
        fc.integer({ min: 0, max: 120 }),
        fc.boolean(),
        (purpose, standing, daysBefore, admitted) => {
          const start = Temporal.PlainDate.from('2020-10-01');
          const receivedAt = start.subtract({ days: daysBefore }).toZonedDateTime('Europe/Zurich').toInstant();
          const { outcome, decision } = rederiveStanding({ purpose, receivedAt, standing, admitted }, meeting(), group);
          if (outcome === 'changes') {
            expect(worth[decision.standing]).toBeGreaterThanOrEqual(worth[standing]);
          }
        }
      )
    );
  });
});
