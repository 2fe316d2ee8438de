import { randomUUID } from 'node:crypto';
import { problems } from '../problem';
import type { Database, SqlRow } from './database';
import { isUniqueViolation } from './database';
import { COLUMN_KIND, SYSTEM_COLUMNS, TITLE_ID, columnSql, propertyName, sqlType, systemColumn } from './columns';

/** A column of a list, or of the site when `listKey` is 0. */
export interface Field {
  readonly id: string;
  readonly listKey: number;
  /** SharePoint's internal name; never changes. */
  readonly name: string;
  readonly title: string;
  readonly kind: number;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly hidden: boolean;
  /** Everything else that was set, by SharePoint's property names. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a new column is made of. */
export interface NewField {
  readonly id?: string;
  readonly name?: string;
  readonly title: string;
  readonly kind: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Kinds whose values SharePoint indexes. */
const INDEXABLE: readonly number[] = [
  COLUMN_KIND.text,
  COLUMN_KIND.choice,
  COLUMN_KIND.number,
  COLUMN_KIND.currency,
  COLUMN_KIND.boolean,
  COLUMN_KIND.dateTime,
  COLUMN_KIND.user,
  COLUMN_KIND.lookup,
  COLUMN_KIND.integer,
  COLUMN_KIND.file
];

/** Properties that are kept in columns of their own. */
const OWN = ['Title', 'FieldTypeKind', 'Indexed', 'EnforceUniqueValues', 'Required', 'ReadOnlyField', 'Hidden', 'InternalName', 'StaticName', 'SchemaXml', 'Id'];

/** The columns of the lists; an indexed column is an indexed column of SQLite. */
export class Fields {
  private readonly cache = new Map<number, readonly Field[]>();

  public constructor(private readonly database: Database) {
    database.onRollback(() => this.cache.clear());
    database.script(`CREATE TABLE IF NOT EXISTS fields (
      list_key INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL, kind INTEGER NOT NULL,
      indexed INTEGER NOT NULL, is_unique INTEGER NOT NULL, required INTEGER NOT NULL, read_only INTEGER NOT NULL, hidden INTEGER NOT NULL,
      properties TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (list_key, id)) WITHOUT ROWID;
      CREATE UNIQUE INDEX IF NOT EXISTS fields_name ON fields (list_key, name)`);
  }

  /** Every column of a list in the order of their making. */
  public all(listKey: number): readonly Field[] {
    const known = this.cache.get(listKey);
    if (known) {
      return known;
    }
    const fields = this.database.rows('SELECT * FROM fields WHERE list_key = ? ORDER BY position', listKey).map(toField);
    this.cache.set(listKey, fields);
    return fields;
  }

  /** The column with an internal name. */
  public byName(listKey: number, name: string): Field | undefined {
    const wanted = name.toLowerCase();
    return this.all(listKey).find((field) => field.name.toLowerCase() === wanted);
  }

  /** The column that an item's REST property stands for, e.g. `MeetingId`, `AuthorId`, `OData__UIVersionString`. */
  public byProperty(listKey: number, property: string): Field | undefined {
    return this.all(listKey).find((field) => propertyName(field.name) === property) ?? this.byName(listKey, property);
  }

  /** Gives a new list, or the site itself, the columns that everything has. */
  public addSystemColumns(listKey: number): void {
    for (const column of SYSTEM_COLUMNS) {
      this.insert({ listKey, id: column.id, name: column.name, title: column.title, kind: column.kind, properties: {}, system: true });
    }
    this.insert({ listKey, id: TITLE_ID, name: 'Title', title: 'Title', kind: COLUMN_KIND.text, properties: { MaxLength: 255 } });
  }

  /**
   * Adds a column.
   * @throws SharePointProblem when the name is taken or the type is unknown
   */
  public add(listKey: number, field: NewField): Field {
    const base = (field.name ?? field.title).slice(0, 200);
    if (field.title.trim() === '') {
      throw problems.badArgument('The field has no title.');
    }
    if (this.all(listKey).some((known) => known.title.toLowerCase() === field.title.toLowerCase() && known.name.toLowerCase() === internalName(base).toLowerCase())) {
      throw problems.duplicateField(field.title);
    }
    const name = this.freeName(listKey, internalName(base));
    return this.database.transaction(() => {
      if (listKey !== 0) {
        this.database.script(`ALTER TABLE items_${listKey} ADD COLUMN "c:${name}" ${sqlType(field.kind)}`);
        this.database.forgetStatements();
      }
      const id = (field.id ?? randomUUID()).toLowerCase();
      this.insert({ listKey, id, name, title: field.title, kind: field.kind, properties: {} });
      this.cache.delete(listKey);
      return this.update(this.byName(listKey, name) as Field, field.properties);
    });
  }

