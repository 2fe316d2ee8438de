import { randomUUID } from 'node:crypto';
import type { SiteClock } from '../clock';
import { problems } from '../problem';
import type { Changes } from './changes';
import { CHANGE } from './changes';
import type { Database, SqlRow } from './database';
import type { Fields } from './fields';

/** SharePoint's numbers for kinds of lists that this site knows. */
export const LIST_TEMPLATE = { genericList: 100, documentLibrary: 101, sitePages: 119 } as const;

/** A list or a document library. */
export interface List {
  /** Number of its table. */
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly template: number;
  /** Server-relative URL of its root folder. */
  readonly folder: string;
  readonly folderId: string;
  /** The settings that were made, by SharePoint's property names. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly created: string;
  readonly itemsModified: string;
  readonly author: number;
  /** Set while the list lies in the recycle bin. */
  readonly recycled?: string;
}

/** Settings of a list that programs may change. */
const SETTINGS = [
  'AllowContentTypes', 'BaseTemplate', 'ContentTypesEnabled', 'DefaultContentApprovalWorkflowId', 'Description', 'Direction', 'DraftVersionVisibility',
  'EnableAttachments', 'EnableFolderCreation', 'EnableMinorVersions', 'EnableModeration', 'EnableVersioning', 'ForceCheckout', 'Hidden', 'ImageUrl',
  'IrmEnabled', 'MajorVersionLimit', 'MajorWithMinorVersionsLimit', 'MultipleDataList', 'NoCrawl', 'OnQuickLaunch', 'ReadSecurity', 'Title',
  'ValidationFormula', 'ValidationMessage', 'WriteSecurity', 'DisableGridEditing', 'ListExperienceOptions'
];

/** The lists of the site. Each has a table of its own, with a real column for each of its columns. */
export class Lists {
  private readonly cache = new Map<string, List>();

  public constructor(
    private readonly database: Database,
    private readonly clock: SiteClock,
    private readonly fields: Fields,
    private readonly changes: Changes,
    private readonly sitePath: string
  ) {
    database.script(`CREATE TABLE IF NOT EXISTS lists (
      key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL COLLATE NOCASE, template INTEGER NOT NULL,
      folder TEXT NOT NULL COLLATE NOCASE, folder_id TEXT NOT NULL, properties TEXT NOT NULL, created TEXT NOT NULL, items_modified TEXT NOT NULL,
      author INTEGER NOT NULL, recycled TEXT)`);
    database.onRollback(() => this.cache.clear());
  }

  /** Every list that is not in the recycle bin. */
  public all(): List[] {
    return this.database.rows('SELECT * FROM lists WHERE recycled IS NULL ORDER BY title').map(toList);
  }

  /** A list by id. */
  public byId(id: string): List | undefined {
    const known = this.cache.get(id);
    if (known) {
      return known;
    }
    const row = this.database.row('SELECT * FROM lists WHERE id = ? AND recycled IS NULL', id);
    const list = row && toList(row);
    if (list) {
      this.cache.set(id, list);
    }
    return list;
  }

  /** A list by the number of its table, also one in the recycle bin. */
  public byKey(key: number): List | undefined {
    const row = this.database.row('SELECT * FROM lists WHERE key = ?', key);
    return row && toList(row);
  }

  /** A list by its title. */
  public byTitle(title: string): List | undefined {
    const row = this.database.row('SELECT * FROM lists WHERE title = ? AND recycled IS NULL', title);
    return row && toList(row);
  }

  /** The list that a server-relative path lies in. */
  public containing(path: string): List | undefined {
    const wanted = `${path.toLowerCase()}/`;
    return this.all().find((list) => wanted.startsWith(`${list.folder.toLowerCase()}/`));
  }

  /**
   * Adds a list.
   * @throws SharePointProblem when the title is taken, empty or too long, or a setting is unknown
   */
  public add(settings: { title: string; template: number; properties: Readonly<Record<string, unknown>>; author: number; leaf?: string }): List {
    const { title, template, properties, author } = settings;
    this.checkTitle(title);
    if (!Object.values<number>(LIST_TEMPLATE).includes(template)) {
      throw problems.badArgument('Invalid list template.');
    }
    const now = this.clock.stamp();
    return this.database.transaction(() => {
      const { lastId: key } = this.database.run(
        'INSERT INTO lists (id, title, template, folder, folder_id, properties, created, items_modified, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        randomUUID(),
        title,
        template,
        this.freeFolder(settings.leaf ?? title, template),
        randomUUID(),
        JSON.stringify({ EnableVersioning: template !== LIST_TEMPLATE.genericList, EnableAttachments: template === LIST_TEMPLATE.genericList, ...checkedSettings(properties) }),
        now,
        now,
        author
      );
      this.createTable(key);
      this.fields.addSystemColumns(key);
      const list = this.byKey(key) as List;
      this.changes.record({ listId: list.id, itemId: 0, uniqueId: list.folderId, type: CHANGE.add });
      return list;
    });
  }

  /**
   * Changes settings.
   * @throws SharePointProblem for a taken title or an unknown setting
   */
  public update(list: List, changes: Readonly<Record<string, unknown>>): void {
    const title = typeof changes.Title === 'string' ? changes.Title : list.title;
    if (title.toLowerCase() !== list.title.toLowerCase()) {
      this.checkTitle(title);
    }
    this.database.transaction(() => {
      this.database.run('UPDATE lists SET title = ?, properties = ? WHERE key = ?', title, JSON.stringify({ ...list.properties, ...checkedSettings(changes) }), list.key);
      this.changes.record({ listId: list.id, itemId: 0, uniqueId: list.folderId, type: CHANGE.update });
    });
    this.cache.delete(list.id);
  }

