import { Temporal } from 'temporal-polyfill';

/**
 * The site's time: the machine's clock, corrected by the `Date` header of the site's answers. Deadlines are decided
 * by when the library records a file, so a countdown that ran on a wrong PC clock would promise what the site does
 * not keep. Nothing else in the product reads a clock.
 */
export interface SiteClock {
  now(): Temporal.Instant;
  /**
   * Learns from an answer of the site.
   * @param dateHeader the answer's `Date` header; null or unreadable ones are ignored
   * @param sentAt when the request went out, by {@link machineNow}
   * @param receivedAt when the answer came, by {@link machineNow}
   */
  observe(dateHeader: string | null, sentAt: Temporal.Instant, receivedAt: Temporal.Instant): void;
}

/** The `Date` header counts whole seconds (RFC 9110, 5.6.7). */
const HEADER_RESOLUTION_MS = 1000;

/** The machine's own clock, right or wrong; only for measuring requests. */
export function machineNow(): Temporal.Instant {
  return Temporal.Now.instant();
}

/**
 * A clock that follows one site.
 *
 * An answer says that the site's time was between the header's second and the next one, at some moment between
 * sending and receiving. That gives a span for the difference between the two clocks; spans of several answers are
 * intersected, which soon tells the difference much better than a second. A span that contradicts the earlier ones
 * means that a clock was set, and counts alone.
 *
 * @param machine the machine's clock, for tests
 */
export function siteClock(machine: () => Temporal.Instant = machineNow): SiteClock {
  let earliest = 0;
  let latest = 0;
  let observed = false;
  return {
    now: () => machine().add({ milliseconds: Math.round((earliest + latest) / 2) }),
    observe: (dateHeader, sentAt, receivedAt) => {
      const siteMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(siteMs)) {
        return;
      }
      const from = siteMs - receivedAt.epochMilliseconds;
      const to = siteMs + HEADER_RESOLUTION_MS - sentAt.epochMilliseconds;
      const agrees = observed && from <= latest && to >= earliest;
      earliest = agrees ? Math.max(earliest, from) : from;
      latest = agrees ? Math.min(latest, to) : to;
      observed = true;
    }
  };
}
