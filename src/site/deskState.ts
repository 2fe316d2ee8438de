import { textOf } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** A value that was stored and the version it was read at. */
export interface StoredValue {
  readonly value: string;
  readonly etag: string;
}

/** Where the service left off: one text value a key. */
export class DeskState {
  private readonly list: SiteList<typeof SITE_SCHEMA.deskState>;
  /** A key's item never changes, so it is looked up once. */
  private readonly ids = new Map<string, number>();

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.deskState);
  }

  /** The value stored under a key; undefined when there is none. */
  public async get(key: string): Promise<StoredValue | undefined> {
    const row = await this.list.find(`StateKey eq ${quoted(key)}`);
    if (row === undefined) {
      return undefined;
    }
    this.ids.set(key, row.Id);
    return { value: textOf(row.StateValue) ?? '', etag: row['odata.etag'] };
  }

  /**
   * Stores a value.
   * @param etag the version that the value follows on; without it the value is stored whatever was there
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the stored value is no longer at `etag`
   */
  public async set(key: string, value: string, etag?: string): Promise<string> {
    const id = this.ids.get(key) ?? (await this.idOf(key));
    if (id === undefined) {
      return this.add(key, value, etag);
    }
    return this.list.update(id, { StateValue: value }, etag ?? ANY_VERSION);
  }

  private async add(key: string, value: string, etag: string | undefined): Promise<string> {
    if (etag !== undefined) {
      throw new SiteError('changedByOthers', `The stored value ${key} is no longer there`);
    }
    try {
      const added = await this.list.add({ Title: key, StateKey: key, StateValue: value });
      this.ids.set(key, added.id);
      return added.etag;
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      return this.set(key, value);
    }
  }

  private async idOf(key: string): Promise<number | undefined> {
    await this.get(key);
    return this.ids.get(key);
  }
}
