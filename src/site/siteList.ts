import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { IList } from '@pnp/sp/lists';
import { selectedColumns } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import type { ListSchema } from './schema';

/** An item's id and the etag of the version that was written. */
export interface Written {
  readonly id: number;
  readonly etag: string;
}

/** Ids of a list, both ends included; at most 4,000, so that a request for them stays below the site's threshold. */
export interface IdRange {
  readonly from: number;
  readonly to: number;
}

/** The filter for a range of ids. */
export function inRange({ from, to }: IdRange): string {
  return `Id ge ${from} and Id le ${to}`;
}

/** Whatever the version; for writes that touch only columns nobody else writes. */
export const ANY_VERSION = '*';

/** Well below the site's limit of 5,000, and small enough for one answer to stay light. */
const PAGE_SIZE = 1000;

/** One list of the site with the columns of its schema: the requests that all collections share. */
export class SiteList<S extends ListSchema> {
  public constructor(
    private readonly connection: SiteConnection,
    public readonly schema: S
  ) {}

  /** The list itself, for requests of one collection only. */
  public get list(): IList {
    return this.connection.sp.web.lists.getByTitle(this.schema.title);
  }

  /** The item with an id; undefined when there is none. */
  public async get(id: number): Promise<Row<S> | undefined> {
    try {
      return await this.list.items.getById(id).select(...selectedColumns(this.schema))<Row<S>>();
    } catch (error) {
      return absentItem(error);
    }
  }

  /**
   * The items that a filter lets through, in order of their ids, read page by page. The filter must begin with an
   * indexed column when the list may pass 5,000 items.
   */
  public async all(filter?: string): Promise<Row<S>[]> {
    const rows: Row<S>[] = [];
    for await (const page of this.pages(filter)) {
      rows.push(...page);
    }
    return rows;
  }

  /** As {@link all}, one page at a time, so that a long list need not be held. Without a filter the list may be of any length. */
  public async *pages(filter?: string): AsyncGenerator<Row<S>[]> {
    for (let after = 0; ; ) {
      const request = this.list.items.select(...selectedColumns(this.schema)).top(PAGE_SIZE);
      // By the site's own mark of a page: a condition on the id would count all later items against the threshold.
      const page = await (filter === undefined ? request : request.filter(filter)).skip(after)<Row<S>[]>();
      yield page;
      if (page.length < PAGE_SIZE) {
        return;
      }
      after = page[page.length - 1].Id;
    }
  }

  /** How many items the list has. */
  public async count(): Promise<number> {
    const { ItemCount } = await this.list.select('ItemCount')<{ ItemCount: number }>();
    return ItemCount;
  }

  /** The one item that a filter on a unique column lets through. */
  public async find(filter: string): Promise<Row<S> | undefined> {
    const [row] = await this.list.items
      .select(...selectedColumns(this.schema))
      .filter(filter)
      .top(1)<Row<S>[]>();
    return row;
  }

  /** @throws SiteError `duplicate` when a unique column's value is taken; `unreachable` when it may have been added */
  public async add(values: RowValues<S>): Promise<Written> {
    const row = await this.list.items.add(values);
    return { id: row.Id, etag: row['odata.etag'] };
  }

  /**
   * Writes columns of an item.
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item is no longer at `etag`
   */
  public async update(id: number, values: RowValues<S>, etag: string): Promise<string> {
    const { etag: newEtag } = (await this.list.items.getById(id).update(values, etag)) as { etag: string | null };
    if (newEtag === null) {
      throw new SiteError('unexpected', `The site answered an update of ${this.schema.title} without an etag`);
    }
    return newEtag;
  }

  /** Removes an item for good; one that is gone already is no error. */
  public async remove(id: number): Promise<void> {
    try {
      await this.list.items.getById(id).delete();
    } catch (error) {
      absentItem(error);
    }
  }
}

/** @throws the error itself unless it says that the item is absent; a missing list is another matter */
export function absentItem(error: unknown): undefined {
  if (isSiteError(error, 'notFound') && error.code?.startsWith('-1, System.ArgumentException') !== true) {
    return undefined;
  }
  throw error;
}
