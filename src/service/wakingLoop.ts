/** A piece of work that is done again and again, one run at a time. */
export interface WakingLoop {
  /** Asks for a run now; during a run, for another one right after it. */
  wake(): void;
  /** Lets the current run end and starts no other. */
  stop(): Promise<void>;
}

/**
 * Runs a piece of work at once, then whenever it is woken, and at least once an interval. Wakings during a run are
 * gathered into one further run, so nothing is missed and nothing runs twice at a time.
 * @param intervalSeconds by the machine's clock: the pace of looking, never a time of the product
 * @param run must handle its own errors; an error that escapes is given to `onError` and the loop goes on
 */
export function startWakingLoop(intervalSeconds: number, run: () => Promise<void>, onError: (error: unknown) => void): WakingLoop {
  let stopped = false;
  let asked = true;
  let rouse: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, intervalSeconds * 1000);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      asked = false;
      try {
        await run();
      } catch (error) {
        onError(error);
      }
      if (!asked && !stopped) {
        await pause();
      }
    }
  };
  const ended = loop();
  return {
    wake: () => {
      asked = true;
      rouse();
    },
    stop: () => {
      stopped = true;
      rouse();
      return ended;
    }
  };
}
