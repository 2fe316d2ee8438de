import { textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { either } from './contributionSearch';
import { quoted } from './odata';
import { SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** A way to look at the library, under a name. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** Whether everybody of the secretariat has it; otherwise it is one person's. */
  readonly isShared: boolean;
  /** What it shows, as the page wrote it; anybody of the secretariat can edit it by hand. */
  readonly content: string;
}

type SavedViewsSchema = typeof SITE_SCHEMA.savedViews;

const SHARED = 'shared';

/** The secretariat's ways to look at the library: one's own, which follow the person to every machine, and shared ones. */
export class SavedViews {
  private readonly list: SiteList<SavedViewsSchema>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.savedViews);
  }

  /** The views of the person with an address and the shared ones, by name. */
  public async of(email: string): Promise<SavedView[]> {
    const rows = await this.list.all(either([`ViewOwner eq ${quoted(email.toLowerCase())}`, 'ViewOwner eq null']));
    return rows.flatMap((row) => viewOf(row) ?? []).sort((one, other) => one.name.localeCompare(other.name));
  }

  /**
   * Keeps a view; one of the same name is replaced.
   * @throws SiteError `notAllowed` for everybody but the secretariat
   */
  public async keep(email: string, { name, isShared, content }: Omit<SavedView, 'id'>): Promise<void> {
    const key = `${isShared ? SHARED : email.toLowerCase()}/${name.toLowerCase()}`;
    try {
      await this.list.add({ Title: name, ViewKey: key, ViewOwner: isShared ? null : email.toLowerCase(), ViewContent: content });
    } catch (error) {
      const row = isSiteError(error, 'duplicate') ? await this.list.find(`ViewKey eq ${quoted(key)}`) : undefined;
      if (row === undefined) {
        throw error;
      }
      await this.list.update(row.Id, { Title: name, ViewContent: content }, ANY_VERSION);
    }
  }

  /** Removes a view; one that is gone already is no matter. It can be brought back from the site's recycle bin. */
  public async remove(id: number): Promise<void> {
    try {
      await this.list.list.items.getById(id).recycle();
    } catch (error) {
      if (!(error instanceof SiteError) || error.kind !== 'notFound') {
        throw error;
      }
    }
  }
}

/** @returns undefined for an item that was entered by hand without name or content */
function viewOf(row: Row<SavedViewsSchema>): SavedView | undefined {
  const name = textOf(row.Title);
  const content = textOf(row.ViewContent);
  return name === undefined || content === undefined ? undefined : { id: row.Id, name, content, isShared: textOf(row.ViewOwner) === undefined };
}
