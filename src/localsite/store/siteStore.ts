import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteClock } from '../clock';
import { Changes } from './changes';
import { COLUMN_KIND } from './columns';
import { ContentFolder } from './content';
import { Database } from './database';
import { Fields } from './fields';
import { Files } from './files';
import { ItemQueries } from './itemQuery';
import { Items } from './items';
import { LIST_TEMPLATE, Lists } from './lists';
import { Principals, SEED_GROUPS, SEED_USERS } from './principals';
import { RecycleBin } from './recycleBin';
import { Roles, WEB_SCOPE } from './roles';
import { Subscriptions } from './subscriptions';
import { Uploads } from './uploads';

/** The libraries that every new team site has. */
const SEED_LIBRARIES = [
  { title: 'Documents', leaf: 'Shared Documents', template: LIST_TEMPLATE.documentLibrary },
  { title: 'Site Assets', leaf: 'SiteAssets', template: LIST_TEMPLATE.documentLibrary },
  { title: 'Site Pages', leaf: 'SitePages', template: LIST_TEMPLATE.sitePages }
] as const;

/** A site column that SharePoint's own content types bring; columns of the site are looked up by such names. */
const SEED_SITE_COLUMN = { name: 'OtherAddressCountry', title: 'Other Address Country/Region', kind: COLUMN_KIND.text, properties: { Group: 'Core Contact and Calendar Columns' } };

/** The regional settings of the site: Geneva. */
const ZONE = 'Europe/Zurich';

/** Identity of a site, made once. */
export interface SiteIdentity {
  readonly webId: string;
  readonly siteId: string;
  readonly tenantId: string;
  /** Signs form digests. */
  readonly secret: string;
  readonly created: string;
}

/** One site with everything that is stored of it: a database and the contents of its files in one folder. */
export class SiteStore {
  public readonly zone = ZONE;
  public readonly database: Database;
  public readonly content: ContentFolder;
  public readonly principals: Principals;
  public readonly roles: Roles;
  public readonly changes: Changes;
  public readonly subscriptions: Subscriptions;
  public readonly fields: Fields;
  public readonly lists: Lists;
  public readonly items: Items;
  public readonly itemQueries: ItemQueries;
  public readonly files: Files;
  public readonly uploads: Uploads;
  public readonly recycleBin: RecycleBin;
  public readonly identity: SiteIdentity;

  /**
   * @param folder where the site is kept
   * @param path server-relative URL, e.g. `/sites/tdag-wg-sop`
   */
  public constructor(
    folder: string,
    public readonly path: string,
    public readonly clock: SiteClock
  ) {
    mkdirSync(folder, { recursive: true });
    this.database = new Database(join(folder, 'site.db'));
    this.content = new ContentFolder(folder);
    this.principals = new Principals(this.database);
    this.roles = new Roles(this.database, this.principals);
    this.changes = new Changes(this.database, clock);
    this.subscriptions = new Subscriptions(this.database);
    this.fields = new Fields(this.database);
    this.lists = new Lists(this.database, clock, this.fields, this.changes, path);
    this.items = new Items(this.database, clock, this.lists, this.changes, this.subscriptions);
    this.itemQueries = new ItemQueries(this.database, this.fields, this.lists, this.zone);
    this.files = new Files(this.database, this.lists, this.items, this.principals);
    this.uploads = new Uploads(this.database, this.content);
    this.recycleBin = new RecycleBin(this.database, clock, this.lists, this.items);
    this.identity = this.openIdentity();
  }

  /** The site's title. */
  public get title(): string {
    return this.setting('title') ?? '';
  }

  /** Releases the files. */
  public close(): void {
    this.database.close();
  }

  /** A setting of the site. */
  public setting(name: string): string | undefined {
    const row = this.database.row('SELECT value FROM settings WHERE name = ?', name);
    return row && String(row.value);
  }

  /** Stores a setting of the site. */
  public set(name: string, value: string): void {
    this.database.run('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
  }

  private openIdentity(): SiteIdentity {
    this.database.script('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
    const known = this.setting('identity');
    if (known !== undefined) {
      return JSON.parse(known) as SiteIdentity;
    }
    const identity = { webId: randomUUID(), siteId: randomUUID(), tenantId: randomUUID(), secret: randomBytes(32).toString('hex'), created: this.clock.stamp() };
    this.database.transaction(() => {
      this.set('identity', JSON.stringify(identity));
      this.set('title', this.path.slice(this.path.lastIndexOf('/') + 1).toUpperCase());
      this.seed();
    });
    return identity;
  }

  private seed(): void {
    this.roles.seed();
    this.fields.addSystemColumns(0);
    for (const { title, description, role } of SEED_GROUPS) {
      const group = this.principals.addGroup(title, description);
      this.roles.assign(WEB_SCOPE, group.id, this.roles.find((candidate) => candidate.name === role, role).id);
    }
    for (const { email, title, groups, siteAdmin } of SEED_USERS) {
      const user = this.principals.ensureUser(email, title, siteAdmin);
      groups.forEach((name) => this.principals.addMember(this.principals.group(name)?.id ?? 0, user.id));
    }
    const author = this.principals.user(SEED_USERS[0].email)?.id ?? 0;
    this.fields.add(0, SEED_SITE_COLUMN);
    for (const library of SEED_LIBRARIES) {
      const list = this.lists.add({ ...library, properties: { EnableVersioning: true }, author });
      if (library.template === LIST_TEMPLATE.sitePages) {
        this.items.add(list, { kind: 'file', folder: list.folder, leaf: 'Home.aspx', author, values: { Title: 'Home' } });
      }
    }
  }
}
