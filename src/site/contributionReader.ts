import '@pnp/sp/files';
import { Temporal } from 'temporal-polyfill';
import type { DocStatus } from '../rules/contribution';
import type { SiteConnection } from './connection';
import type { Contribution, FileVersion } from './contribution';
import { CONTRIBUTION_EXPAND, CONTRIBUTION_SELECT, contributionOf } from './contributionColumns';
import type { ContributionRow } from './contributionColumns';
import { searchCondition } from './contributionSearch';
import type { ContributionSearch } from './contributionSearch';
import { documentAddress } from './documentAddress';
import { newestId, newestItems } from './newestItems';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { errorOfFailure } from './sharePointErrors';
import { absentItem, SiteList } from './siteList';

const SELECTION = { select: CONTRIBUTION_SELECT, expand: CONTRIBUTION_EXPAND };
const IS_FILE = 'FSObjType eq 0';
const PAGE_SIZE = 500;
/** So many rows more than wanted are read rather than another request sent. */
const WIDEST_GAP = 10;

/** Who gave a column its value. */
export interface ColumnWriter {
  /** The person's address; empty for an account without one. */
  readonly email: string;
  /** When, as the library recorded it. */
  readonly at: Temporal.Instant;
}

interface VersionRow {
  readonly VersionId: number;
  readonly Created: string;
  readonly Editor?: { readonly Email?: string };
  readonly DocStatus?: unknown;
  readonly DocNumber?: unknown;
}

/** Which contributions: a meeting's, or those in a state. */
export type ContributionSelection = { readonly meetingId: number } | { readonly status: DocStatus };

/** The group's library of contributions, as far as it is read. Folders in it are passed over. */
export class ContributionReader {
  protected readonly library: SiteList<typeof SITE_SCHEMA.contributions>;

  public constructor(protected readonly connection: SiteConnection) {
    this.library = new SiteList(connection, SITE_SCHEMA.contributions);
  }

  /** The contribution with an item's id; undefined when there is none. */
  public async get(id: number): Promise<Contribution | undefined> {
    try {
      const row = this.library.list.items
        .getById(id)
        .select(...CONTRIBUTION_SELECT)
        .expand(...CONTRIBUTION_EXPAND)<ContributionRow>();
      const [contribution] = await this.mapped([await row]);
      return contribution;
    } catch (error) {
      return absentItem(error);
    }
  }

  /** The contributions with these ids, in order of their ids; neighbours are read together. What is gone is left out. */
  public async byIds(ids: readonly number[]): Promise<Contribution[]> {
    const found: Contribution[] = [];
    const wanted = new Set(ids);
    for (const [from, to] of neighbours(ids)) {
      const rows = await this.library.list.items
        .select(...CONTRIBUTION_SELECT)
        .expand(...CONTRIBUTION_EXPAND)
        .filter(`Id ge ${from} and Id le ${to}`)
        .top(PAGE_SIZE)<ContributionRow[]>();
      found.push(...(await this.mapped(rows.filter(({ Id }) => wanted.has(Id)))));
    }
    return found;
  }

  /** The documents that carry a number, in all series, with their revisions and language versions. */
  public async byNumber(number: number): Promise<Contribution[]> {
    const rows = await this.library.list.items
      .select(...CONTRIBUTION_SELECT)
      .expand(...CONTRIBUTION_EXPAND)
      .filter(`DocNumber eq ${number}`)
      .top(PAGE_SIZE)<ContributionRow[]>();
    return this.mapped(rows);
  }

  /** The documents that carry one of some numbers, in one request; see {@link byNumber}. */
  public async byNumbers(numbers: readonly number[]): Promise<Contribution[]> {
    if (numbers.length === 0) {
      return [];
    }
    const rows = await this.library.list.items
      .select(...CONTRIBUTION_SELECT)
      .expand(...CONTRIBUTION_EXPAND)
      .filter(numbers.map((number) => `DocNumber eq ${number}`).join(' or '))
      .top(PAGE_SIZE)<ContributionRow[]>();
    return this.mapped(rows);
  }

  /** The documents whose content has a fingerprint (SHA-256, hexadecimal), in order of their ids; read by its index. */
  public async bySha256(sha256: string): Promise<Contribution[]> {
    const rows = await this.library.list.items
      .select(...CONTRIBUTION_SELECT)
      .expand(...CONTRIBUTION_EXPAND)
      .filter(`Sha256 eq ${quoted(sha256)}`)
      .top(PAGE_SIZE)<ContributionRow[]>();
    return this.mapped(rows);
  }

  /** The newest contributions, newest first. */
  public async recent(limit: number): Promise<Contribution[]> {
    return this.newest(IS_FILE, limit);
  }

