import { problems } from '../problem';
import type { Database, SqlRow } from './database';
import type { PermissionMask, Role } from './permissions';
import { NO_PERMISSIONS, ROLE_SEEDS, has, union } from './permissions';
import type { Principal, Principals } from './principals';

/** The scope of the whole site; a list's scope is its id. */
export const WEB_SCOPE = 'web';

/** Who may do what: permission levels given to principals on the site, or on a list that no longer inherits. */
export class Roles {
  public constructor(
    private readonly database: Database,
    private readonly principals: Principals
  ) {
    database.script(`CREATE TABLE IF NOT EXISTS roles (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE, description TEXT NOT NULL, kind INTEGER NOT NULL,
      position INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS unique_scopes (scope TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS assignments (
      scope TEXT NOT NULL, principal_id INTEGER NOT NULL, role_id INTEGER NOT NULL, PRIMARY KEY (scope, principal_id, role_id)) WITHOUT ROWID`);
  }

  /** Gives a new site its permission levels. */
  public seed(): void {
    for (const role of ROLE_SEEDS) {
      const { id, name, description, kind, order, mask } = role;
      this.database.run('INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?)', id, name, description, kind, order, mask.high, mask.low);
    }
  }

  /** Every permission level. */
  public all(): Role[] {
    return this.database.rows('SELECT * FROM roles ORDER BY position').map(toRole);
  }

  /**
   * A permission level.
   * @throws SharePointProblem 404
   */
  public find(match: (role: Role) => boolean, name: string): Role {
    const role = this.all().find(match);
    if (!role) {
      throw problems.noRole(name);
    }
    return role;
  }

  /** Adds a permission level. */
  public add(role: Omit<Role, 'id' | 'kind'>): Role {
    this.database.run(
      'INSERT INTO roles (name, description, kind, position, high, low) VALUES (?, ?, 0, ?, ?, ?)',
      role.name,
      role.description,
      role.order,
      role.mask.high,
      role.mask.low
    );
    return this.find((candidate) => candidate.name === role.name, role.name);
  }

  /** Changes a permission level. */
  public update(role: Role): void {
    this.database.run(
      'UPDATE roles SET name = ?, description = ?, position = ?, high = ?, low = ? WHERE id = ?',
      role.name,
      role.description,
      role.order,
      role.mask.high,
      role.mask.low,
      role.id
    );
  }

  /** Removes a permission level with everything it gave. */
  public delete(role: Role): void {
    this.database.transaction(() => {
      this.database.run('DELETE FROM assignments WHERE role_id = ?', role.id);
      this.database.run('DELETE FROM roles WHERE id = ?', role.id);
    });
  }

  /** Whether a list has permissions of its own. */
  public isUnique(scope: string): boolean {
    return scope === WEB_SCOPE || this.database.row('SELECT 1 FROM unique_scopes WHERE scope = ?', scope) !== undefined;
  }

  /** Makes a list's permissions its own, with the site's as a start or with the acting user's full control alone. */
  public breakInheritance(scope: string, copy: boolean, acting: Principal): void {
    if (this.isUnique(scope)) {
      return;
    }
    this.database.transaction(() => {
      this.database.run('INSERT INTO unique_scopes (scope) VALUES (?)', scope);
      if (copy) {
        this.database.run('INSERT INTO assignments SELECT ?, principal_id, role_id FROM assignments WHERE scope = ?', scope, WEB_SCOPE);
      } else {
        this.assign(scope, acting.id, ROLE_SEEDS[0].id);
      }
    });
  }

  /** Lets a list inherit the site's permissions again. */
  public inherit(scope: string): void {
    this.database.transaction(() => {
      this.database.run('DELETE FROM unique_scopes WHERE scope = ?', scope);
      this.database.run('DELETE FROM assignments WHERE scope = ?', scope);
    });
  }

  /** Gives a principal a permission level. */
  public assign(scope: string, principalId: number, roleId: number): void {
    this.database.run('INSERT OR IGNORE INTO assignments (scope, principal_id, role_id) VALUES (?, ?, ?)', scope, principalId, roleId);
  }

  /** Takes a permission level, or every one, from a principal. */
  public unassign(scope: string, principalId: number, roleId?: number): void {
    if (roleId === undefined) {
      this.database.run('DELETE FROM assignments WHERE scope = ? AND principal_id = ?', scope, principalId);
    } else {
      this.database.run('DELETE FROM assignments WHERE scope = ? AND principal_id = ? AND role_id = ?', scope, principalId, roleId);
    }
  }

  /** Who has which permission levels in a scope, inherited ones included. */
  public assignments(scope: string): { principalId: number; roleIds: number[] }[] {
    const rows = this.database.rows('SELECT principal_id, role_id FROM assignments WHERE scope = ? ORDER BY principal_id', this.isUnique(scope) ? scope : WEB_SCOPE);
    const byPrincipal = new Map<number, number[]>();
    for (const row of rows) {
      const id = Number(row.principal_id);
      byPrincipal.set(id, [...(byPrincipal.get(id) ?? []), Number(row.role_id)]);
    }
    return [...byPrincipal].map(([principalId, roleIds]) => ({ principalId, roleIds }));
  }

  /** What a user may do in a scope. */
  public permissions(scope: string, user: Principal): PermissionMask {
    if (user.siteAdmin) {
      return ROLE_SEEDS[0].mask;
    }
    const ids = [user.id, ...this.principals.groupsOf(user.id).map((group) => group.id)];
    const rows = this.database.rows(
      `SELECT r.high, r.low FROM assignments a JOIN roles r ON r.id = a.role_id WHERE a.scope = ? AND a.principal_id IN (${ids.map(() => '?').join(', ')})`,
      this.isUnique(scope) ? scope : WEB_SCOPE,
      ...ids
    );
    return rows.reduce((mask, row) => union(mask, { high: Number(row.high), low: Number(row.low) }), NO_PERMISSIONS);
  }

  /**
   * Refuses what a user may not do.
   * @throws SharePointProblem 403
   */
  public demand(scope: string, user: Principal, permission: number): void {
    if (!has(this.permissions(scope, user), permission)) {
      throw problems.accessDenied();
    }
  }
}

function toRole(row: SqlRow): Role {
  return {
    id: Number(row.id),
    name: String(row.name),
    description: String(row.description),
    kind: Number(row.kind),
    order: Number(row.position),
    mask: { high: Number(row.high), low: Number(row.low) }
  };
}
