import '@pnp/sp/files';
import '@pnp/sp/folders';
import { absentItem, ANY_VERSION, SiteList } from './siteList';
import {
  CONTRIBUTION_EXPAND,
  CONTRIBUTION_SELECT,
  contributionOf,
  derivedValues,
  metadataValues,
  numberValues
} from './contributionColumns';
import type { ContributionRow } from './contributionColumns';
import { changesSince, currentToken } from './contributionChanges';
import { uploadFile } from './contributionUpload';
import type {
  Contribution,
  ContributionMetadata,
  DerivedColumns,
  DocumentNumber,
  UploadedFile,
  UploadOptions
} from './contribution';
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
    for (let after = 0; ; ) {
      const rows = await this.library.list.items
        .select(...CONTRIBUTION_SELECT)
        .expand(...CONTRIBUTION_EXPAND)
        .top(PAGE_SIZE)
        .skip(after)<ContributionRow[]>();
      if (rows.length === 0) {
        return;
      }
      for (const contribution of await this.mapped(rows)) {
        yield contribution;
      }
      after = rows[rows.length - 1].Id;
    }
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
   * it does not depend on the version.
   */
  public async describe(id: number, metadata: ContributionMetadata): Promise<void> {
    await this.library.update(id, metadataValues(metadata), ANY_VERSION);
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

  private async newest(condition: string, limit: number): Promise<Contribution[]> {
    return this.mapped(await newestItems<ContributionRow>(this.library.list, condition, limit, SELECTION));
  }

  private async mapped(rows: readonly ContributionRow[]): Promise<Contribution[]> {
    const zone = await this.connection.zone();
    return rows.flatMap((row) => contributionOf(row, zone, this.connection.url) ?? []);
  }
}
