import '@pnp/sp/items';
import '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import type { SiteConnection } from './connection';
import { SITE_SCHEMA } from './schema';

/** The columns whose changes are told; what the check found and the like follow from the others. */
export const HISTORY_COLUMNS = [
  'Title',
  'FileLeafRef',
  'Source',
  'Purpose',
  'MeetingId',
  'OriginalLanguage',
  'SuppliedLanguages',
  'Topic',
  'ActionRequired',
  'Abstract',
  'ReceivedAt',
  'PublicationDue',
  'Standing',
  'DocStatus',
  'DocSymbol',
  'PartOf',
  'Sha256'
] as const;
/** One of {@link HISTORY_COLUMNS}. */
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** What one version of a document made of a column: as the library has it, dates of a day and instants as ISO texts. */
export interface ColumnChange {
  readonly column: HistoryColumn;
  readonly before?: string | number;
  readonly after?: string | number;
}

/** A version of a document and what it changed. */
export interface DocumentVersion {
  /** As the library counts it, e.g. `4.0`. */
  readonly label: string;
  readonly at: Temporal.Instant;
  /** The person's name; empty for an account without one. */
  readonly by: string;
  readonly changes: readonly ColumnChange[];
}

type VersionRow = { readonly VersionId: number; readonly VersionLabel: string; readonly Created: string; readonly Editor?: { readonly LookupValue?: string } | null } & {
  readonly [column in HistoryColumn]?: unknown;
};

/** So many are read; SharePoint keeps 500 major versions of a document unless told otherwise. */
const MOST_VERSIONS = 500;
const DATES: readonly HistoryColumn[] = ['PublicationDue'];

/**
 * Who changed what of a document and when, the latest first, by the library's own versions. A version that changed none of
 * the columns that are told is left out.
 * Source: "Version resource" of the list items' REST reference; people in versions come with `LookupValue` and `Email`.
 * @throws SiteError `notFound` when the document is gone
 */
export async function historyOf(connection: SiteConnection, id: number): Promise<DocumentVersion[]> {
  const [rows, zone] = await Promise.all([
    connection.sp.web.lists
      .getByTitle(SITE_SCHEMA.contributions.title)
      .items.getById(id)
      .versions.select('VersionId', 'VersionLabel', 'Created', 'Editor', ...HISTORY_COLUMNS)
      .top(MOST_VERSIONS)<VersionRow[]>(),
    connection.zone()
  ]);
  const oldestFirst = [...rows].sort((one, other) => one.VersionId - other.VersionId);
  const valueOf = (row: VersionRow | undefined, column: HistoryColumn): string | number | undefined => {
    const value = row?.[column];
    if (value === null || value === undefined || value === '') {
      return undefined;
    }
    return DATES.includes(column) ? zone.toDate(String(value)).toString() : typeof value === 'number' ? value : String(value);
  };
  return oldestFirst
    .map((row, index): DocumentVersion => {
      const changes = HISTORY_COLUMNS.flatMap((column): ColumnChange[] => {
        const [before, after] = [valueOf(oldestFirst[index - 1], column), valueOf(row, column)];
        return before === after ? [] : [{ column, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
      });
      return { label: row.VersionLabel, at: Temporal.Instant.from(row.Created), by: row.Editor?.LookupValue ?? '', changes };
    })
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}
