import type { IList } from '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import type { SiteClock } from './clock';
import type { LibraryChange, LibraryChanges } from './libraryChange';

interface ChangeRow {
  readonly ChangeType: number;
  readonly ChangeToken: { readonly StringValue: string };
  readonly ItemId?: number;
  readonly UniqueId?: string;
  readonly Time: string;
}

/** The change types that concern an item's existence and content; source: `SP.ChangeType`. */
const TYPES: Readonly<Record<number, LibraryChange['type']>> = {
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

/** The change log of the library from a token on; without one, from its beginning (SharePoint keeps about 60 days). */
export async function changesSince(list: IList, token: string | undefined, clock: SiteClock): Promise<LibraryChanges> {
  // A token ages even when nothing happens, and an expired one is refused. On a quiet library it is replaced by the
  // current one, which is asked for first: what happens in between comes after it.
  const fallback = token === undefined || isOld(token, clock) ? await currentToken(list) : token;
  const query = { ...QUERY, ...(token === undefined ? {} : { ChangeTokenStart: { StringValue: token } }) };
  const rows = (await list.getChanges(query)) as ChangeRow[];
  return {
    changes: rows.flatMap((row) => changeOf(row) ?? []),
    token: rows.length === 0 ? fallback : rows[rows.length - 1].ChangeToken.StringValue,
    more: rows.length >= PAGE_SIZE
  };
}

/** The token of the library's latest change. */
export async function currentToken(list: IList): Promise<string> {
  const { CurrentChangeToken } = await list.select('CurrentChangeToken')<{ CurrentChangeToken: { StringValue: string } }>();
  return CurrentChangeToken.StringValue;
}

function changeOf(row: ChangeRow): LibraryChange | undefined {
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
