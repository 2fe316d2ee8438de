import type { TurnContext } from 'botbuilder';
import { showingTyping } from '../../src/bot/typing';

describe('the sign that the bot is at work', () => {
  let typed: number;
  let context: TurnContext;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    typed = 0;
    context = { sendActivity: async () => void (typed += 1) } as unknown as TurnContext;
  });
  afterEach(() => jest.useRealTimers());

  const outside = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is not given for what is there at once', async () => {
    expect(await showingTyping(context, async () => 'answer')).toBe('answer');
    expect(typed).toBe(0);
  });

  it('is given again while the work goes on, and never after it', async () => {
    let finish: (answer: string) => void = () => undefined;
    const result = showingTyping(context, () => new Promise<string>((resolve) => (finish = resolve)));
    await outside();
    await outside();
    expect(typed).toBe(1);
    jest.advanceTimersByTime(6500);
    expect(typed).toBe(3);
    finish('answer');
    expect(await result).toBe('answer');
    jest.advanceTimersByTime(60_000);
    expect(typed).toBe(3);
  });

  it('ends with work that fails, and keeps back no failure', async () => {
    context = { sendActivity: () => Promise.reject(new Error('no typing here')) } as unknown as TurnContext;
    await expect(
      showingTyping(context, async () => {
        await outside();
        await outside();
        throw new Error('site trouble');
      })
    ).rejects.toThrow('site trouble');
    expect(jest.getTimerCount()).toBe(0);
  });
});
