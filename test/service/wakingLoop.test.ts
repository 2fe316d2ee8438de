import { startWakingLoop } from '../../src/service/wakingLoop';
import { eventually } from '../support/eventually';

const noErrors = (error: unknown): never => {
  throw error;
};

describe('a waking loop', () => {
  it('runs at once, and again when it is woken', async () => {
    let runs = 0;
    const loop = startWakingLoop(3600, async () => void (runs += 1), noErrors);
    await eventually(() => expect(runs).toBe(1));
    loop.wake();
    await eventually(() => expect(runs).toBe(2));
    await loop.stop();
  });

  it('gathers wakings during a run into one further run and never runs twice at a time', async () => {
    let release: () => void = () => undefined;
    let running = 0;
    let most = 0;
    let runs = 0;
    const loop = startWakingLoop(
      3600,
      async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => (release = resolve));
        running -= 1;
      },
      noErrors
    );
    await eventually(() => expect(running).toBe(1));
    loop.wake();
    loop.wake();
    loop.wake();
    release();
    await eventually(() => expect(runs).toBe(2));
    const stopped = loop.stop();
    release();
    await stopped;
    expect([runs, most]).toEqual([2, 1]);
  });

  it('goes on after a failure', async () => {
    const failures: unknown[] = [];
    let runs = 0;
    const loop = startWakingLoop(
      3600,
      async () => {
        runs += 1;
        throw new Error(`run ${runs}`);
      },
      (error) => failures.push(error)
    );
    await eventually(() => expect(failures).toHaveLength(1));
    loop.wake();
    await eventually(() => expect(failures).toHaveLength(2));
    await loop.stop();
  });

  it('ends its run before it is stopped', async () => {
    let ended = false;
    let release: () => void = () => undefined;
    const loop = startWakingLoop(
      3600,
      async () => {
        await new Promise<void>((resolve) => (release = resolve));
        ended = true;
      },
      noErrors
    );
    const stopped = loop.stop();
    release();
    await stopped;
    expect(ended).toBe(true);
  });
});
