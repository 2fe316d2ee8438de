import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

/** What SQLite stores in a column of ours. */
export type SqlValue = string | number | null;

/** A row as SQLite gives it. */
export type SqlRow = Record<string, SqlValue>;

/** SQLite's extended result codes for a broken UNIQUE index and primary key. */
const UNIQUE_VIOLATIONS = [2067, 1555];

/**
 * A SQLite file whose commits are on the disk when they return: write-ahead log with `synchronous=FULL`. Calls are
 * synchronous, so a transaction is never interleaved with another request's. `fold` lowers letters of every script, which
 * SQLite's own `lower` does not.
 */
export class Database {
  private readonly connection: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private depth = 0;
  private committed: (() => void)[] = [];
  private readonly rolledBack: (() => void)[] = [];

  /** @param path the file; it is made when absent */
  public constructor(path: string) {
    this.connection = new DatabaseSync(path, { timeout: 5000 });
    this.connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536;');
    this.connection.function('fold', { deterministic: true }, (text) => (text === null ? null : String(text).toLowerCase()));
  }

  /** Runs statements that take no values: schema changes. */
  public script(sql: string): void {
    this.connection.exec(sql);
  }

  /** Runs one statement and gives how many rows it changed and the last row id. */
  public run(sql: string, ...values: SqlValue[]): { changes: number; lastId: number } {
    const result = this.prepared(sql).run(...values);
    return { changes: Number(result.changes), lastId: Number(result.lastInsertRowid) };
  }

  /** The first row, if there is one. */
  public row(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.prepared(sql).get(...values) as SqlRow | undefined;
  }

  /** Every row. */
  public rows(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.prepared(sql).all(...values) as SqlRow[];
  }

  /** A single number, e.g. of a `count(*)`; 0 without a row. */
  public count(sql: string, ...values: SqlValue[]): number {
    const row = this.row(sql, ...values);
    return row ? Number(Object.values(row)[0]) : 0;
  }

  /** All or nothing; a transaction within another one joins it. */
  public transaction<Result>(work: () => Result): Result {
    if (this.depth > 0) {
      return work();
    }
    this.connection.exec('BEGIN IMMEDIATE');
    this.depth = 1;
    let result: Result;
    try {
      result = work();
      this.connection.exec('COMMIT');
    } catch (error) {
      this.connection.exec('ROLLBACK');
      this.committed = [];
      this.forgetStatements();
      this.rolledBack.forEach((callback) => callback());
      throw error;
    } finally {
      this.depth = 0;
    }
    const callbacks = this.committed;
    this.committed = [];
    callbacks.forEach((callback) => callback());
    return result;
  }

  /** Calls back once the running transaction is on the disk; at once when none is running. */
  public afterCommit(callback: () => void): void {
    if (this.depth > 0) {
      this.committed.push(callback);
    } else {
      callback();
    }
  }

  /** Calls back whenever a transaction was undone: what was read meanwhile may never have happened. */
  public onRollback(callback: () => void): void {
    this.rolledBack.push(callback);
  }

  /** Prepared statements name columns, so a change of a table's columns makes them stale. */
  public forgetStatements(): void {
    this.statements.clear();
  }

  /** Closes the file. */
  public close(): void {
    this.statements.clear();
    this.connection.close();
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) {
      return known;
    }
    const statement = this.connection.prepare(sql);
    if (this.statements.size > 500) {
      this.statements.clear();
    }
    this.statements.set(sql, statement);
    return statement;
  }
}

/** Whether an error is SQLite's refusal of a second equal value in a unique index. */
export function isUniqueViolation(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : Number.NaN;
  return UNIQUE_VIOLATIONS.includes(code);
}
