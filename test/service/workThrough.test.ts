import { workThrough } from '../../src/service/workThrough';

const TEN = Array.from({ length: 10 }, (_, index) => index);

/** Work that ends when it is told to. */
function heldWork() {
  const begun: number[] = [];
  const ended: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  return {
    begun,
    ended,
    work: async (thing: number): Promise<void> => {
      begun.push(thing);
      await new Promise<void>((resolve, reject) => ends.set(thing, (error) => (error === undefined ? resolve() : reject(error))));
      ended.push(thing);
    },
    end: async (thing: number, error?: Error): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      ends.get(thing)?.(error);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}

describe('working through things several at a time', () => {
  it('does each, and no more at a time than it may', async () => {
    const held = heldWork();
    const all = workThrough(TEN, 3, held.work);
    for (const thing of TEN) {
      await held.end(thing);
      expect(held.begun.length - held.ended.length).toBe(Math.min(3, TEN.length - thing - 1));
    }
    await all;
    expect(held.ended).toEqual(TEN);
  });

  it('waits for what is under way when one fails, and begins no other', async () => {
    const held = heldWork();
    let isOver = false;
    const all = workThrough(TEN, 3, held.work).finally(() => (isOver = true));
    all.catch(() => undefined);
    await held.end(1, new Error('the site failed'));
    await held.end(0);
    expect([isOver, held.begun]).toEqual([false, [0, 1, 2]]);
    await held.end(2);
    await expect(all).rejects.toThrow('the site failed');
    expect(held.ended).toEqual([0, 2]);
  });

  it('begins no other once a stop is asked for', async () => {
    const held = heldWork();
    const stop = new AbortController();
    const all = workThrough(TEN, 3, held.work, stop.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await held.end(0);
    await held.end(1);
    await held.end(2);
    await all;
    expect(held.begun).toEqual([0, 1, 2]);
  });
});
