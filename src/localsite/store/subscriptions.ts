import { randomUUID } from 'node:crypto';
import type { Database, SqlRow } from './database';

/** A webhook: someone who wants to know when a list has changed. */
export interface Subscription {
  readonly id: string;
  readonly listId: string;
  readonly notificationUrl: string;
  readonly clientState?: string;
  /** UTC to the second. */
  readonly expires: string;
}

/** The webhooks of the site's lists, and which of them are still to be told of a change. */
export class Subscriptions {
  private listener: () => void = () => undefined;

  public constructor(private readonly database: Database) {
    database.script(`CREATE TABLE IF NOT EXISTS subscriptions (
      id TEXT PRIMARY KEY, list_id TEXT NOT NULL, url TEXT NOT NULL, client_state TEXT, expires TEXT NOT NULL, pending INTEGER NOT NULL DEFAULT 0)`);
  }

  /** Every webhook of a list. */
  public ofList(listId: string): Subscription[] {
    return this.database.rows('SELECT * FROM subscriptions WHERE list_id = ? ORDER BY rowid', listId).map(toSubscription);
  }

  /** Adds a webhook. */
  public add(subscription: Omit<Subscription, 'id'>): Subscription {
    const id = randomUUID();
    const { listId, notificationUrl, clientState = null, expires } = subscription;
    this.database.run('INSERT INTO subscriptions (id, list_id, url, client_state, expires) VALUES (?, ?, ?, ?, ?)', id, listId, notificationUrl, clientState, expires);
    return { ...subscription, id };
  }

  /** Changes a webhook. */
  public update(subscription: Subscription): void {
    const { id, notificationUrl, clientState = null, expires } = subscription;
    this.database.run('UPDATE subscriptions SET url = ?, client_state = ?, expires = ? WHERE id = ?', notificationUrl, clientState, expires, id);
  }

  /** Removes a webhook. */
  public delete(id: string): void {
    this.database.run('DELETE FROM subscriptions WHERE id = ?', id);
  }

  /** Removes every webhook whose time has run out. */
  public deleteExpired(now: string): void {
    this.database.run('DELETE FROM subscriptions WHERE expires <= ?', now);
  }

  /** Notes, with the change itself, that a list's webhooks are to be told. */
  public markChanged(listId: string): void {
    const { changes } = this.database.run('UPDATE subscriptions SET pending = pending + 1 WHERE list_id = ?', listId);
    if (changes > 0) {
      this.database.afterCommit(() => this.listener());
    }
  }

  /** The webhooks that are to be told, and of how many changes; a kill does not lose them. */
  public pending(): { subscription: Subscription; count: number }[] {
    return this.database.rows('SELECT * FROM subscriptions WHERE pending > 0').map((row) => ({ subscription: toSubscription(row), count: Number(row.pending) }));
  }

  /** Notes that a webhook was told of that many changes, or given up; later changes stay to be told. */
  public settle(id: string, count: number): void {
    this.database.run('UPDATE subscriptions SET pending = max(0, pending - ?) WHERE id = ?', count, id);
  }

  /** Calls back after a commit that concerns a webhook. */
  public onPending(listener: () => void): void {
    this.listener = listener;
  }
}

function toSubscription(row: SqlRow): Subscription {
  return {
    id: String(row.id),
    listId: String(row.list_id),
    notificationUrl: String(row.url),
    ...(row.client_state !== null && { clientState: String(row.client_state) }),
    expires: String(row.expires)
  };
}
