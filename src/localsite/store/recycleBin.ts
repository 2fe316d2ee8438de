import { randomUUID } from 'node:crypto';
import type { SiteClock } from '../clock';
import { problems } from '../problem';
import type { Database, SqlRow } from './database';
import type { Item, Items } from './items';
import type { List, Lists } from './lists';

/** Something in the recycle bin. */
export interface RecycledObject {
  readonly id: string;
  readonly listKey: number;
  /** 0 for a whole list. */
  readonly itemId: number;
  readonly leaf: string;
  readonly folder: string;
  readonly size: number;
  readonly deletedAt: string;
  readonly deletedBy: number;
  /** SharePoint's number: 1 file, 3 list item, 4 list, 5 folder. */
  readonly itemType: number;
}

const ITEM_TYPES = { file: 1, item: 3, folder: 5 } as const;
const LIST_TYPE = 4;

/** What users recycled and can have back. Deleting, as through REST, is for good. */
export class RecycleBin {
  public constructor(
    private readonly database: Database,
    private readonly clock: SiteClock,
    private readonly lists: Lists,
    private readonly items: Items
  ) {
    database.script(`CREATE TABLE IF NOT EXISTS recycled (
      id TEXT PRIMARY KEY, list_key INTEGER NOT NULL, item_id INTEGER NOT NULL, leaf TEXT NOT NULL, folder TEXT NOT NULL, size INTEGER NOT NULL,
      deleted_at TEXT NOT NULL, deleted_by INTEGER NOT NULL, item_type INTEGER NOT NULL)`);
  }

  /** Everything in the bin, the newest first. */
  public all(): RecycledObject[] {
    return this.database.rows('SELECT * FROM recycled ORDER BY deleted_at DESC, rowid DESC').map(toRecycledObject);
  }

  /**
   * One object.
   * @throws SharePointProblem 404
   */
  public find(id: string): RecycledObject {
    const row = this.database.row('SELECT * FROM recycled WHERE id = ?', id);
    if (!row) {
      throw problems.notFound();
    }
    return toRecycledObject(row);
  }

  /** Recycles an item, with what lies below it when it is a folder; gives the bin's id. */
  public recycleItem(item: Item, userId: number): string {
    const id = randomUUID();
    this.database.transaction(() => {
      if (item.kind === 'folder') {
        this.items.descendants(item.list, `${item.folder}/${item.leaf}`).forEach((below) => this.items.setRecycled(below, id));
      }
      this.items.setRecycled(item, id);
      this.insert({ id, listKey: item.list.key, itemId: item.id, leaf: item.leaf, folder: item.folder, size: item.content?.size ?? 0, deletedBy: userId, itemType: ITEM_TYPES[item.kind] });
    });
    return id;
  }

  /** Recycles a list; gives the bin's id. */
  public recycleList(list: List, userId: number): string {
    const id = randomUUID();
    this.database.transaction(() => {
      this.lists.setRecycled(list, id);
      this.insert({ id, listKey: list.key, itemId: 0, leaf: list.title, folder: list.folder, size: 0, deletedBy: userId, itemType: LIST_TYPE });
    });
    return id;
  }

  /** Puts an object back where it was. */
  public restore(object: RecycledObject): void {
    this.database.transaction(() => {
      const list = this.list(object);
      if (object.itemId === 0) {
        this.lists.setRecycled(list, null);
      } else {
        this.itemsOf(object, list).forEach((item) => this.items.setRecycled(item, null));
      }
      this.database.run('DELETE FROM recycled WHERE id = ?', object.id);
    });
  }

  /** Removes an object for good. */
  public erase(object: RecycledObject): void {
    this.database.transaction(() => {
      const list = this.list(object);
      if (object.itemId === 0) {
        this.lists.delete(list);
      } else {
        this.itemsOf(object, list).forEach((item) => this.items.erase(item));
      }
      this.database.run('DELETE FROM recycled WHERE id = ?', object.id);
    });
  }

  private itemsOf(object: RecycledObject, list: List): Item[] {
    return this.database
      .rows(`SELECT id FROM items_${list.key} WHERE recycled = ? ORDER BY length(folder)`, object.id)
      .map((row) => this.items.getRecycled(list, Number(row.id)) as Item);
  }

  private list(object: RecycledObject): List {
    const list = this.lists.byKey(object.listKey);
    if (!list) {
      throw problems.noList();
    }
    return list;
  }

  private insert(object: Omit<RecycledObject, 'deletedAt'>): void {
    this.database.run(
      'INSERT INTO recycled VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      object.id,
      object.listKey,
      object.itemId,
      object.leaf,
      object.folder,
      object.size,
      this.clock.stamp(),
      object.deletedBy,
      object.itemType
    );
  }
}

function toRecycledObject(row: SqlRow): RecycledObject {
  return {
    id: String(row.id),
    listKey: Number(row.list_key),
    itemId: Number(row.item_id),
    leaf: String(row.leaf),
    folder: String(row.folder),
    size: Number(row.size),
    deletedAt: String(row.deleted_at),
    deletedBy: Number(row.deleted_by),
    itemType: Number(row.item_type)
  };
}
