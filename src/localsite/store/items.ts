import { randomUUID } from 'node:crypto';
import type { SiteClock } from '../clock';
import { problems } from '../problem';
import type { Changes } from './changes';
import { CHANGE } from './changes';
import type { StoredContent } from './content';
import type { Database, SqlRow, SqlValue } from './database';
import { isUniqueViolation } from './database';
import type { List, Lists } from './lists';
import { keepsVersions } from './lists';
import type { Subscriptions } from './subscriptions';

/** A list item, a file or a folder. */
export interface Item {
  readonly list: List;
  readonly id: number;
  readonly guid: string;
  readonly uniqueId: string;
  readonly kind: 'item' | 'file' | 'folder';
  /** Server-relative URL of the folder it lies in. */
  readonly folder: string;
  /** Its name; for a plain list item `<id>_.000`, as in SharePoint. */
  readonly leaf: string;
  readonly version: number;
  /** Counts every change; the number within its etag. */
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly author: number;
  readonly editor: number;
  readonly content?: StoredContent;
  readonly contentTag: number;
  readonly checkedOutBy?: number;
  readonly checkInComment: string;
  /** Values of the list's own columns by internal name. */
  readonly values: Readonly<Record<string, SqlValue>>;
}

/** A version of an item. */
export interface ItemVersion {
  readonly number: number;
  readonly current: boolean;
  readonly item: Item;
}

/** What a change may set. */
export interface ItemChange {
  readonly values?: Readonly<Record<string, SqlValue>>;
  readonly content?: StoredContent;
  readonly folder?: string;
  readonly leaf?: string;
  readonly checkedOutBy?: number | null;
  readonly checkInComment?: string;
  /** Overrides what the site would record; forms may set these. */
  readonly created?: string;
  readonly modified?: string;
  readonly author?: number;
  readonly editor?: number;
  /** `false` keeps the version number, as a system update does. */
  readonly newVersion?: boolean;
  /** What the change log says; an update unless told otherwise. */
  readonly logged?: readonly number[];
}

/** The items of the lists, with their versions and their entries in the change log. */
export class Items {
  public constructor(
    private readonly database: Database,
    private readonly clock: SiteClock,
    private readonly lists: Lists,
    private readonly changes: Changes,
    private readonly subscriptions: Subscriptions
  ) {
    database.script(`CREATE TABLE IF NOT EXISTS objects (unique_id TEXT PRIMARY KEY, list_key INTEGER NOT NULL, item_id INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS versions (
      list_key INTEGER NOT NULL, item_id INTEGER NOT NULL, number INTEGER NOT NULL, snapshot TEXT NOT NULL, PRIMARY KEY (list_key, item_id, number)) WITHOUT ROWID`);
  }

  /** An item that is not in the recycle bin. */
  public get(list: List, id: number): Item | undefined {
    const row = this.database.row(`SELECT * FROM items_${list.key} WHERE id = ? AND recycled IS NULL`, id);
    return row && toItem(list, row);
  }

  /** An item that lies in the recycle bin. */
  public getRecycled(list: List, id: number): Item | undefined {
    const row = this.database.row(`SELECT * FROM items_${list.key} WHERE id = ? AND recycled IS NOT NULL`, id);
    return row && toItem(list, row);
  }

  /** A file or folder by its place. */
  public byPath(list: List, folder: string, leaf: string): Item | undefined {
    const row = this.database.row(`SELECT * FROM items_${list.key} WHERE folder = ? AND leaf = ? AND recycled IS NULL AND kind <> 'item'`, folder, leaf);
    return row && toItem(list, row);
  }

  /** An item of any list by its unique id. */
  public byUniqueId(uniqueId: string): Item | undefined {
    const object = this.database.row('SELECT list_key, item_id FROM objects WHERE unique_id = ?', uniqueId);
    const list = object && this.lists.byKey(Number(object.list_key));
    return list && !list.recycled ? this.get(list, Number(object.item_id)) : undefined;
  }

  /** The files or folders of a folder, by name. */
  public children(list: List, folder: string, kind: 'file' | 'folder'): Item[] {
    return this.database
      .rows(`SELECT * FROM items_${list.key} WHERE folder = ? AND kind = ? AND recycled IS NULL ORDER BY leaf`, folder, kind)
      .map((row) => toItem(list, row));
  }

