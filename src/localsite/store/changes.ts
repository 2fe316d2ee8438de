import { Temporal } from 'temporal-polyfill';
import type { SiteClock } from '../clock';
import { toStamp } from '../clock';
import type { Database, SqlRow } from './database';

/** SharePoint's numbers for what happened (`ChangeType`). */
export const CHANGE = { add: 1, update: 2, deleteObject: 3, rename: 4, moveAway: 5, moveInto: 6, restore: 7 } as const;

/** How long SharePoint keeps the log. */
const KEPT_DAYS = 60;

/** .NET counts ticks of 100 nanoseconds from the year 1 (proleptic Gregorian, UTC). */
const TICKS_AT_EPOCH = 621_355_968_000_000_000n;

/** One entry of the change log. */
export interface Change {
  readonly sequence: number;
  readonly listId: string;
  /** 0 when the change is the list's own. */
  readonly itemId: number;
  readonly uniqueId: string;
  readonly type: number;
  /** UTC to the second. */
  readonly at: string;
}

/** Where in the log to start: after this entry. */
export interface ChangePosition {
  readonly sequence: number;
}

/** The change log of the site. It is written with the change itself, in one transaction. */
export class Changes {
  public constructor(
    private readonly database: Database,
    private readonly clock: SiteClock
  ) {
    database.script(`CREATE TABLE IF NOT EXISTS changes (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, list_id TEXT NOT NULL, item_id INTEGER NOT NULL, unique_id TEXT NOT NULL, type INTEGER NOT NULL, at TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS changes_list ON changes (list_id, sequence);
      CREATE INDEX IF NOT EXISTS changes_at ON changes (at)`);
  }

  /** Records a change of an item, or of a list when `itemId` is 0. */
  public record(change: { listId: string; itemId: number; uniqueId: string; type: number }): void {
    this.database.run(
      'INSERT INTO changes (list_id, item_id, unique_id, type, at) VALUES (?, ?, ?, ?, ?)',
      change.listId,
      change.itemId,
      change.uniqueId,
      change.type,
      this.clock.stamp()
    );
  }

  /** Entries in their order. A position that the log no longer holds gives what it still holds, as SharePoint does. */
  public read(options: { listId?: string; after?: ChangePosition; upTo?: ChangePosition; types: readonly number[]; items: boolean; lists: boolean; limit: number }): Change[] {
    this.dropOld();
    const targets = options.items && options.lists ? '' : options.items ? 'AND item_id > 0' : 'AND item_id = 0';
    const rows = this.database.rows(
      `SELECT * FROM changes WHERE sequence > ? AND sequence <= ? ${options.listId === undefined ? '' : 'AND list_id = ?'} ${targets}
       AND type IN (${options.types.join(', ') || 'NULL'}) ORDER BY sequence LIMIT ?`,
      options.after?.sequence ?? 0,
      options.upTo?.sequence ?? Number.MAX_SAFE_INTEGER,
      ...(options.listId === undefined ? [] : [options.listId]),
      options.limit
    );
    return rows.map(toChange);
  }

  /** The token that stands after the last entry. `kind` is 1 for the site, 3 for a list. */
  public currentToken(kind: 1 | 3, objectId: string): string {
    const last = this.database.row("SELECT seq FROM sqlite_sequence WHERE name = 'changes'");
    return token(kind, objectId, this.clock.now(), Number(last?.seq ?? 0));
  }

  private dropOld(): void {
    const oldest = this.clock.now().toZonedDateTimeISO('UTC').subtract({ days: KEPT_DAYS }).toInstant();
    this.database.run('DELETE FROM changes WHERE at < ?', toStamp(oldest));
  }
}

/** The token of one entry. */
export function changeToken(kind: 1 | 3, objectId: string, change: Change): string {
  return token(kind, objectId, Temporal.Instant.from(change.at), change.sequence);
}

/** The place a token stands for; nothing when it is no token. */
export function parseChangeToken(text: string): ChangePosition | undefined {
  const match = /^1;[13];[0-9a-f-]{36};\d+;(-?\d+)$/i.exec(text);
  return match ? { sequence: Number(match[1]) } : undefined;
}

function token(kind: 1 | 3, objectId: string, at: Temporal.Instant, sequence: number): string {
  return `1;${kind};${objectId};${TICKS_AT_EPOCH + at.epochNanoseconds / 100n};${sequence}`;
}

function toChange(row: SqlRow): Change {
  return {
    sequence: Number(row.sequence),
    listId: String(row.list_id),
    itemId: Number(row.item_id),
    uniqueId: String(row.unique_id),
    type: Number(row.type),
    at: String(row.at)
  };
}
