/** At most so many in any stretch of time of a length, whenever it begins. */
export interface RateWindow {
  readonly limit: number;
  readonly milliseconds: number;
}

/**
 * When the last of something were, held against several windows at once. Exact: it keeps the moments themselves, at most as
 * many as the largest limit, because a count that starts anew with each window lets through twice the limit where two meet.
 */
export class SlidingRate {
  /** In order; by a clock that never goes back. */
  private moments: number[] = [];

  public constructor(private readonly windows: readonly RateWindow[]) {}

  /** Milliseconds until the windows let one more through; 0 when they do now. */
  public waitFrom(now: number): number {
    this.forget(now);
    const waits = this.windows.map(({ limit, milliseconds }) => {
      const oldest = this.moments[this.moments.length - limit];
      return oldest === undefined ? 0 : oldest + milliseconds - now;
    });
    return Math.max(0, ...waits);
  }

  /** Counts one, whether or not the windows let it through. */
  public count(now: number): void {
    this.forget(now);
    this.moments.push(now);
  }

  private forget(now: number): void {
    const longest = Math.max(...this.windows.map(({ milliseconds }) => milliseconds));
    const most = Math.max(...this.windows.map(({ limit }) => limit));
    if (this.moments[0] <= now - longest || this.moments.length > most) {
      this.moments = this.moments.filter((moment) => moment > now - longest).slice(-most);
    }
  }
}
