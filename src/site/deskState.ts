import { numberOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList, absentItem } from './siteList';

/** A value that was stored and the version it was read at. */
export interface StoredValue {
  readonly value: string;
  readonly etag: string;
  /** The document that it is about, by its id in the library. */
  readonly item?: number;
}

/** A stored value with its key. */
export interface KeyedValue extends StoredValue {
  readonly key: string;
}

/** So many places of keys are remembered; whoever works through a page of documents meets each of them again soon. */
const REMEMBERED = 2000;

/** Where the service left off: one text value a key. */
export class DeskState {
  private readonly list: SiteList<typeof SITE_SCHEMA.deskState>;
  /** A key's item changes only when it was removed, so it need not be looked up again soon; nor what was just found to have none. */
  private readonly ids = new Map<string, number | 'none'>();

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.deskState);
  }

  /** The value stored under a key; undefined when there is none. */
  public async get(key: string): Promise<StoredValue | undefined> {
    const row = await this.list.find(`StateKey eq ${quoted(key)}`);
    this.remember(key, row?.Id ?? 'none');
    return row === undefined ? undefined : storedOf(row);
  }

  /**
   * The values about documents with ids in a range; read by its index.
   * @param to at most 4,000 ids further, so that the answer stays below the site's threshold
   */
  public async aboutItems(from: number, to: number): Promise<KeyedValue[]> {
    const rows = await this.list.all(`StateItem ge ${from} and StateItem le ${to}`);
    return rows.map((row) => {
      const key = textOf(row.StateKey) ?? '';
      this.remember(key, row.Id);
      return { key, ...storedOf(row) };
    });
  }

  /**
   * Stores a value.
   * @param etag the version that the value follows on; without it the value is stored whatever was there
   * @param item the document that it is about; left as it is unless given
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the stored value is no longer at `etag`
   */
  public async set(key: string, value: string, etag?: string, item?: number): Promise<string> {
    const id = this.ids.get(key) ?? (await this.idOf(key));
    if (id === 'none') {
      return this.add(key, value, etag, item);
    }
    try {
      return await this.list.update(id, { StateValue: value, ...about(item) }, etag ?? ANY_VERSION);
    } catch (error) {
      absentItem(error);
    }
    // Another service removed it.
    this.remember(key, 'none');
    return this.add(key, value, etag, item);
  }

  /** Stores a value where there is none. @returns what is stored then; of several who store at once all get the same */
  public async ensure(key: string, value: string): Promise<string> {
    const stored = await this.get(key);
    if (stored !== undefined) {
      return stored.value;
    }
    try {
      await this.insert(key, value, undefined);
      return value;
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      return this.ensure(key, value);
    }
  }

  /** Removes what is stored under a key. Doing it again does nothing. */
  public async remove(key: string): Promise<void> {
    const id = this.ids.get(key) ?? (await this.idOf(key));
    if (id !== 'none') {
      await this.list.remove(id);
      this.remember(key, 'none');
    }
  }

  private async add(key: string, value: string, etag: string | undefined, item: number | undefined): Promise<string> {
    if (etag !== undefined) {
      throw new SiteError('changedByOthers', `The stored value ${key} is no longer there`);
    }
    try {
      return await this.insert(key, value, item);
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      this.ids.delete(key);
      return this.set(key, value, undefined, item);
    }
  }

  private async insert(key: string, value: string, item: number | undefined): Promise<string> {
    const added = await this.list.add({ Title: key, StateKey: key, StateValue: value, ...about(item) });
    this.remember(key, added.id);
    return added.etag;
  }

  private async idOf(key: string): Promise<number | 'none'> {
    await this.get(key);
    return this.ids.get(key) ?? 'none';
  }

  private remember(key: string, id: number | 'none'): void {
    this.ids.delete(key);
    this.ids.set(key, id);
    if (this.ids.size > REMEMBERED) {
      this.ids.delete(this.ids.keys().next().value as string);
    }
  }
}

function storedOf(row: Row<typeof SITE_SCHEMA.deskState>): StoredValue {
  const item = numberOf(row.StateItem);
  return { value: textOf(row.StateValue) ?? '', etag: row['odata.etag'], ...(item === undefined ? {} : { item }) };
}

function about(item: number | undefined): { StateItem?: number } {
  return item === undefined ? {} : { StateItem: item };
}