  /** A person's contributions, newest first. */
  public async createdByUser(userId: number, limit: number): Promise<Contribution[]> {
    return this.newest(`${IS_FILE} and AuthorId eq ${userId}`, limit);
  }

  /** The contributions of the person with an address, newest first. */
  public async createdByAddress(email: string, limit: number): Promise<Contribution[]> {
    return this.newest(`${IS_FILE} and Author/EMail eq ${quoted(email)}`, limit);
  }

  /** The newest published contributions, newest first. */
  public async recentlyPublished(limit: number): Promise<Contribution[]> {
    return this.newest(`${IS_FILE} and DocStatus eq 'published'`, limit);
  }

  /**
   * Contributions whose title, or file name where no title was given, contains all the words; newest first. For how
   * this stays under the site's threshold of 5,000 items see {@link newestItems}.
   * @param words without wildcards; capitals and small letters are the same
   */
  public async searchTitle(words: readonly string[], limit: number): Promise<Contribution[]> {
    const conditions = words
      .filter((word) => word.trim() !== '')
      .map((word) => `(substringof(${quoted(word)},Title) or substringof(${quoted(word)},FileLeafRef))`);
    return conditions.length === 0 ? [] : this.newest([IS_FILE, ...conditions].join(' and '), limit);
  }

  /**
   * Contributions that fit a search, newest first; a library of less than 4,000 documents takes two requests, see
   * {@link newestItems}.
   * @param search with at least one meeting when it names meetings at all
   */
  public async search(search: ContributionSearch, limit: number): Promise<Contribution[]> {
    return this.newest([IS_FILE, searchCondition(search)].join(' and '), limit);
  }

  /**
   * The contribution that an address leads to; see {@link documentAddress} for those that are understood.
   * @returns undefined when it leads elsewhere, or to a file that is not in this library
   */
  public async atAddress(address: string): Promise<Contribution | undefined> {
    const named = documentAddress(address, this.connection.url);
    if (named === undefined) {
      return undefined;
    }
    const { web } = this.connection.sp;
    const file = 'fileRef' in named ? web.getFileByServerRelativePath(named.fileRef) : web.getFileById(named.uniqueId);
    try {
      const { UniqueId, ListItemAllFields } = await file
        .select('UniqueId', 'ListItemAllFields/Id')
        .expand('ListItemAllFields')<{ UniqueId: string; ListItemAllFields?: { Id?: number } }>();
      const contribution = ListItemAllFields?.Id === undefined ? undefined : await this.get(ListItemAllFields.Id);
      // The items of other libraries have the same ids.
      return contribution?.uniqueId.toLowerCase() === UniqueId.toLowerCase() ? contribution : undefined;
    } catch (error) {
      return absentItem(error);
    }
  }

  /** All contributions in order of their ids, read page by page; what arrives meanwhile comes last. */
  public async *all(): AsyncGenerator<Contribution> {
    yield* one(this.pages());
  }

  /** A meeting's contributions in order of their ids, read page by page. */
  public async *ofMeeting(meetingId: number): AsyncGenerator<Contribution> {
    yield* one(this.pages({ meetingId }));
  }

  /**
   * The contributions in a state of the secretariat's work, in order of their ids, read page by page.
   * @throws SiteError `tooManyItems` when more than 5,000 are in it, as published ones may be; see {@link ofMeeting}
   */
  public async *withStatus(status: DocStatus): AsyncGenerator<Contribution> {
    yield* one(this.pages({ status }));
  }

  /** The same page by page, for work that reads more about all documents of a page at once; all without a selection. */
  public async *pages(selection?: ContributionSelection): AsyncGenerator<Contribution[]> {
    yield* this.filtered(selection === undefined ? undefined : 'meetingId' in selection ? `MeetingId eq ${selection.meetingId}` : `DocStatus eq ${quoted(selection.status)}`);
  }

  /** The id of the newest document or folder; ids grow with arrival. */
  public async newestId(): Promise<number> {
    return newestId(this.library.list);
  }

  /**
   * A document and all that revises, adds to, corrects, translates or replaces it or one of these, in order of their
   * ids. Delegates can edit the column that ties them, so each document is met once even if they form a circle.
   * @returns empty when there is no document with the id
   */
  public async family(rootId: number): Promise<Contribution[]> {
    const root = await this.get(rootId);
    const members = new Map((root === undefined ? [] : [root]).map((member) => [member.id, member]));
    for (let parents = [...members.keys()]; parents.length > 0; ) {
      const parts = (await Promise.all(parents.map((parent) => this.partsOf(parent)))).flat().filter(({ id }) => !members.has(id));
      parts.forEach((part) => members.set(part.id, part));
      parents = parts.map(({ id }) => id);
    }
    return [...members.values()].sort((a, b) => a.id - b.id);
  }

