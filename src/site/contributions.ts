import '@pnp/sp/files';
import '@pnp/sp/folders';
import { absentItem, ANY_VERSION, SiteList } from './siteList';
import {
  CONTRIBUTION_EXPAND,
  CONTRIBUTION_SELECT,
  contributionOf,
  derivedValues,
  metadataValues,
  numberValues,
  partValues
} from './contributionColumns';
import type { ContributionRow } from './contributionColumns';
import { changesSince, currentToken } from './contributionChanges';
import { uploadFile } from './contributionUpload';
import type {
  Contribution,
  ContributionMetadata,
  ContributionPart,
  DerivedColumns,
  DocumentNumber,
  FileVersion,
  UploadOptions,
  UploadedFile
} from './contribution';
import { Temporal } from 'temporal-polyfill';
import type { DocStatus } from '../rules/contribution';
import type { SiteConnection } from './connection';
import type { LibraryChanges } from './libraryChange';
import { newestItems } from './newestItems';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';

const SELECTION = { select: CONTRIBUTION_SELECT, expand: CONTRIBUTION_EXPAND };
const IS_FILE = 'FSObjType eq 0';
const PAGE_SIZE = 500;

/** The group's library of contributions. Folders in it are passed over. */
export class Contributions {
  private readonly library: SiteList<typeof SITE_SCHEMA.contributions>;

  public constructor(private readonly connection: SiteConnection) {
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

  /** The documents that carry a number, in all series, with their revisions and language versions. */
  public async byNumber(number: number): Promise<Contribution[]> {
    const rows = await this.library.list.items
      .select(...CONTRIBUTION_SELECT)
      .expand(...CONTRIBUTION_EXPAND)
      .filter(`DocNumber eq ${number}`)
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

  /** All contributions in order of their ids, read page by page; what arrives meanwhile comes last. */
  public async *all(): AsyncGenerator<Contribution> {
    yield* this.pages();
  }

  /** A meeting's contributions in order of their ids, read page by page. */
  public async *ofMeeting(meetingId: number): AsyncGenerator<Contribution> {
    yield* this.pages(`MeetingId eq ${meetingId}`);
  }

  /**
   * The contributions in a state of the secretariat's work, in order of their ids, read page by page.
   * @throws SiteError `tooManyItems` when more than 5,000 are in it, as published ones may be; see {@link ofMeeting}
   */
  public async *withStatus(status: DocStatus): AsyncGenerator<Contribution> {
    yield* this.pages(`DocStatus eq ${quoted(status)}`);
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
   * Puts a file into the library; see {@link uploadFile}.
   * @throws SiteError `cancelled` when the signal stopped it, `invalid` when the site refuses the name
   */
  public async upload(fileName: string, content: Blob | Uint8Array, options: UploadOptions = {}): Promise<UploadedFile> {
    return uploadFile(this.connection, this.library.list, fileName, content, options);
  }

  /**
   * Writes the delegate's form. It touches other columns than the service's check, which may run at the same time, so
   * it does not depend on the version unless one is given.
   * @param etag the version that the form was filled in from, where it carries values over from it
   * @throws SiteError `changedByOthers` when the item is no longer at `etag`
   */
  public async describe(id: number, metadata: ContributionMetadata, etag: string = ANY_VERSION): Promise<void> {
    await this.library.update(id, metadataValues(metadata), etag);
  }

  /**
   * Writes what the service derived.
   * @param etag the version that it was derived from
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item was changed since
   */
  public async recordCheck(id: number, etag: string, columns: DerivedColumns): Promise<string> {
    return this.library.update(id, derivedValues(columns, await this.connection.zone()), etag);
  }

  /**
   * Writes a document's number, symbol and status.
   * @returns the new etag
   * @throws SiteError `changedByOthers` when the item was changed since `etag`
   */
  public async recordNumber(id: number, etag: string, number: DocumentNumber): Promise<string> {
    return this.library.update(id, numberValues(number), etag);
  }

  /**
   * Ties a document to an earlier one. Like the form, it touches columns that the service's check leaves alone.
   * @throws SiteError `changedByOthers` when an etag is given and the item is no longer at it
   */
  public async recordPart(id: number, part: ContributionPart, etag: string = ANY_VERSION): Promise<string> {
    return this.library.update(id, partValues(part), etag);
  }

  /** The file's bytes. */
  public async content(id: number): Promise<Uint8Array> {
    return new Uint8Array(await this.library.list.items.getById(id).file.getBuffer());
  }

  /** What happened in the library since a token; see {@link changesSince}. */
  public async changesSince(token?: string): Promise<LibraryChanges> {
    return changesSince(this.library.list, token, this.connection.clock);
  }

  /** The token of the library's latest change. */
  public async currentToken(): Promise<string> {
    return currentToken(this.library.list);
  }

  private async partsOf(id: number): Promise<Contribution[]> {
    const parts: Contribution[] = [];
    for await (const part of this.pages(`PartOf eq ${id}`)) {
      parts.push(part);
    }
    return parts;
  }

  /** @param filter on an indexed column */
  private async *pages(filter?: string): AsyncGenerator<Contribution> {
    for (let after = 0; ; ) {
      const request = this.library.list.items
        .select(...CONTRIBUTION_SELECT)
        .expand(...CONTRIBUTION_EXPAND)
        .top(PAGE_SIZE);
      const rows = await (filter === undefined ? request : request.filter(filter)).skip(after)<ContributionRow[]>();
      if (rows.length === 0) {
        return;
      }
      for (const contribution of await this.mapped(rows)) {
        yield contribution;
      }
      after = rows[rows.length - 1].Id;
    }
  }

  private async newest(condition: string, limit: number): Promise<Contribution[]> {
    return this.mapped(await newestItems<ContributionRow>(this.library.list, condition, limit, SELECTION));
  }

  private async mapped(rows: readonly ContributionRow[]): Promise<Contribution[]> {
    const zone = await this.connection.zone();
    return rows.flatMap((row) => contributionOf(row, zone, this.connection.url) ?? []);
  }
}
