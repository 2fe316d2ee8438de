import { problems } from '../problem';
import { CHANGE } from './changes';
import type { StoredContent } from './content';
import type { Database } from './database';
import { checkFileName, numberedName, splitPath } from './fileNames';
import type { Item, Items } from './items';
import { pathOf } from './items';
import type { List, Lists } from './lists';
import { isLibrary } from './lists';
import type { Principal, Principals } from './principals';

/** A folder: a library's root, or a folder within one. */
export interface Folder {
  readonly list: List;
  /** Server-relative URL. */
  readonly path: string;
  /** Absent for the root folder. */
  readonly item?: Item;
}

/** Files and folders of the libraries: where they lie, and how they are added, overwritten, moved and copied. */
export class Files {
  public constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly items: Items,
    private readonly principals: Principals
  ) {}

  /** The file at a server-relative path. */
  public file(path: string): Item | undefined {
    const item = this.at(path);
    return item?.kind === 'file' ? item : undefined;
  }

  /** The folder at a server-relative path. */
  public folder(path: string): Folder | undefined {
    const trimmed = path.replace(/\/+$/, '');
    const list = this.lists.containing(trimmed);
    if (list && list.folder.toLowerCase() === trimmed.toLowerCase()) {
      return { list, path: list.folder };
    }
    const item = this.at(trimmed);
    return item?.kind === 'folder' ? { list: item.list, path: pathOf(item), item } : undefined;
  }

  /** The file of a unique id. */
  public fileById(uniqueId: string): Item | undefined {
    const item = this.items.byUniqueId(uniqueId);
    return item?.kind === 'file' ? item : undefined;
  }

  /** The folder of a unique id. */
  public folderById(uniqueId: string): Folder | undefined {
    const root = this.lists.all().find((list) => list.folderId === uniqueId);
    if (root) {
      return { list: root, path: root.folder };
    }
    const item = this.items.byUniqueId(uniqueId);
    return item?.kind === 'folder' ? { list: item.list, path: pathOf(item), item } : undefined;
  }

  /**
   * Adds a file, or overwrites it.
   * @throws SharePointProblem for a forbidden or taken name, or a file that someone else checked out
   */
  public addFile(folder: Folder, leaf: string, content: StoredContent, user: Principal, options: { overwrite: boolean; unique: boolean }): Item {
    checkFileName(leaf);
    if (!isLibrary(folder.list)) {
      throw problems.badArgument('Files can be added to document libraries only.');
    }
    return this.database.transaction(() => {
      const present = this.items.byPath(folder.list, folder.path, leaf);
      if (!present) {
        return this.items.add(folder.list, { kind: 'file', folder: folder.path, leaf, author: user.id, values: {}, content });
      }
      if (options.unique) {
        return this.items.add(folder.list, { kind: 'file', folder: folder.path, leaf: this.freeName(folder, leaf), author: user.id, values: {}, content });
      }
      if (!options.overwrite || present.kind !== 'file') {
        throw problems.fileExists(`${folder.path}/${leaf}`);
      }
      return this.replaceContent(present, content, user);
    });
  }

  /** Gives a file new content. */
  public replaceContent(file: Item, content: StoredContent, user: Principal): Item {
    this.demandNotLocked(file, user);
    return this.items.update(file, user.id, { content });
  }

  /**
   * Adds a folder; the one that is there when it may be.
   * @throws SharePointProblem for a forbidden or taken name
   */
  public addFolder(parent: Folder, leaf: string, user: Principal, overwrite: boolean): Folder {
    checkFileName(leaf);
    const present = this.items.byPath(parent.list, parent.path, leaf);
    if (present) {
      if (present.kind !== 'folder' || !overwrite) {
        throw problems.fileExists(`${parent.path}/${leaf}`);
      }
      return { list: parent.list, path: pathOf(present), item: present };
    }
    const item = this.items.add(parent.list, { kind: 'folder', folder: parent.path, leaf, author: user.id, values: {} });
    return { list: parent.list, path: pathOf(item), item };
  }

  /**
   * Renames a file or folder within its folder.
   * @throws SharePointProblem for a forbidden or taken name
   */
  public rename(item: Item, leaf: string, user: Principal, values: Item['values'] = {}): Item {
    checkFileName(leaf);
    return this.database.transaction(() => {
      const present = this.items.byPath(item.list, item.folder, leaf);
      if (present && present.id !== item.id) {
        throw problems.fileExists(`${item.folder}/${leaf}`);
      }
      if (item.kind === 'folder') {
        this.items.rebase(item.list, pathOf(item), `${item.folder}/${leaf}`);
      }
      return this.items.update(item, user.id, { leaf, values, logged: [CHANGE.rename] });
    });
  }

  /**
   * Moves a file or folder to another path. Within its list it stays the same item; into another list it becomes a
   * new item with the same unique id and time of creation, as in SharePoint.
   * @throws SharePointProblem for a missing target folder, a taken name or a locked file
   */
  public move(item: Item, target: string, user: Principal, options: { overwrite: boolean; keepBoth: boolean }): Item {
    this.demandNotLocked(item, user);
    return this.database.transaction(() => {
      const { folder, leaf } = this.targetOf(item, target, user, options);
      const moved = [CHANGE.moveAway, CHANGE.moveInto];
      if (folder.list.key !== item.list.key) {
        return this.moveToList(item, folder, leaf);
      }
      if (folder.path.toLowerCase() === item.folder.toLowerCase()) {
        return this.rename(item, leaf, user);
      }
      if (item.kind === 'folder') {
        this.items.rebase(item.list, pathOf(item), `${folder.path}/${leaf}`);
      }
      return this.items.update(item, user.id, { folder: folder.path, leaf, newVersion: false, logged: moved });
    });
  }

  /**
   * Copies a file, or a folder with everything in it.
   * @throws SharePointProblem for a missing target folder or a taken name
   */
  public copy(item: Item, target: string, user: Principal, options: { overwrite: boolean; keepBoth: boolean }): Item {
    return this.database.transaction(() => {
      const { folder, leaf } = this.targetOf(item, target, user, options);
      return this.copyInto(item, folder, leaf, user);
    });
  }

  /** Removes a file or folder for good, with what lies in it. */
  public delete(item: Item, user: Principal): void {
    this.demandNotLocked(item, user);
    this.database.transaction(() => {
      if (item.kind === 'folder') {
        this.items.descendants(item.list, pathOf(item)).forEach((below) => this.items.delete(below));
      }
      this.items.delete(item);
    });
  }

  /**
   * Refuses a change of a file that someone else checked out.
   * @throws SharePointProblem 423
   */
  public demandNotLocked(item: Item, user: Principal): void {
    if (item.checkedOutBy !== undefined && item.checkedOutBy !== user.id) {
      throw problems.checkedOut(pathOf(item), this.principals.byId(item.checkedOutBy)?.login ?? '');
    }
  }

  private at(path: string): Item | undefined {
    const { folder, leaf } = splitPath(path);
    const list = this.lists.containing(folder);
    return list && this.items.byPath(list, folder, leaf);
  }

  private targetOf(item: Item, target: string, user: Principal, options: { overwrite: boolean; keepBoth: boolean }): { folder: Folder; leaf: string } {
    const { folder: path, leaf } = splitPath(target);
    checkFileName(leaf);
    const folder = this.folder(path);
    if (!folder || (item.kind === 'folder' && `${folder.path}/`.startsWith(`${pathOf(item)}/`))) {
      throw problems.notFound();
    }
    const present = this.items.byPath(folder.list, folder.path, leaf);
    if (!present || present.id === item.id) {
      return { folder, leaf };
    }
    if (options.overwrite) {
      this.delete(present, user);
      return { folder, leaf };
    }
    if (options.keepBoth) {
      return { folder, leaf: this.freeName(folder, leaf) };
    }
    throw problems.fileExists(target);
  }

  private moveToList(item: Item, folder: Folder, leaf: string): Item {
    const below = item.kind === 'folder' ? this.items.descendants(item.list, pathOf(item)).reverse() : [];
    const target = `${folder.path}/${leaf}`;
    [...below].reverse().forEach((child) => this.items.delete(child));
    this.items.delete(item);
    const moved = this.items.add(folder.list, { kind: item.kind, folder: folder.path, leaf, author: item.author, values: sharedValues(item, folder.list), content: item.content, uniqueId: item.uniqueId, created: item.created });
    for (const child of below) {
      const at = `${target}${child.folder.slice(pathOf(item).length)}`;
      this.items.add(folder.list, { kind: child.kind, folder: at, leaf: child.leaf, author: child.author, values: sharedValues(child, folder.list), content: child.content, uniqueId: child.uniqueId, created: child.created });
    }
    return moved;
  }

  private copyInto(item: Item, folder: Folder, leaf: string, user: Principal): Item {
    const children = item.kind === 'folder' ? (['file', 'folder'] as const).flatMap((kind) => this.items.children(item.list, pathOf(item), kind)) : [];
    const copy = this.items.add(folder.list, { kind: item.kind, folder: folder.path, leaf, author: user.id, values: sharedValues(item, folder.list), content: item.content });
    children.forEach((child) => this.copyInto(child, { list: folder.list, path: pathOf(copy), item: copy }, child.leaf, user));
    return copy;
  }

  private freeName(folder: Folder, leaf: string): string {
    for (let number = 1; ; number += 1) {
      const candidate = numberedName(leaf, number);
      if (!this.items.byPath(folder.list, folder.path, candidate)) {
        return candidate;
      }
    }
  }
}

/** Values that a copy keeps: all of them within a list, the title elsewhere. */
function sharedValues(item: Item, list: List): Item['values'] {
  return list.key === item.list.key ? item.values : { Title: item.values.Title ?? null };
}
