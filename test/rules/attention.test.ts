import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ATTENTIONS, attentionOf, byUrgency } from '../../src/rules/attention';
import type { AttentionSubject } from '../../src/rules/attention';
import { geneva } from '../support/meeting';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();
const due = Temporal.PlainDate.from('2020-09-24');
const subject: AttentionSubject = { docStatus: 'received', standing: 'translated', publicationDue: due, isInQuestion: false, isHeldByDecision: false };
const inTime = geneva('2020-09-24T23:59:59');
const late = geneva('2020-09-25T00:00:00');

describe('what a document asks of the secretariat', () => {
  it.each([
    ['is to be published until the last second of its due date', {}, inTime, 'publish'],
    ['is overdue from then on', {}, late, 'overdue'],
    ['is overdue although something is missing', { docStatus: 'needsAttention' }, late, 'overdue'],
    ['is nothing once it is published', { docStatus: 'published' }, late, 'none'],
    ['is nothing once it is withdrawn', { docStatus: 'withdrawn' }, late, 'none'],
    ['is nothing once it is held by decision', { docStatus: 'held', isHeldByDecision: true }, late, 'none'],
    ['is to be decided when its meeting moved', { isInQuestion: true, docStatus: 'accepted' }, inTime, 'decision'],
    ['is to be answered', { docStatus: 'needsAttention' }, inTime, 'attention'],
    ['waits for the chair when it is too late', { docStatus: 'held', standing: 'held', publicationDue: undefined }, inTime, 'late'],
    ['is first to be answered when it is too late and incomplete', { docStatus: 'needsAttention', standing: 'held', publicationDue: undefined }, inTime, 'attention']
  ] as const)('%s', (_name, changes, at, attention) => {
    expect(attentionOf({ ...subject, ...changes }, at, group)).toBe(attention);
  });

  it('is put in one order, whatever the order was: the most urgent first, then by due date, then by arrival', () => {
    const entry = fc.record({
      attention: fc.constantFrom(...ATTENTIONS),
      publicationDue: fc.option(fc.integer({ min: 0, max: 9 }).map((days) => due.add({ days })), { nil: undefined }),
      id: fc.integer({ min: 1, max: 1000 })
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (entries) => {
        const sorted = [...entries].sort(byUrgency).map(({ id }) => id);
        expect([...entries].reverse().sort(byUrgency).map(({ id }) => id)).toEqual(sorted);
      })
    );
    const first = { attention: 'overdue', id: 9 } as const;
    const second = { attention: 'publish', publicationDue: due, id: 2 } as const;
    const third = { attention: 'publish', id: 1 } as const;
    expect([third, second, first].sort(byUrgency)).toEqual([first, second, third]);
  });
});
