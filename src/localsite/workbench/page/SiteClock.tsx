import * as React from 'react';
import { Temporal } from 'temporal-polyfill';

import { moveSiteTime } from './siteAdministration';

/** The zone in which the site's time is shown and entered; the groups meet in Geneva. */
const zone = 'Europe/Zurich';

const wording = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit'
});

/** `2020-08-10T09:00` as the field for a date and time holds it. */
function fieldValue(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Counts on from the instant that the site gave, once a second. */
function useRunningInstant(start: string): Temporal.Instant {
  const [elapsed, setElapsed] = React.useState(0);
  React.useEffect(() => {
    const origin = performance.now();
    const timer = setInterval(() => setElapsed(Math.floor((performance.now() - origin) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [start]);
  return Temporal.Instant.from(start).add({ seconds: elapsed });
}

/**
 * The local site's clock and the controls that move it forward.
 *
 * @param now - the site's time when the page was opened, an ISO instant
 * @param onMoved - called once the site has taken the new time
 */
export function SiteClock({ now, onMoved }: { readonly now: string; readonly onMoved: () => void }): React.ReactElement {
  const instant = useRunningInstant(now);
  const [target, setTarget] = React.useState(fieldValue(Temporal.Instant.from(now)));
  const [problem, setProblem] = React.useState<string>();
  const move = (step: Parameters<typeof moveSiteTime>[0]): void => {
    setProblem(undefined);
    moveSiteTime(step).then(onMoved, (error: Error) => setProblem(error.message));
  };
  const goToTarget = (event: React.FormEvent): void => {
    event.preventDefault();
    const wanted = Temporal.PlainDateTime.from(target).toZonedDateTime(zone).toInstant();
    if (Temporal.Instant.compare(wanted, instant) <= 0) {
      setProblem("The site's time only moves forward. Choose a later date or time.");
    } else {
      move({ advanceTo: wanted.toString() });
    }
  };
  return (
    <form className="bar-clock" aria-label="Site time" onSubmit={goToTarget}>
      <div className="bar-time">
        <span>Site time (Geneva)</span>
        <time dateTime={instant.toString()}>{wording.format(instant.epochMilliseconds)}</time>
      </div>
      <button type="button" className="bar-button" onClick={() => move({ advanceBy: 'P1D' })}>
        +1 day
      </button>
      <div className="bar-choice">
        <label htmlFor="bar-target">Move to (Geneva)</label>
        <input id="bar-target" type="datetime-local" required value={target} min={fieldValue(instant)} onChange={(event) => setTarget(event.target.value)} />
      </div>
      <button type="submit" className="bar-button">
        Move
      </button>
      {problem !== undefined && (
        <p role="alert" className="bar-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
