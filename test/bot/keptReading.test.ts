import { Temporal } from 'temporal-polyfill';
import { KeptReading } from '../../src/bot/keptReading';

describe('a kept reading', () => {
  let now: Temporal.Instant;
  let answers: (() => Promise<number>)[];
  let reading: KeptReading<number>;

  beforeEach(() => {
    now = Temporal.Instant.from('2020-08-10T07:00:00Z');
    let count = 0;
    answers = [];
    reading = new KeptReading({ now: () => now }, async () => {
      count += 1;
      return answers.length > 0 ? answers.shift()!() : count;
    });
  });

  it('is shared by those who ask at once and kept for half a minute', async () => {
    expect(await Promise.all([reading.read(), reading.read()])).toEqual([1, 1]);
    now = now.add({ seconds: 30 });
    expect(await reading.read()).toBe(1);
    now = now.add({ seconds: 1 });
    expect(await reading.read()).toBe(2);
  });

  it('is read anew when the clock goes back', async () => {
    await reading.read();
    now = now.subtract({ minutes: 5 });
    expect(await reading.read()).toBe(2);
  });

  it('is read anew after a change, and after a reading that failed', async () => {
    await reading.read();
    reading.invalidate();
    answers.push(() => Promise.reject(new Error('down')));
    await expect(reading.read()).rejects.toThrow('down');
    expect(await reading.read()).toBe(3);
  });

  it('never gives a later reader what was under way when a change came', async () => {
    let finish: (value: number) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (finish = resolve)));
    const early = reading.read();
    reading.invalidate();
    const late = reading.read();
    finish(99);
    expect([await early, await late]).toEqual([99, 2]);
  });

  it('is not lost by the failure of an older one', async () => {
    let fail: (error: Error) => void = () => undefined;
    answers.push(() => new Promise((_resolve, reject) => (fail = reject)));
    const early = reading.read();
    reading.invalidate();
    expect(await reading.read()).toBe(2);
    fail(new Error('down'));
    await expect(early).rejects.toThrow('down');
    expect(await reading.read()).toBe(2);
  });
});
