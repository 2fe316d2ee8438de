import { isSiteError } from '../site/errors';

/** A registration that is done when it succeeds; doing it again must change nothing. */
export type Registration = () => Promise<void>;

/**
 * Registrations of places and people. Teams tells of an installation once, so one that the site could not take is
 * kept and tried again until it does. The latest of a place wins: a removal takes the place of the installation
 * before it.
 */
export class PendingRegistrations {
  private readonly pending = new Map<string, Registration>();

  /** @param onTrouble told of each attempt that the site did not take */
  public constructor(private readonly onTrouble: (error: unknown) => void) {}

  /**
   * Tries a registration now, and keeps it when the site fails.
   * @param place what is registered; of one place only the latest registration is kept
   */
  public async attempt(place: string, registration: Registration): Promise<void> {
    this.pending.set(place, registration);
    await this.tryOne(place, registration);
  }

  /** Tries again what the site did not take. */
  public async retry(): Promise<void> {
    for (const [place, registration] of [...this.pending]) {
      await this.tryOne(place, registration);
    }
  }

  /** How many registrations wait for the site. */
  public get waiting(): number {
    return this.pending.size;
  }

  private async tryOne(place: string, registration: Registration): Promise<void> {
    try {
      await registration();
    } catch (error) {
      if (!isSiteError(error)) {
        this.pending.delete(place);
        throw error;
      }
      this.onTrouble(error);
      return;
    }
    // Another event of the same place may have come meanwhile; it is the one to keep.
    if (this.pending.get(place) === registration) {
      this.pending.delete(place);
    }
  }
}
