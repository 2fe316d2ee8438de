import type { Temporal } from 'temporal-polyfill';

/** How old a reading may be, by the site's clock: what nobody told of a change shows within this time. */
const LONGEST_AGE_SECONDS = 30;

/**
 * Something that was read from the site, kept for half a minute, so that a busy channel does not become a busy site.
 * Several who ask at once share one reading. Whoever follows the site's changes ends it sooner; without that it is its
 * age.
 */
export class KeptReading<T> {
  private kept?: { readonly value: Promise<T>; readonly readAt: Temporal.Instant };

  public constructor(
    private readonly clock: { now(): Temporal.Instant },
    private readonly load: () => Promise<T>
  ) {}

  /** @throws what the reading throws; the next call reads again */
  public async read(): Promise<T> {
    // Before the site's first answer its clock is only the machine's, which may be ahead of it: hence the amount.
    const now = this.clock.now();
    if (this.kept === undefined || Math.abs(now.since(this.kept.readAt).total('seconds')) > LONGEST_AGE_SECONDS) {
      const value = this.load();
      const kept = { value, readAt: now };
      this.kept = kept;
      value.catch(() => {
        if (this.kept === kept) {
          this.invalidate();
        }
      });
    }
    return this.kept.value;
  }

  /** The next reader gets what the site says then. */
  public invalidate(): void {
    this.kept = undefined;
  }
}
