import * as React from 'react';
import type { Loaded } from './useLoaded';

const LOOK_SECONDS = 30;

/**
 * Fetches something and keeps it fresh: while the page is visible it asks from time to time, and at once when somebody
 * comes back to the page or its connection does, whether it has changed. What was fetched stays until the newer is
 * there, so that nothing below it disappears; after a failure as well.
 * @param load must stay the same function from render to render; with another one it is fetched again
 * @param mark a cheap question whose answer differs once there is something new
 */
export function useFresh<T>(load: () => Promise<T>, mark: () => Promise<string>): Loaded<T> & { readonly retry: () => void } {
  const [loaded, setLoaded] = React.useState<Loaded<T>>({ status: 'loading' });
  const [attempt, setAttempt] = React.useState(0);
  const retry = React.useCallback(() => setAttempt((count) => count + 1), []);

  React.useEffect(() => {
    let wanted = true;
    let known: string | undefined;
    let isLooking = false;
    const look = async (): Promise<void> => {
      if (isLooking || document.visibilityState === 'hidden') {
        return;
      }
      isLooking = true;
      try {
        // Asked for first: what happens in between is then seen at the next look.
        const current = await mark();
        if (wanted && current !== known) {
          const value = await load();
          known = current;
          if (wanted) {
            setLoaded({ status: 'ready', value });
          }
        }
      } catch (error) {
        if (wanted) {
          setLoaded((shown) => (shown.status === 'ready' ? shown : { status: 'failed', error }));
        }
      } finally {
        isLooking = false;
      }
    };
    const lookNow = (): void => void look();
    lookNow();
    const timer = window.setInterval(lookNow, LOOK_SECONDS * 1000);
    window.addEventListener('focus', lookNow);
    window.addEventListener('online', lookNow);
    document.addEventListener('visibilitychange', lookNow);
    return () => {
      wanted = false;
      window.clearInterval(timer);
      window.removeEventListener('focus', lookNow);
      window.removeEventListener('online', lookNow);
      document.removeEventListener('visibilitychange', lookNow);
    };
  }, [load, mark, attempt]);

  return { ...loaded, retry };
}
