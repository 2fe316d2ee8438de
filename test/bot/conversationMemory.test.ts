import { ConversationMemory } from '../../src/bot/conversationMemory';
import type { Intent } from '../../src/bot/intents/intent';
import { geneva } from '../support/meeting';

const asked = (from: string, conversation: string): Parameters<ConversationMemory['previous']>[0] =>
  ({ from: { id: from }, conversation: { id: conversation } }) as Parameters<ConversationMemory['previous']>[0];
const programme: Intent = { kind: 'programme' };

describe('what was asked before', () => {
  let now = geneva('2020-08-10T09:00:00');
  const memory = new ConversationMemory({ now: () => now });

  beforeEach(() => {
    now = geneva('2020-08-10T09:00:00');
    memory.keep(asked('29:a', 'chat'), programme);
  });

  it('is known of the same person in the same conversation for ten minutes', () => {
    expect(memory.previous(asked('29:a', 'chat'))).toEqual(programme);
    now = geneva('2020-08-10T09:10:00');
    expect(memory.previous(asked('29:a', 'chat'))).toEqual(programme);
    now = geneva('2020-08-10T09:10:01');
    expect(memory.previous(asked('29:a', 'chat'))).toBeUndefined();
  });

  it('is of nobody else and of no other conversation, so of no other thread', () => {
    expect(memory.previous(asked('29:b', 'chat'))).toBeUndefined();
    expect(memory.previous(asked('29:a', 'chat;messageid=1'))).toBeUndefined();
  });

  it('is the last that was asked', () => {
    memory.keep(asked('29:a', 'chat'), { kind: 'references' });
    expect(memory.previous(asked('29:a', 'chat'))).toEqual({ kind: 'references' });
  });

  it('is forgotten of those who asked longest ago when very many ask', () => {
    for (let person = 0; person < 2000; person += 1) {
      memory.keep(asked(`29:${person}`, 'chat'), programme);
    }
    expect(memory.previous(asked('29:a', 'chat'))).toBeUndefined();
    expect(memory.previous(asked('29:1999', 'chat'))).toEqual(programme);
  });
});
