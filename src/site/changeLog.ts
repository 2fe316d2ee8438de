import '@pnp/sp/lists';
import type { IList } from '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import type { SiteClock } from './clock';
import type { SiteConnection } from './connection';
import type { ListChange, ListChanges } from './listChange';
import type { ListSchema } from './schema';

interface ChangeRow {
  readonly ChangeType: number;
  readonly ChangeToken: { readonly StringValue: string };
  readonly ItemId?: number;
  readonly UniqueId?: string;
  readonly Time: string;
}

/** The change types that concern an item's existence and content; source: `SP.ChangeType`. */
const TYPES: Readonly<Record<number, ListChange['type']>> = {
  1: 'add',
  2: 'update',
  3: 'delete',
  4: 'rename',
  5: 'move',
  6: 'move',
  7: 'restore',
  // SystemUpdate: written without a new version.
  16: 'update'
};

const PAGE_SIZE = 500;

/** Source: "ChangeQuery complex type" of the REST reference. */
const QUERY = {
  Item: true,
  Folder: true,
  File: true,
  Add: true,
  Update: true,
  SystemUpdate: true,
  DeleteObject: true,
  Rename: true,
  Move: true,
  Restore: true,
  FetchLimit: PAGE_SIZE.toString()
} as const;

/** The change log of one list or library. */
export class ChangeLog {
  public constructor(
    private readonly connection: SiteConnection,
    private readonly schema: ListSchema
  ) {}

  /** What happened from a token on; without one, from the log's beginning (SharePoint keeps about 60 days). */
  public async since(token?: string): Promise<ListChanges> {
    // A token ages even when nothing happens, and an expired one is refused. On a quiet list it is replaced by the
    // current one, which is asked for first: what happens in between comes after it.
    const fallback = token === undefined || isOld(token, this.connection.clock) ? await this.currentToken() : token;
    const query = { ...QUERY, ...(token === undefined ? {} : { ChangeTokenStart: { StringValue: token } }) };
    const rows = (await this.list.getChanges(query)) as ChangeRow[];
    return {
      changes: rows.flatMap((row) => changeOf(row) ?? []),
      token: rows.length === 0 ? fallback : rows[rows.length - 1].ChangeToken.StringValue,
      more: rows.length >= PAGE_SIZE
    };
  }

  /** The token of the list's latest change. */
  public async currentToken(): Promise<string> {
    const { CurrentChangeToken } = await this.list.select('CurrentChangeToken')<{ CurrentChangeToken: { StringValue: string } }>();
    return CurrentChangeToken.StringValue;
  }

  private get list(): IList {
    return this.connection.sp.web.lists.getByTitle(this.schema.title);
  }
}

function changeOf(row: ChangeRow): ListChange | undefined {
  const type = TYPES[row.ChangeType];
  return type === undefined || row.ItemId === undefined
    ? undefined
    : { type, itemId: row.ItemId, uniqueId: row.UniqueId ?? '', at: Temporal.Instant.from(row.Time) };
}

/** Ticks of .NET between its year 1 and 1970, and in a millisecond. */
const UNIX_EPOCH_TICKS = 621355968000000000n;
const TICKS_PER_MS = 10000n;

/** Whether a token (`1;3;<list>;<ticks>;<number>`) is from more than a day ago. */
function isOld(token: string, clock: SiteClock): boolean {
  const ticks = token.split(';')[3];
  if (ticks === undefined || !/^\d+$/.test(ticks)) {
    return false;
  }
  const at = Temporal.Instant.fromEpochMilliseconds(Number((BigInt(ticks) - UNIX_EPOCH_TICKS) / TICKS_PER_MS));
  return Temporal.Instant.compare(at.add({ hours: 24 }), clock.now()) < 0;
}