  /**
   * Changes a column's settings.
   * @throws SharePointProblem when values that are there already are not unique
   */
  public update(field: Field, changes: Readonly<Record<string, unknown>>): Field {
    const flag = (name: string, current: boolean): boolean => (typeof changes[name] === 'boolean' ? (changes[name] as boolean) : current);
    const unique = flag('EnforceUniqueValues', field.unique);
    const indexed = flag('Indexed', field.indexed) || unique;
    const rest = Object.fromEntries(Object.entries(changes).filter(([name]) => !OWN.includes(name)));
    this.database.transaction(() => {
      this.database.run(
        'UPDATE fields SET title = ?, indexed = ?, is_unique = ?, required = ?, read_only = ?, hidden = ?, properties = ? WHERE list_key = ? AND id = ?',
        typeof changes.Title === 'string' ? changes.Title : field.title,
        Number(indexed),
        Number(unique),
        Number(flag('Required', field.required)),
        Number(flag('ReadOnlyField', field.readOnly)),
        Number(flag('Hidden', field.hidden)),
        JSON.stringify({ ...field.properties, ...withoutEnvelope(rest) }),
        field.listKey,
        field.id
      );
      if (indexed !== field.indexed || unique !== field.unique) {
        this.setIndex(field, indexed, unique);
      }
    });
    this.cache.delete(field.listKey);
    return this.byName(field.listKey, field.name) as Field;
  }

  /**
   * Removes a column with its values.
   * @throws SharePointProblem for a column of the system
   */
  public delete(field: Field): void {
    if (systemColumn(field.name) || field.name === 'Title') {
      throw problems.systemObject(field.title);
    }
    this.database.transaction(() => {
      if (field.listKey !== 0) {
        this.setIndex(field, false, false);
        this.database.script(`ALTER TABLE items_${field.listKey} DROP COLUMN "c:${field.name}"`);
        this.database.forgetStatements();
      }
      this.database.run('DELETE FROM fields WHERE list_key = ? AND id = ?', field.listKey, field.id);
    });
    this.cache.delete(field.listKey);
  }

  private setIndex(field: Field, indexed: boolean, unique: boolean): void {
    if (field.listKey === 0) {
      return;
    }
    if (indexed && !INDEXABLE.includes(field.kind)) {
      throw problems.badArgument(`The field ${field.title} cannot be indexed.`);
    }
    const index = `"index_${field.listKey}_${field.name}"`;
    this.database.script(`DROP INDEX IF EXISTS ${index}`);
    if (!indexed) {
      return;
    }
    try {
      this.database.script(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${index} ON items_${field.listKey} (${columnSql(field.name)}) WHERE recycled IS NULL`);
    } catch (error) {
      throw isUniqueViolation(error) ? problems.duplicateValuesExist() : error;
    }
  }

  private insert(field: { listKey: number; id: string; name: string; title: string; kind: number; properties: Record<string, unknown>; system?: boolean }): void {
    this.database.run(
      'INSERT INTO fields SELECT ?, ?, ?, ?, ?, 0, 0, 0, ?, 0, ?, coalesce(max(position), 0) + 1 FROM fields WHERE list_key = ?',
      field.listKey,
      field.id,
      field.name,
      field.title,
      field.kind,
      Number(field.system ?? false),
      JSON.stringify(field.properties),
      field.listKey
    );
    this.cache.delete(field.listKey);
  }

  private freeName(listKey: number, name: string): string {
    for (let suffix = 0; ; suffix += 1) {
      const candidate = suffix === 0 ? name : `${name}${suffix - 1}`;
      if (!this.byName(listKey, candidate)) {
        return candidate;
      }
    }
  }
}

/** SharePoint's internal name for a title: what is no letter, digit or underscore becomes `_x0020_` and the like. */
function internalName(title: string): string {
  const encoded = [...title]
    .map((character) => (/[\p{L}\p{N}_]/u.test(character) ? character : `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`))
    .join('');
  return encoded.slice(0, 64).replaceAll('"', '');
}

/** Verbose JSON wraps lists as `{ results: [...] }` and carries `__metadata`. */
function withoutEnvelope(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => name !== '__metadata')
      .map(([name, value]) => [name, (value as { results?: unknown } | null)?.results ?? value])
  );
}

function toField(row: SqlRow): Field {
  return {
    id: String(row.id),
    listKey: Number(row.list_key),
    name: String(row.name),
    title: String(row.title),
    kind: Number(row.kind),
    indexed: row.indexed === 1 || row.name === 'ID',
    unique: row.is_unique === 1,
    required: row.required === 1,
    readOnly: row.read_only === 1,
    hidden: row.hidden === 1,
    properties: JSON.parse(String(row.properties)) as Record<string, unknown>
  };
}
