import * as React from 'react';

const EVERY_MILLISECONDS = 30_000;

/** Something that is read from the site and kept up to date. */
export interface Followed<T> {
  /** What was read last; undefined before the first time. */
  readonly value?: T;
  /** Why the last reading failed; undefined when it did not. What was read before stays. */
  readonly error?: unknown;
  /** Reads again. */
  readonly refresh: () => void;
  /** Changes what is shown at once; a reading that began before does not undo it. */
  readonly amend: (change: (value: T) => T) => void;
}

/**
 * Reads something and reads it again every 30 seconds while the page is visible, when the page is looked at again and
 * when the connection is back. What was read stays until the next answer is there.
 * @param read must stay the same function from render to render; another one begins anew
 */
export function useFollowed<T>(read: () => Promise<T>): Followed<T> {
  const [followed, setFollowed] = React.useState<{ readonly read: () => Promise<T>; readonly value?: T; readonly error?: unknown }>({ read });
  /** Grows with whatever makes a reading under way out of date. */
  const version = React.useRef(0);

  const refresh = React.useCallback(() => {
    const begun = (version.current += 1);
    read().then(
      (value) => begun === version.current && setFollowed({ read, value }),
      (error: unknown) => begun === version.current && setFollowed((known) => ({ ...(known.read === read ? known : { read }), error }))
    );
  }, [read]);

  React.useEffect(() => {
    refresh();
    const refreshWhenVisible = (): void => {
      if (document.visibilityState === 'visible') {
        refresh();
      }
    };
    const timer = window.setInterval(refreshWhenVisible, EVERY_MILLISECONDS);
    document.addEventListener('visibilitychange', refreshWhenVisible);
    window.addEventListener('focus', refreshWhenVisible);
    window.addEventListener('online', refresh);
    return () => {
      version.current += 1;
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshWhenVisible);
      window.removeEventListener('focus', refreshWhenVisible);
      window.removeEventListener('online', refresh);
    };
  }, [refresh]);

  const amend = React.useCallback(
    (change: (value: T) => T) => {
      setFollowed((known) => (known.value === undefined ? known : { ...known, value: change(known.value) }));
      refresh();
    },
    [refresh]
  );

  const { value, error } = followed.read === read ? followed : ({} as typeof followed);
  return { value, error, refresh, amend };
}