  /** Removes a list with everything in it. */
  public delete(list: List): void {
    this.database.transaction(() => {
      this.database.script(`DROP TABLE items_${list.key}`);
      this.database.run('DELETE FROM lists WHERE key = ?', list.key);
      this.database.run('DELETE FROM fields WHERE list_key = ?', list.key);
      this.database.run('DELETE FROM objects WHERE list_key = ?', list.key);
      this.database.run('DELETE FROM versions WHERE list_key = ?', list.key);
      this.database.run('DELETE FROM recycled WHERE list_key = ? AND item_id > 0', list.key);
      this.database.run('DELETE FROM subscriptions WHERE list_id = ?', list.id);
      this.changes.record({ listId: list.id, itemId: 0, uniqueId: list.folderId, type: CHANGE.deleteObject });
    });
    this.database.forgetStatements();
    this.cache.delete(list.id);
  }

  /** Puts a list into the recycle bin, or takes it out. */
  public setRecycled(list: List, recycleId: string | null): void {
    this.database.run('UPDATE lists SET recycled = ? WHERE key = ?', recycleId, list.key);
    this.changes.record({ listId: list.id, itemId: 0, uniqueId: list.folderId, type: recycleId === null ? CHANGE.restore : CHANGE.deleteObject });
    this.cache.delete(list.id);
  }

  /** How many items, files and folders a list holds. */
  public itemCount(list: List): number {
    return this.database.count(`SELECT count(*) FROM items_${list.key} WHERE recycled IS NULL`);
  }

  /** Notes that something in the list changed. */
  public touch(list: List): void {
    this.database.run('UPDATE lists SET items_modified = ? WHERE key = ?', this.clock.stamp(), list.key);
    this.cache.delete(list.id);
  }

  /** Each table numbers its items itself; a number is never used twice. */
  private createTable(key: number): void {
    this.database.script(`CREATE TABLE items_${key} (
      id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL, unique_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, folder TEXT NOT NULL COLLATE NOCASE,
      leaf TEXT NOT NULL COLLATE NOCASE, version INTEGER NOT NULL DEFAULT 1, revision INTEGER NOT NULL DEFAULT 1, created TEXT NOT NULL, modified TEXT NOT NULL,
      author INTEGER NOT NULL, editor INTEGER NOT NULL, content TEXT, size INTEGER, content_tag INTEGER NOT NULL DEFAULT 0,
      checked_out_by INTEGER, check_in_comment TEXT NOT NULL DEFAULT '', recycled TEXT, "c:Title" TEXT COLLATE NOCASE);
      CREATE UNIQUE INDEX path_${key} ON items_${key} (folder, leaf) WHERE recycled IS NULL AND kind <> 'item';
      CREATE INDEX live_${key} ON items_${key} (id) WHERE recycled IS NULL`);
  }

  private checkTitle(title: string): void {
    if (title.trim() === '' || title.length > 255) {
      throw problems.badArgument('Specified argument was out of the range of valid values.\r\nParameter name: title');
    }
    if (this.byTitle(title)) {
      throw problems.duplicateList();
    }
  }

  private freeFolder(name: string, template: number): string {
    const leaf = name.replace(/["*:<>?/\\|#%&{}~]/g, '').trim().slice(0, 50).trim() || 'List';
    const parent = template === LIST_TEMPLATE.genericList ? `${this.sitePath}/Lists` : this.sitePath;
    for (let suffix = 0; ; suffix += 1) {
      const folder = `${parent}/${leaf}${suffix === 0 ? '' : suffix}`;
      if (!this.database.row('SELECT 1 FROM lists WHERE folder = ?', folder)) {
        return folder;
      }
    }
  }
}

/** Whether a list keeps the versions of its items. */
export function keepsVersions(list: List): boolean {
  return list.properties.EnableVersioning === true;
}

/** Whether a list holds files. */
export function isLibrary(list: List): boolean {
  return list.template !== LIST_TEMPLATE.genericList;
}

/** The REST type of the items of a list, e.g. `SP.Data.MeetingsListItem`. */
export function itemType(list: List): string {
  const leaf = list.folder.slice(list.folder.lastIndexOf('/') + 1);
  const name = leaf.charAt(0).toUpperCase() + leaf.slice(1).replaceAll(' ', '_x0020_').replaceAll('_', '_x005f_').replaceAll('_x005f_x0020_x005f_', '_x0020_');
  return isLibrary(list) ? `SP.Data.${name}Item` : `SP.Data.${name}ListItem`;
}

function checkedSettings(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  for (const name of Object.keys(settings)) {
    if (name !== '__metadata' && !SETTINGS.includes(name)) {
      throw problems.unknownProperty(name, 'SP.List');
    }
  }
  const { Title: _title, BaseTemplate: _template, __metadata: _metadata, ...rest } = settings;
  return rest;
}

function toList(row: SqlRow): List {
  return {
    key: Number(row.key),
    id: String(row.id),
    title: String(row.title),
    template: Number(row.template),
    folder: String(row.folder),
    folderId: String(row.folder_id),
    properties: JSON.parse(String(row.properties)) as Record<string, unknown>,
    created: String(row.created),
    itemsModified: String(row.items_modified),
    author: Number(row.author),
    ...(row.recycled !== null && { recycled: String(row.recycled) })
  };
}
