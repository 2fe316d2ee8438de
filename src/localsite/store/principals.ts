import { problems } from '../problem';
import type { Database, SqlRow } from './database';

/** A user or a group of the site. */
export interface Principal {
  readonly id: number;
  readonly kind: 'user' | 'group';
  /** A user's claim, e.g. `i:0#.f|membership|chair@example.org`; a group's title. */
  readonly login: string;
  readonly title: string;
  readonly email: string;
  readonly description: string;
  readonly siteAdmin: boolean;
}

/** The prefix SharePoint Online puts before a user's address. */
const CLAIM = 'i:0#.f|membership|';

/** The groups of a new site; the first one may do everything. */
export const SEED_GROUPS = [
  { title: 'Secretariat', description: 'BDT secretariat', role: 'Full Control' },
  { title: 'Delegates', description: 'Delegates who submit contributions', role: 'Contribute' },
  { title: 'Members', description: 'Members of the group', role: 'Read' },
  { title: 'Visitors', description: 'Everyone else who may read', role: 'Read' }
] as const;

/** The users of a new site: offices, one in each role. */
export const SEED_USERS: readonly { email: string; title: string; groups: readonly string[]; siteAdmin?: boolean }[] = [
  { email: 'service@example.org', title: 'Contribution Desk service', groups: [], siteAdmin: true },
  { email: 'secretariat@example.org', title: 'BDT Secretariat', groups: ['Secretariat'] },
  { email: 'delegate.fr@example.org', title: 'Delegation of France', groups: ['Delegates'] },
  { email: 'delegate.ke@example.org', title: 'Delegation of Kenya', groups: ['Delegates'] },
  { email: 'delegate.es@example.org', title: 'Delegation of Spain', groups: ['Delegates'] },
  { email: 'chair@example.org', title: 'Chair of the group', groups: ['Members', 'Delegates'] },
  { email: 'member@example.org', title: 'Member of the group', groups: ['Members'] },
  { email: 'visitor@example.org', title: 'Visitor', groups: ['Visitors'] }
];

/** The users and groups of the site; both count in one series of ids, as in SharePoint. */
export class Principals {
  public constructor(private readonly database: Database) {
    database.script(`CREATE TABLE IF NOT EXISTS principals (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, login TEXT NOT NULL UNIQUE COLLATE NOCASE, title TEXT NOT NULL COLLATE NOCASE,
      email TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL, site_admin INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE IF NOT EXISTS members (group_id INTEGER NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (group_id, user_id)) WITHOUT ROWID`);
  }

  /** Every user or every group that was not removed. */
  public all(kind: Principal['kind']): Principal[] {
    return this.database.rows('SELECT * FROM principals WHERE kind = ? AND removed = 0 ORDER BY id', kind).map(toPrincipal);
  }

  /** By id, removed ones too: what they wrote still carries their name. */
  public byId(id: number): Principal | undefined {
    const row = this.database.row('SELECT * FROM principals WHERE id = ?', id);
    return row && toPrincipal(row);
  }

  /** A user by address or claim. */
  public user(name: string): Principal | undefined {
    const address = name.slice(name.lastIndexOf('|') + 1);
    const row = this.database.row("SELECT * FROM principals WHERE kind = 'user' AND removed = 0 AND login = ?", CLAIM + address);
    return row && toPrincipal(row);
  }

  /** A group by its title. */
  public group(title: string): Principal | undefined {
    const row = this.database.row("SELECT * FROM principals WHERE kind = 'group' AND removed = 0 AND title = ?", title);
    return row && toPrincipal(row);
  }

  /** Adds a user by address; the one that is there already otherwise. */
  public ensureUser(email: string, title = email, siteAdmin = false): Principal {
    const known = this.user(email);
    if (known) {
      return known;
    }
    this.database.run(
      "INSERT INTO principals (kind, login, title, email, description, site_admin) VALUES ('user', ?, ?, ?, '', ?) ON CONFLICT (login) DO UPDATE SET removed = 0",
      CLAIM + email,
      title,
      email,
      Number(siteAdmin)
    );
    return this.user(email) as Principal;
  }

  /**
   * Adds a group.
   * @throws SharePointProblem when the title is taken
   */
  public addGroup(title: string, description: string): Principal {
    if (this.group(title)) {
      throw problems.duplicateGroup();
    }
    this.database.run("INSERT INTO principals (kind, login, title, email, description, site_admin) VALUES ('group', ?, ?, '', ?, 0)", title, title, description);
    return this.group(title) as Principal;
  }

  /** Changes a title or description. */
  public update(principal: Principal, changes: { title?: string; description?: string }): void {
    this.database.run(
      'UPDATE principals SET title = ?, description = ? WHERE id = ?',
      changes.title ?? principal.title,
      changes.description ?? principal.description,
      principal.id
    );
  }

  /** Takes a principal off the site with its memberships and permissions. */
  public remove(principal: Principal): void {
    this.database.transaction(() => {
      this.database.run('DELETE FROM members WHERE group_id = ? OR user_id = ?', principal.id, principal.id);
      this.database.run('DELETE FROM assignments WHERE principal_id = ?', principal.id);
      if (principal.kind === 'group') {
        this.database.run('DELETE FROM principals WHERE id = ?', principal.id);
      } else {
        this.database.run('UPDATE principals SET removed = 1 WHERE id = ?', principal.id);
      }
    });
  }

  /** The users of a group. */
  public members(groupId: number): Principal[] {
    return this.database.rows('SELECT p.* FROM principals p JOIN members m ON m.user_id = p.id WHERE m.group_id = ? ORDER BY p.id', groupId).map(toPrincipal);
  }

  /** The groups of a user. */
  public groupsOf(userId: number): Principal[] {
    return this.database.rows('SELECT p.* FROM principals p JOIN members m ON m.group_id = p.id WHERE m.user_id = ? ORDER BY p.id', userId).map(toPrincipal);
  }

  /** Puts a user into a group. */
  public addMember(groupId: number, userId: number): void {
    this.database.run('INSERT OR IGNORE INTO members (group_id, user_id) VALUES (?, ?)', groupId, userId);
  }

  /** Takes a user out of a group. */
  public removeMember(groupId: number, userId: number): void {
    this.database.run('DELETE FROM members WHERE group_id = ? AND user_id = ?', groupId, userId);
  }
}

function toPrincipal(row: SqlRow): Principal {
  return {
    id: Number(row.id),
    kind: row.kind === 'group' ? 'group' : 'user',
    login: String(row.login),
    title: String(row.title),
    email: String(row.email),
    description: String(row.description),
    siteAdmin: row.site_admin === 1
  };
}