  /** The documents that revise, add to, correct, translate or replace a document, in order of their ids. */
  public async partsOf(id: number): Promise<Contribution[]> {
    const parts: Contribution[] = [];
    for await (const part of one(this.filtered(`PartOf eq ${id}`))) {
      parts.push(part);
    }
    return parts;
  }

  /** The documents that revise, add to, correct, translate or replace those with ids in a range, both ends included. */
  public async partsOfRange(from: number, to: number): Promise<Contribution[]> {
    const parts: Contribution[] = [];
    for await (const part of one(this.filtered(`PartOf ge ${from} and PartOf le ${to}`))) {
      parts.push(part);
    }
    return parts;
  }

  /**
   * The versions of a file before its current one, the oldest first. Editing a column makes a version as well.
   * @throws SiteError `notFound` when the document is gone
   */
  public async earlierVersions(id: number): Promise<FileVersion[]> {
    const versions = await this.library.list.items.getById(id).file.versions.select('ID', 'Created', 'Size')<{ ID: number; Created: string; Size: number | string }[]>();
    return versions
      .sort((a, b) => a.ID - b.ID)
      .map(({ Created, Size }) => ({ at: Temporal.Instant.from(Created), size: Number(Size) }));
  }

  /**
   * Who gave a column the value that it has, and when, by the library's own versions: whoever edited the item since is
   * not meant. Several columns are looked up, each by its own history, in one request.
   * Source: "Version resource" of the list items' REST reference; people in versions come with `Email`.
   * @returns undefined for a column that is empty now
   */
  public async writersOf<Column extends 'DocStatus' | 'DocNumber'>(id: number, columns: readonly Column[]): Promise<Partial<Record<Column, ColumnWriter>>> {
    const rows = await this.library.list.items
      .getById(id)
      .versions.select('VersionId', 'Created', 'Editor', ...columns)
      .top(PAGE_SIZE)<VersionRow[]>();
    const newestFirst = [...rows].sort((a, b) => b.VersionId - a.VersionId);
    return Object.fromEntries(
      columns.flatMap((column) => {
        const value = newestFirst[0]?.[column] ?? null;
        const changed = newestFirst.findIndex((row) => (row[column] ?? null) !== value);
        const written = newestFirst[(changed === -1 ? newestFirst.length : changed) - 1];
        return value === null || written === undefined ? [] : [[column, { email: written.Editor?.Email ?? '', at: Temporal.Instant.from(written.Created) }]];
      })
    ) as Partial<Record<Column, ColumnWriter>>;
  }

  /**
   * The file's bytes in pieces as they come, for a file that is not to be held in memory.
   * @throws SiteError `unreachable` when the line breaks in between
   */
  public async *contentPieces(id: number): AsyncGenerator<Uint8Array> {
    const { body } = await this.library.list.items.getById(id).file.getStream();
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        yield piece.value;
      }
    } catch (failure) {
      throw errorOfFailure(failure, undefined);
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  /** @param filter on an indexed column */
  private async *filtered(filter?: string): AsyncGenerator<Contribution[]> {
    for (let after = 0; ; ) {
      const request = this.library.list.items
        .select(...CONTRIBUTION_SELECT)
        .expand(...CONTRIBUTION_EXPAND)
        .top(PAGE_SIZE);
      const rows = await (filter === undefined ? request : request.filter(filter)).skip(after)<ContributionRow[]>();
      if (rows.length === 0) {
        return;
      }
      yield await this.mapped(rows);
      after = rows[rows.length - 1].Id;
    }
  }

  private async newest(condition: string, limit: number): Promise<Contribution[]> {
    return this.mapped(await newestItems<ContributionRow>(this.library.list, condition, limit, SELECTION));
  }

  protected async mapped(rows: readonly ContributionRow[]): Promise<Contribution[]> {
    const zone = await this.connection.zone();
    return rows.flatMap((row) => contributionOf(row, zone, this.connection.url) ?? []);
  }
}

async function* one(pages: AsyncIterable<Contribution[]>): AsyncGenerator<Contribution> {
  for await (const page of pages) {
    for (const contribution of page) {
      yield contribution;
    }
  }
}

/** Ranges that hold all ids and few others. */
function neighbours(ids: readonly number[]): [from: number, to: number][] {
  const ranges: [from: number, to: number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && id - last[1] <= WIDEST_GAP && id - last[0] < PAGE_SIZE) {
      last[1] = id;
    } else {
      ranges.push([id, id]);
    }
  }
  return ranges;
}
