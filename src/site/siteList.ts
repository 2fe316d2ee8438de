import { HttpRequestError } from '@pnp/queryable';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import type { IList } from '@pnp/sp/lists';
import { selectedColumns } from './columnValues';
import type { Row, RowValues } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import type { ListSchema } from './schema';
import { errorOfResponse } from './sharePointErrors';

/** An item's id and the etag of the version that was written. */
export interface Written {
  readonly id: number;
  readonly etag: string;
}

/** What is to be written into an item. */
export interface ItemChange<S extends ListSchema> {
  readonly id: number;
  readonly values: RowValues<S>;
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
/** Below the 100 requests that SharePoint takes in one batch, and few enough for one answer to stay light. */
const FILTERS_TOGETHER = 25;

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

  /**
   * The items that any of some filters lets through, asked for in few requests. Each filter must let through no more than a page,
   * as one on a unique column does.
   * @throws SiteError
   */
  public async findAll(filters: readonly string[]): Promise<Row<S>[]> {
    const rows: Row<S>[] = [];
    for (let first = 0; first < filters.length; first += FILTERS_TOGETHER) {
      const answers = await this.together(filters.slice(first, first + FILTERS_TOGETHER), (list, filter) =>
        list.items.select(...selectedColumns(this.schema)).filter(filter).top(PAGE_SIZE)<Row<S>[]>()
      );
      for (const answer of answers) {
        if (isSiteError(answer)) {
          throw answer;
        }
        rows.push(...answer);
      }
    }
    return rows;
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

  /**
   * Adds several items in one request. Each is added or not by itself, and they are added also when the sender is gone before
   * the answer.
   * @returns for each, in their order, what was written or why it was not
   * @throws SiteError when there was no answer about any of them: `unreachable` when they may have been added
   */
  public async addAll(items: readonly RowValues<S>[]): Promise<(Written | SiteError)[]> {
    return this.together(items, async (list, values) => {
      const row = await list.items.add(values);
      return { id: row.Id as number, etag: row['odata.etag'] as string };
    });
  }

  /**
   * Writes columns of several items in one request; see {@link addAll}.
   * @returns for each, in their order, nothing or why it was not written
   * @throws SiteError when there was no answer about any of them
   */
  public async updateAll(changes: readonly ItemChange<S>[]): Promise<(SiteError | undefined)[]> {
    return this.together(changes, async (list, { id, values, etag }) => {
      await list.items.getById(id).update(values, etag);
      return undefined;
    });
  }

  /** Removes an item for good; one that is gone already is no error. */
  public async remove(id: number): Promise<void> {
    try {
      await this.list.items.getById(id).delete();
    } catch (error) {
      absentItem(error);
    }
  }

  /**
   * SharePoint has no transactions: of the requests of a batch each succeeds or fails by itself.
   * Source: "Make batch requests with the REST APIs" (SharePoint documentation).
   */
  private async together<Item, Result>(items: readonly Item[], send: (list: IList, item: Item) => Promise<Result>): Promise<(Result | SiteError)[]> {
    if (items.length === 1) {
      return [await send(this.list, items[0]).catch(refusal)];
    }
    const [batched, execute] = this.connection.sp.batched();
    const results = items.map((item) => send(batched.web.lists.getByTitle(this.schema.title), item).catch(refusal));
    await execute();
    return Promise.all(results);
  }
}

/** What an item was refused for. @throws whatever is no answer of the site about the item */
async function refusal(error: unknown): Promise<SiteError> {
  // The answers within a batch do not pass through the connection's own reading of errors.
  const refused = error instanceof HttpRequestError ? await errorOfResponse(error.response) : error;
  if (!isSiteError(refused) || isSiteError(refused, 'unreachable', 'throttled')) {
    throw refused;
  }
  return refused;
}

/** @throws the error itself unless it says that the item is absent; a missing list is another matter */
export function absentItem(error: unknown): undefined {
  if (isSiteError(error, 'notFound') && error.code?.startsWith('-1, System.ArgumentException') !== true) {
    return undefined;
  }
  throw error;
}
