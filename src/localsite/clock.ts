import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Database } from './store/database';

/** Where the local programme of work begins: before every deadline of the second meeting. */
const START = Temporal.ZonedDateTime.from('2020-08-10T09:00[Europe/Zurich]').toInstant();

/** How the clock is set at a start: an ISO instant, `real` for the machine's time, or nothing to go on as before. */
export type ClockSetting = string | undefined;

/** The setting of the clock cannot be understood. */
export class ClockProblem extends Error {
  public override readonly name = 'ClockProblem';
}

/**
 * The site's time. It runs on beside the machine's with a stored distance, so that it goes on after a restart and can
 * be moved forward, never back.
 */
export class SiteClock {
  private readonly database: Database;
  private offset: Temporal.Duration;

  /**
   * @param dataFolder the distance is kept here
   * @param setting see `ClockSetting`; an instant earlier than the site's time leaves the clock as it is
   * @throws ClockProblem when the setting is no instant
   */
  public constructor(dataFolder: string, setting: ClockSetting) {
    this.database = new Database(join(dataFolder, 'clock.db'));
    this.database.script('CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset TEXT NOT NULL)');
    const stored = this.database.row('SELECT offset FROM clock WHERE id = 1');
    const asked = setting === undefined ? undefined : setting === 'real' ? Temporal.Now.instant() : parseInstant(setting, 'DESK_NOW');
    this.offset = stored ? Temporal.Duration.from(String(stored.offset)) : new Temporal.Duration();
    if (!stored) {
      this.moveTo(asked ?? START);
    } else if (asked && Temporal.Instant.compare(asked, this.now()) > 0) {
      this.moveTo(asked);
    }
  }

  /** The site's time. */
  public now(): Temporal.Instant {
    return Temporal.Now.instant().add(this.offset);
  }

  /** The site's time to the second, as SharePoint records times: `2020-08-10T07:00:00Z`. */
  public stamp(): string {
    return toStamp(this.now());
  }

  /**
   * Moves the clock forward.
   * @throws ClockProblem when the instant is in the past
   */
  public advanceTo(instant: Temporal.Instant): void {
    if (Temporal.Instant.compare(instant, this.now()) < 0) {
      throw new ClockProblem(`The clock only moves forward, and it is ${this.stamp()} already.`);
    }
    this.moveTo(instant);
  }

  /** Releases the file. */
  public close(): void {
    this.database.close();
  }

  private moveTo(instant: Temporal.Instant): void {
    this.offset = Temporal.Now.instant().until(instant);
    this.database.run('INSERT INTO clock (id, offset) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET offset = excluded.offset', this.offset.toString());
  }
}

/** An instant as SharePoint writes it: UTC, whole seconds. */
export function toStamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second', roundingMode: 'floor' });
}

/**
 * An ISO instant.
 * @param name what the text is, for the sentence of the error
 * @throws ClockProblem
 */
export function parseInstant(text: string, name: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new ClockProblem(`${name} is "${text}". Give an ISO instant such as 2020-09-11T07:00:00Z.`);
  }
}
