import * as React from 'react';

/** Something that is fetched: on its way, there, or failed. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

/**
 * Fetches something when the component appears and whenever `load` changes.
 * When it failed, it is fetched again as soon as the browser is back online, or by `retry`.
 * @param load must stay the same function from render to render
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> & { readonly retry: () => void } {
  const [loaded, setLoaded] = React.useState<Loaded<T>>({ status: 'loading' });
  const [attempt, setAttempt] = React.useState(0);
  const retry = React.useCallback(() => setAttempt((count) => count + 1), []);

  React.useEffect(() => {
    let wanted = true;
    setLoaded({ status: 'loading' });
    load().then(
      (value) => wanted && setLoaded({ status: 'ready', value }),
      (error: unknown) => wanted && setLoaded({ status: 'failed', error })
    );
    return () => {
      wanted = false;
    };
  }, [load, attempt]);

  const failed = loaded.status === 'failed';
  React.useEffect(() => {
    if (!failed) {
      return undefined;
    }
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [failed, retry]);

  return { ...loaded, retry };
}
