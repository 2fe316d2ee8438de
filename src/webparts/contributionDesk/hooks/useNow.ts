import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { SiteClock } from '../../../site/clock';

/** The site's time, anew every second. Use it in small components: each second renders them. */
export function useNow(clock: SiteClock): Temporal.Instant {
  const [now, setNow] = React.useState(() => clock.now());
  React.useEffect(() => {
    const timer = window.setInterval(() => setNow(clock.now()), 1000);
    return () => window.clearInterval(timer);
  }, [clock]);
  return now;
}
