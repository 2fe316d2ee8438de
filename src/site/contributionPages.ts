import type { DocStatus, Standing } from '../rules/contribution';
import type { DocumentSymbol } from '../rules/numbering';
import type { Contribution } from './contribution';
import { CONTRIBUTION_EXPAND, CONTRIBUTION_SELECT } from './contributionColumns';
import type { ContributionRow } from './contributionColumns';
import { ContributionReader } from './contributionReader';
import { either, wordCondition } from './contributionSearch';
import { isSiteError } from './errors';
import { newestId } from './newestItems';
import { quoted } from './odata';

/** In what order documents are listed: each by a column that has an index. */
export const LIBRARY_ORDERS = ['newest', 'oldest', 'due', 'number', 'source'] as const;
/** One of {@link LIBRARY_ORDERS}. */
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number];

/** Which documents are listed; what is left out does not matter. */
export interface LibraryQuery {
  /** For this meeting, or for none. */
  readonly meetingId?: number | 'none';
  readonly status?: DocStatus;
  readonly standing?: Standing;
  /** From one of these. */
  readonly sources?: readonly string[];
  /** From none of these. */
  readonly otherSources?: readonly string[];
  /** With a number that somebody looks for. */
  readonly symbol?: DocumentSymbol;
  /** Each to be found in the title, the file's name, the source or the symbol; without wildcards. */
  readonly words?: readonly string[];
}

/** A part of a list, and the way to what comes after it. */
export interface LibraryPage {
  readonly documents: readonly Contribution[];
  /** The order that they have: too many documents for another one come in the order of their arrival. */
  readonly order: LibraryOrder;
  /** Whether the library was looked through only in part: what fits may still come, however few were found. */
  readonly isPartial: boolean;
  /** Reads on; undefined at the end. */
  readonly more?: () => Promise<LibraryPage>;
}

/** Below the site's limit of 5,000 items that a condition without an index may look at. */
const WINDOW = 4000;
/** So many windows are looked through before a page is given, however few it holds. */
const WINDOWS_A_PAGE = 6;

const ORDERINGS: Readonly<Record<LibraryOrder, { readonly column: string; readonly isAscending: boolean }>> = {
  newest: { column: 'Id', isAscending: false },
  oldest: { column: 'Id', isAscending: true },
  due: { column: 'PublicationDue', isAscending: false },
  number: { column: 'DocNumber', isAscending: false },
  source: { column: 'Source', isAscending: true }
};

/**
 * The whole library page by page, whatever its size.
 *
 * SharePoint refuses a request whose first indexed condition leaves more than 5,000 items (list view threshold). So each
 * condition on an indexed column is tried as the first one, the one that usually leaves least before the others. Where all of
 * them leave too many, or none has an index, the library is read in windows of 4,000 ids, which are always indexed. What
 * fits is then frequent, or few windows are looked through for each page, so that every page takes about as long in a
 * library of a hundred thousand documents as in one of a hundred.
 */
export class ContributionPages extends ContributionReader {
  /**
   * The first documents of a list.
   * @param size so many, unless there are folders among them
   * @throws SiteError when the site fails
   */
  public async first(query: LibraryQuery, order: LibraryOrder, size: number): Promise<LibraryPage> {
    const indexed = indexedConditions(query);
    const others = otherConditions(query);
    if (indexed.length === 0 && others.length === 0) {
      return this.ordered(undefined, order, size);
    }
    for (const lead of indexed) {
      try {
        return await this.ordered([lead, ...indexed.filter((each) => each !== lead), ...others].join(' and '), order, size);
      } catch (error) {
        if (!isSiteError(error, 'tooManyItems')) {
          throw error;
        }
      }
    }
    return this.windowed([...indexed, ...others].join(' and '), order === 'oldest' ? 'oldest' : 'newest', size);
  }

  /** By the site's own marks of pages, which hold the place in any order. */
  private async ordered(filter: string | undefined, order: LibraryOrder, size: number): Promise<LibraryPage> {
    const { column, isAscending } = ORDERINGS[order];
    const request = this.library.list.items
      .select(...CONTRIBUTION_SELECT)
      .expand(...CONTRIBUTION_EXPAND)
      .orderBy(column, isAscending)
      .top(size);
    const pages = (filter === undefined ? request : request.filter(filter))[Symbol.asyncIterator]() as AsyncIterator<ContributionRow[]>;
    const read = async (ahead: IteratorResult<ContributionRow[]>): Promise<LibraryPage> => {
      if (ahead.done === true) {
        return { documents: [], order, isPartial: false };
      }
      const documents = await this.mapped(ahead.value);
      return { documents, order, isPartial: false, ...(ahead.value.length < size ? {} : { more: async () => read(await pages.next()) }) };
    };
    return read(await pages.next());
  }

  private async windowed(condition: string, order: 'newest' | 'oldest', size: number): Promise<LibraryPage> {
    const last = await newestId(this.library.list);
    const from = async (place: number): Promise<LibraryPage> => {
      const rows: ContributionRow[] = [];
      let next = place;
      for (let count = 0; count < WINDOWS_A_PAGE && rows.length < size && next > 0 && next <= last; count += 1) {
        const [low, high] = order === 'newest' ? [Math.max(next - WINDOW, 0), next] : [next - 1, next - 1 + WINDOW];
        const wanted = size - rows.length;
        const found = await this.library.list.items
          .select(...CONTRIBUTION_SELECT)
          .expand(...CONTRIBUTION_EXPAND)
          .filter(`Id gt ${low} and Id le ${high} and ${condition}`)
          .orderBy('Id', order === 'oldest')
          .top(wanted)<ContributionRow[]>();
        rows.push(...found);
        const isFull = found.length === wanted;
        const { Id: lastFound } = found[found.length - 1] ?? { Id: 0 };
        next = order === 'newest' ? (isFull ? lastFound - 1 : low) : (isFull ? lastFound : high) + 1;
      }
      const isOver = order === 'newest' ? next <= 0 : next > last;
      return {
        documents: await this.mapped(rows),
        order,
        isPartial: !isOver && rows.length < size,
        ...(isOver ? {} : { more: () => from(next) })
      };
    };
    return from(order === 'newest' ? last : 1);
  }
}

/** The conditions that an index answers, the one first that usually leaves least. */
function indexedConditions({ symbol, meetingId, sources, status, standing }: LibraryQuery): string[] {
  return [
    ...(symbol === undefined ? [] : [`DocNumber eq ${symbol.number}`]),
    ...(meetingId === undefined ? [] : [`MeetingId eq ${meetingId === 'none' ? 'null' : meetingId}`]),
    ...(status === undefined ? [] : [`DocStatus eq ${quoted(status)}`]),
    ...(sources === undefined || sources.length === 0 ? [] : [either(sources.map((source) => `Source eq ${quoted(source)}`))]),
    ...(standing === undefined ? [] : [`Standing eq ${quoted(standing)}`])
  ];
}

function otherConditions({ symbol, otherSources = [], words = [] }: LibraryQuery): string[] {
  return [
    ...(symbol?.part === undefined ? [] : [`PartKind eq ${quoted(symbol.part.kind)}`, `PartCount eq ${symbol.part.count}`]),
    ...otherSources.map((source) => `Source ne ${quoted(source)}`),
    ...words.map((text) => wordCondition({ text, meetingIds: [] }))
  ];
}
