import fc from 'fast-check';
import { CONVERSATION_WINDOWS } from '../../src/service/conversationRate';
import { PostingLimits, PostingStoppedError } from '../../src/service/postingLimits';
import type { RateWindow } from '../../src/service/slidingRate';
import { VirtualTime } from './support/virtualTime';

const TOO_MANY = { kind: 'later', status: 429 } as const;
const POSTED = { kind: 'posted', activityId: 'a' } as const;

/** The most posts in any stretch of a window's length. */
function most(moments: readonly number[], { milliseconds }: Pick<RateWindow, 'milliseconds'>): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + milliseconds).length));
}

describe('the limits of what the bot posts', () => {
  it('are kept in every stretch of time, for the app and for each conversation, and everything is posted', async () => {
    const anyPost = fc.record({ at: fc.integer({ min: 0, max: 5000 }), conversation: fc.constantFrom('a', 'a', 'a', 'b', 'c') });
    await fc.assert(
      fc.asyncProperty(fc.array(anyPost, { maxLength: 150 }), fc.integer({ min: 1, max: 50 }), async (posts, perSecond) => {
        const time = new VirtualTime();
        const limits = new PostingLimits(perSecond, time);
        const posted = new Map<string, number[]>([['a', []], ['b', []], ['c', []]]);
        const all: Promise<unknown>[] = [];
        for (const { at, conversation } of [...posts].sort((one, other) => one.at - other.at)) {
          await time.pass(at);
          all.push(limits.take(conversation).then(() => posted.get(conversation)?.push(time.now())));
        }
        await time.pass();
        await Promise.all(all);
        expect([...posted.values()].flat()).toHaveLength(posts.length);
        expect(most([...posted.values()].flat(), { milliseconds: 1000 })).toBeLessThanOrEqual(perSecond);
        for (const moments of posted.values()) {
          CONVERSATION_WINDOWS.forEach((window) => expect(most(moments, window)).toBeLessThanOrEqual(window.limit));
        }
      }),
      { numRuns: 40 }
    );
  });

  it('are reached: 90 posts into one conversation take half a minute, and 2,000 more than an hour', async () => {
    const time = new VirtualTime();
    const limits = new PostingLimits(50, time);
    const moments: number[] = [];
    for (let post = 0; post < 2000; post += 1) {
      const taken = limits.take('a').then(() => moments.push(time.now()));
      await time.pass();
      await taken;
    }
    expect(moments[59]).toBeLessThan(30_000);
    expect(moments[60]).toBe(30_000);
    expect(moments[89]).toBeLessThan(60_000);
    expect(moments[1799]).toBeLessThan(3_600_000);
    expect(moments[1800]).toBe(3_600_000);
  });

  it('of the app are reached by posts to many conversations', async () => {
    const time = new VirtualTime();
    const limits = new PostingLimits(30, time);
    const moments: number[] = [];
    const all = Array.from({ length: 301 }, (_, index) => limits.take(String(index)).then(() => moments.push(time.now())));
    await time.pass();
    await Promise.all(all);
    expect(moments[300]).toBe(10_000);
  });

  it('count answers to people, and keep none waiting', async () => {
    const limits = new PostingLimits(30, new VirtualTime());
    for (let answer = 0; answer < 7; answer += 1) {
      expect(limits.isFree('a')).toBe(true);
      limits.count('a');
    }
    expect([limits.isFree('a'), limits.isFree('b')]).toEqual([false, true]);
  });

  it('are free without being counted when only asked for', async () => {
    const time = new VirtualTime();
    const limits = new PostingLimits(1, time);
    await limits.whenFree('a');
    await limits.whenFree('a');
    await limits.take('a');
    expect(limits.isFree('b')).toBe(false);
    const free = limits.whenFree('b').then(() => time.now());
    await time.pass();
    expect(await free).toBe(1000);
  });

  it('make everything wait when Teams refuses several in a row as too many, at least as long as it asks for', () => {
    const limits = new PostingLimits(50, new VirtualTime());
    limits.heed(TOO_MANY);
    limits.heed(TOO_MANY);
    limits.heed(POSTED);
    limits.heed(TOO_MANY);
    limits.heed(TOO_MANY);
    expect(limits.isFree('a')).toBe(true);
    limits.heed({ ...TOO_MANY, retryAfterSeconds: 5 });
    expect(limits.isFree('a')).toBe(false);
  });

  it('go on after that pause', async () => {
    const time = new VirtualTime();
    const limits = new PostingLimits(50, time);
    [1, 2, 3].forEach(() => limits.heed({ ...TOO_MANY, retryAfterSeconds: 5 }));
    const free = limits.whenFree('a').then(() => time.now());
    await time.pass();
    expect(await free).toBeGreaterThanOrEqual(5000);
    expect(await free).toBeLessThan(7000);
  });

  it('end what waits to be free once the service stops, and let through what is claimed already', async () => {
    const time = new VirtualTime();
    const limits = new PostingLimits(1, time);
    await limits.take('a');
    const waiting = limits.whenFree('a');
    const claimed = limits.take('b').then(() => time.now());
    limits.stop();
    await expect(waiting).rejects.toThrow(PostingStoppedError);
    await expect(limits.whenFree('c')).rejects.toThrow(PostingStoppedError);
    expect(limits.isFree('c')).toBe(false);
    await time.pass();
    expect(await claimed).toBe(1000);
  });
});
