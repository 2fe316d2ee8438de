import * as React from 'react';

/** Something that is asked of the site, and what became of it. */
export interface Task<Args extends readonly unknown[]> {
  readonly isWorking: boolean;
  /** Why it did not succeed the last time. */
  readonly error?: unknown;
  readonly run: (...args: Args) => void;
}

/** Does something when it is asked for, one at a time, and keeps why it failed. */
export function useTask<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): Task<Args> {
  const [state, setState] = React.useState<{ readonly isWorking: boolean; readonly error?: unknown }>({ isWorking: false });
  const isMounted = React.useRef(true);
  React.useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const end = (error?: unknown): void => {
    if (isMounted.current) {
      setState({ isWorking: false, ...(error === undefined ? {} : { error }) });
    }
  };
  return {
    ...state,
    run: (...args) => {
      if (!state.isWorking) {
        setState({ isWorking: true });
        work(...args).then(() => end(), end);
      }
    }
  };
}
