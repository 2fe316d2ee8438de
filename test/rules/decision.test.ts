import { decidedState } from '../../src/rules/decision';
import type { DecisionKind, DocumentDecision } from '../../src/rules/decision';
import { geneva } from '../support/meeting';

const day = (index: number): string => `2020-09-${String(index + 1).padStart(2, '0')}T10:00:00`;

/** Decisions of successive days about a document in meeting 1. */
function decisions(...kinds: DecisionKind[]): DocumentDecision[] {
  return kinds.map((kind, index) => ({ kind, decidedAt: geneva(day(index)), meetingId: 1 }));
}

describe('what follows from decisions about a document', () => {
  it('is nothing without any', () => {
    expect(decidedState([], 1)).toEqual({ isReport: false });
  });

  it.each([
    [['accept'], 'accepted'],
    [['accept', 'hold'], 'held'],
    [['hold', 'accept'], 'accepted'],
    [['hold', 'admit'], undefined],
    [['hold', 'release'], undefined],
    [['accept', 'hold', 'release'], 'accepted'],
    [['release', 'hold'], 'held'],
    [['accept', 'publish'], 'published'],
    [['publish', 'accept'], 'published'],
    [['publish', 'hold'], 'published'],
    [['publish', 'withdraw'], 'withdrawn'],
    [['withdraw', 'accept'], 'accepted'],
    [['extendDeadline', 'postpone', 'cancel', 'reassign'], undefined]
  ] as const)('is for %s: %s', (kinds, status) => {
    expect(decidedState(decisions(...kinds), 1).status).toBe(status);
  });

  it('says when it was published and when it was admitted', () => {
    const state = decidedState(decisions('admit', 'publish'), 1);
    expect([state.admittedAt?.toString(), state.publishedAt?.toString()]).toEqual([geneva(day(0)).toString(), geneva(day(1)).toString()]);
  });

  it('was published the first time that it was recorded, unless it was withdrawn in between', () => {
    expect(decidedState(decisions('publish', 'publish'), 1).publishedAt).toEqual(geneva(day(0)));
    expect(decidedState(decisions('publish', 'withdraw', 'publish'), 1).publishedAt).toEqual(geneva(day(2)));
  });

  it('knows a report of the group', () => {
    expect(decidedState(decisions('markReport', 'accept'), 1)).toMatchObject({ isReport: true, status: 'accepted' });
  });

  it('forgets an admission that was taken back by holding it', () => {
    expect(decidedState(decisions('admit', 'hold'), 1).admittedAt).toBeUndefined();
  });

  it('counts what was decided with a view to a meeting for that meeting only', () => {
    expect(decidedState(decisions('hold'), 2).status).toBeUndefined();
    expect(decidedState(decisions('admit'), 2).admittedAt).toBeUndefined();
    expect(decidedState(decisions('accept'), 2).status).toBe('accepted');
  });

  it('keeps the latest answer to what a moved meeting would take away', () => {
    const question = { before: 'translated', after: 'delayed' } as const;
    const answers = decisions('applyStanding', 'keepStanding').map((decision) => ({ ...decision, question }));
    expect(decidedState(answers, 1).answer).toEqual({ ...question, kept: true });
    expect(decidedState(answers.slice(0, 1), 1).answer).toEqual({ ...question, kept: false });
    expect(decidedState(answers, 2).answer).toBeUndefined();
  });
});
