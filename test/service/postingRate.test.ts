import { postingRate } from '../../src/service/postingRate';

describe('the rate at which the bot posts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is kept in every second, whenever that begins, and nothing is left out', async () => {
    const atRate = postingRate(5);
    const postedAt: number[] = [];
    const posts = Array.from({ length: 23 }, () => atRate(async () => postedAt.push(performance.now())));
    await jest.advanceTimersByTimeAsync(700);
    posts.push(...Array.from({ length: 9 }, () => atRate(async () => postedAt.push(performance.now()))));
    await jest.advanceTimersByTimeAsync(10_000);
    await Promise.all(posts);
    expect(postedAt).toHaveLength(32);
    for (const from of postedAt) {
      expect(postedAt.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(5);
    }
  });

  it('goes on after a post that failed', async () => {
    const atRate = postingRate(1);
    const failed = atRate(() => Promise.reject(new Error('not taken')));
    await expect(failed).rejects.toThrow('not taken');
    const next = atRate(async () => 'posted');
    await jest.advanceTimersByTimeAsync(1000);
    expect(await next).toBe('posted');
  });
});
