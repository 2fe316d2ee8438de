import { KnownSenders } from '../../../src/bot/messageExtension/knownSenders';
import { PersonNotVerifiedError } from '../../../src/bot/verifiedPerson';
import { geneva } from '../../support/meeting';

/** Somebody who searches in a conversation. */
const sender = (id: string, conversation = 'chat') => ({ from: { id, name: id }, conversation: { id: conversation, isGroup: true, conversationType: 'groupChat', name: '' }, serviceUrl: 'https://example.org' });

/** Teams, which knows everybody but those whose id begins with "unknown", and counts how often it is asked. */
function desk() {
  let now = geneva('2020-08-10T09:00:00');
  let asked = 0;
  const senders = new KnownSenders({ now: () => now });
  return {
    wait: (seconds: number) => void (now = now.add({ seconds })),
    asked: () => asked,
    address: (...who: Parameters<typeof sender>) =>
      senders.addressOf(sender(...who), async () => {
        asked += 1;
        if (who[0].startsWith('unknown')) {
          throw new PersonNotVerifiedError();
        }
        return { key: who[0], email: `${who[0]}@example.org` };
      })
  };
}

describe('who searches', () => {
  it('is asked of Teams once while a person types, and again after five minutes', async () => {
    const { address, asked, wait } = desk();
    for (let letters = 0; letters < 20; letters += 1) {
      expect(await address('a')).toBe('a@example.org');
      wait(10);
    }
    expect(asked()).toBe(1);
    wait(300);
    await address('a');
    expect(asked()).toBe(2);
  });

  it('is asked again after a minute when Teams did not say it', async () => {
    const { address, asked, wait } = desk();
    expect(await address('unknown')).toBeUndefined();
    expect(await address('unknown')).toBeUndefined();
    expect(asked()).toBe(1);
    wait(61);
    await address('unknown');
    expect(asked()).toBe(2);
  });

  it('is another person in the same conversation, and asked anew in another one', async () => {
    const { address, asked } = desk();
    expect([await address('a'), await address('b'), await address('a', 'other')]).toEqual(['a@example.org', 'b@example.org', 'a@example.org']);
    expect(asked()).toBe(3);
  });

  it('is forgotten of the one who searched first when too many search', async () => {
    const { address, asked } = desk();
    for (let person = 0; person <= 1000; person += 1) {
      await address(`person-${person}`);
    }
    await address('person-1000');
    expect(asked()).toBe(1001);
    await address('person-0');
    expect(asked()).toBe(1002);
  });
});