  /** How many files and folders a folder holds. */
  public childCount(list: List, folder: string): number {
    return this.database.count(`SELECT count(*) FROM items_${list.key} WHERE folder = ? AND recycled IS NULL AND kind <> 'item'`, folder);
  }

  /** Everything below a folder, the deepest first. */
  public descendants(list: List, folder: string): Item[] {
    return this.database
      .rows(`SELECT * FROM items_${list.key} WHERE (folder = ? OR substr(folder, 1, ?) = ? COLLATE NOCASE) AND recycled IS NULL ORDER BY length(folder) DESC`, folder, folder.length + 1, `${folder}/`)
      .map((row) => toItem(list, row));
  }

  /** Adds an item; its number, its ids and its times are the site's, unless it was moved here from another list. */
  public add(list: List, item: { kind: Item['kind']; folder: string; leaf?: string; author: number; values: Readonly<Record<string, SqlValue>>; content?: StoredContent; uniqueId?: string; created?: string }): Item {
    const now = this.clock.stamp();
    const uniqueId = item.uniqueId ?? randomUUID();
    const columns: Record<string, SqlValue> = {
      guid: randomUUID(),
      unique_id: uniqueId,
      kind: item.kind,
      folder: item.folder,
      leaf: item.leaf ?? uniqueId,
      created: item.created ?? now,
      modified: now,
      author: item.author,
      editor: item.author,
      content: item.content?.hash ?? null,
      size: item.content?.size ?? null,
      content_tag: item.content ? 1 : 0,
      ...ownColumns(item.values)
    };
    return this.database.transaction(() => {
      const names = Object.keys(columns);
      const { lastId: id } = this.guarded(() =>
        this.database.run(`INSERT INTO items_${list.key} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(columns))
      );
      if (item.leaf === undefined) {
        this.database.run(`UPDATE items_${list.key} SET leaf = ? WHERE id = ?`, `${id}_.000`, id);
      }
      this.database.run('INSERT OR REPLACE INTO objects (unique_id, list_key, item_id) VALUES (?, ?, ?)', uniqueId, list.key, id);
      this.record(list, id, uniqueId, [CHANGE.add]);
      return this.get(list, id) as Item;
    });
  }

  /** Takes the next number of a list out of use. */
  public reserveId(list: List): number {
    return this.database.transaction(() => {
      const table = `items_${list.key}`;
      const next = this.database.count('SELECT seq FROM sqlite_sequence WHERE name = ?', table) + 1;
      this.database.run('DELETE FROM sqlite_sequence WHERE name = ?', table);
      this.database.run('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', table, next);
      return next;
    });
  }

  /** Changes an item; what it was before becomes a version where the list keeps versions. */
  public update(item: Item, editor: number, change: ItemChange): Item {
    const { list } = item;
    const newVersion = keepsVersions(list) && change.newVersion !== false;
    const columns: Record<string, SqlValue> = {
      modified: change.modified ?? this.clock.stamp(),
      editor,
      revision: item.revision + 1,
      version: item.version + Number(newVersion),
      ...(change.created !== undefined && { created: change.created }),
      ...(change.author !== undefined && { author: change.author }),
      ...(change.folder !== undefined && { folder: change.folder }),
      ...(change.leaf !== undefined && { leaf: change.leaf }),
      ...(change.checkedOutBy !== undefined && { checked_out_by: change.checkedOutBy }),
      ...(change.checkInComment !== undefined && { check_in_comment: change.checkInComment }),
      ...(change.content && { content: change.content.hash, size: change.content.size, content_tag: item.contentTag + 1 }),
      ...ownColumns(change.values ?? {})
    };
    return this.database.transaction(() => {
      if (newVersion) {
        this.keepVersion(item);
      }
      const names = Object.keys(columns);
      this.guarded(() => this.database.run(`UPDATE items_${list.key} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE id = ?`, ...Object.values(columns), item.id));
      this.record(list, item.id, item.uniqueId, change.logged ?? [CHANGE.update]);
      return this.get(list, item.id) as Item;
    });
  }

  /** Changes the folder of everything below a folder that was renamed or moved within its list. */
  public rebase(list: List, from: string, to: string): void {
    this.database.run(
      `UPDATE items_${list.key} SET folder = ? || substr(folder, ?) WHERE folder = ? OR substr(folder, 1, ?) = ? COLLATE NOCASE`,
      to,
      from.length + 1,
      from,
      from.length + 1,
      `${from}/`
    );
  }

  /** Removes an item for good. */
  public delete(item: Item): void {
    this.database.transaction(() => {
      this.erase(item);
      this.record(item.list, item.id, item.uniqueId, [CHANGE.deleteObject]);
    });
  }

  /** Removes an item that lies in the recycle bin; the log has its deletion already. */
  public erase(item: Item): void {
    this.database.run(`DELETE FROM items_${item.list.key} WHERE id = ?`, item.id);
    this.database.run('DELETE FROM objects WHERE unique_id = ? AND list_key = ?', item.uniqueId, item.list.key);
    this.database.run('DELETE FROM versions WHERE list_key = ? AND item_id = ?', item.list.key, item.id);
  }

  /** Puts an item into the recycle bin, or takes it out. */
  public setRecycled(item: Item, recycleId: string | null): void {
    this.guarded(() => this.database.run(`UPDATE items_${item.list.key} SET recycled = ? WHERE id = ?`, recycleId, item.id));
    this.record(item.list, item.id, item.uniqueId, [recycleId === null ? CHANGE.restore : CHANGE.deleteObject]);
  }

  /** The versions of an item, the newest first. */
  public versions(item: Item): ItemVersion[] {
    const past = this.database.rows('SELECT number, snapshot FROM versions WHERE list_key = ? AND item_id = ? ORDER BY number DESC', item.list.key, item.id);
    return [
      { number: item.version, current: true, item },
      ...past.map((row) => ({ number: Number(row.number), current: false, item: JSON.parse(String(row.snapshot)) as Omit<Item, 'list'> })).map((version) => ({
        ...version,
        item: { ...version.item, list: item.list }
      }))
    ];
  }

  /** Removes a version that is not the current one. */
  public deleteVersion(item: Item, number: number): void {
    this.database.run('DELETE FROM versions WHERE list_key = ? AND item_id = ? AND number = ?', item.list.key, item.id, number);
  }

  private keepVersion(item: Item): void {
    const { list, ...snapshot } = item;
    this.database.run('INSERT OR REPLACE INTO versions (list_key, item_id, number, snapshot) VALUES (?, ?, ?, ?)', list.key, item.id, item.version, JSON.stringify(snapshot));
    const limit = Number(list.properties.MajorVersionLimit ?? 0);
    if (limit > 0) {
      this.database.run('DELETE FROM versions WHERE list_key = ? AND item_id = ? AND number <= ?', list.key, item.id, item.version + 1 - limit);
    }
  }

  private record(list: List, itemId: number, uniqueId: string, types: readonly number[]): void {
    types.forEach((type) => this.changes.record({ listId: list.id, itemId, uniqueId, type }));
    this.lists.touch(list);
    this.subscriptions.markChanged(list.id);
  }

  private guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw isUniqueViolation(error) ? problems.duplicateValue() : error;
    }
  }
}

/** The server-relative URL of an item. */
export function pathOf(item: Item): string {
  return `${item.folder}/${item.leaf}`;
}

/** A row of a list's table as an item. */
export function toItem(list: List, row: SqlRow): Item {
  const values: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name.startsWith('c:')) {
      values[name.slice(2)] = value;
    }
  }
  return {
    list,
    id: Number(row.id),
    guid: String(row.guid),
    uniqueId: String(row.unique_id),
    kind: row.kind as Item['kind'],
    folder: String(row.folder),
    leaf: String(row.leaf),
    version: Number(row.version),
    revision: Number(row.revision),
    created: String(row.created),
    modified: String(row.modified),
    author: Number(row.author),
    editor: Number(row.editor),
    ...(row.content !== null && { content: { hash: String(row.content), size: Number(row.size) } }),
    contentTag: Number(row.content_tag),
    ...(row.checked_out_by !== null && { checkedOutBy: Number(row.checked_out_by) }),
    checkInComment: String(row.check_in_comment),
    values
  };
}

function ownColumns(values: Readonly<Record<string, SqlValue>>): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`c:${name}`, value]));
}

function quoted(name: string): string {
  return `"${name}"`;
}
