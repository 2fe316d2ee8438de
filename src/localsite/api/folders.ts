import type { Segment } from '../odata/segments';
import { argument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import { splitPath } from '../store/fileNames';
import type { Folder } from '../store/files';
import { PERMISSION } from '../store/permissions';
import type { Answer, Call, Entity, Resource } from './call';
import { NO_CONTENT, action, demand, DONE, plain, sees, value } from './call';
import { filesResource } from './files';
import { entityAnswer } from './shape';

/** The root folder of the site; the libraries' root folders are its subfolders. */
export const webRootFolder: Resource = {
  entity: (call) => rootEntity(call),
  child: (segment, call) => {
    switch (segment.name) {
      case 'folders':
        return siteFolders(segment, call);
      case 'files':
        return { members: () => ({ metadata: 'SP.ApiData.Files', resources: [] }) };
      case 'listitemallfields':
      case 'parentfolder':
        return { entity: () => ({ type: '', metadata: 'SP.Folder', properties: {} }), get: (asked) => value(asked, null) };
      case 'storagemetrics':
        return plain(() => ({ TotalFileCount: '0', TotalFileStreamSize: '0', TotalSize: '0', LastModified: call.site.identity.created }));
      case 'properties':
        return folderProperties('Web/RootFolder', {});
      default:
        return undefined;
    }
  }
};

/** The folders at the top of the site. */
export function siteFolders(segment: Segment, call: Call): Resource {
  const visible = call.site.lists.all().filter((list) => sees(call, list) && splitPath(list.folder).folder === call.site.path);
  const one = (name: string): Resource => {
    const leaf = name.startsWith(`${call.site.path}/`) ? name.slice(call.site.path.length + 1) : name;
    const folder = call.site.files.folder(`${call.site.path}/${leaf}`);
    if (!folder || !sees(call, folder.list)) {
      throw problems.notFound();
    }
    return folderResource(folder);
  };
  if (segment.args.length > 0) {
    return one(textArgument(segment, 'url'));
  }
  return {
    members: () => ({ metadata: 'SP.ApiData.Folders', resources: visible.map((list) => folderResource({ list, path: list.folder })) }),
    child: (next) => {
      switch (next.name) {
        case 'getbyurl':
          return one(textArgument(next, 'url'));
        case 'add':
        case 'addusingpath':
          return addFolder(undefined, textArgument(next, next.name === 'add' ? 'url' : 'decodedurl'), argument(next, 'overwrite', 1) === true);
        default:
          return undefined;
      }
    }
  };
}

/** One folder of a library. */
export function folderResource(folder: Folder): Resource {
  return {
    entity: (call) => folderEntity(folder, call),
    child: (segment, call) => partOf(folder, segment, call) ?? doTo(folder, segment),
    async merge(call) {
      demand(call, folder.list, PERMISSION.editListItems);
      const { Name: name } = await call.json();
      if (folder.item && typeof name === 'string' && name !== folder.item.leaf) {
        call.site.files.rename(folder.item, name, call.user);
      }
      return NO_CONTENT;
    },
    delete: (call) => remove(folder, call)
  };
}

function partOf(folder: Folder, segment: Segment, call: Call): Resource | undefined {
  switch (segment.name) {
    case 'files':
      return filesResource(folder, segment, call);
    case 'folders':
      return subfolders(folder, segment, call);
    case 'listitemallfields':
      return folder.item ? call.open.item(folder.item) : { entity: () => ({ type: '', metadata: 'SP.ListItem', properties: {} }), get: (asked) => value(asked, null) };
    case 'parentfolder': {
      const parent = call.site.files.folder(splitPath(folder.path).folder);
      return parent ? folderResource(parent) : webRootFolder;
    }
    case 'properties':
      return folderProperties(address(folder), folder.item?.values ?? {});
    case 'storagemetrics':
      return plain(() => {
        const files = call.site.items.descendants(folder.list, folder.path).filter((item) => item.kind === 'file');
        const total = String(files.reduce((sum, file) => sum + (file.content?.size ?? 0), 0));
        return { LastModified: folder.list.itemsModified, TotalFileCount: String(files.length), TotalFileStreamSize: total, TotalSize: total };
      });
    default:
      return undefined;
  }
}

function subfolders(folder: Folder, segment: Segment, call: Call): Resource {
  const one = (name: string): Resource => {
    const found = call.site.files.folder(name.startsWith('/') ? name : `${folder.path}/${name}`);
    if (!found) {
      throw problems.notFound();
    }
    return folderResource(found);
  };
  if (segment.args.length > 0) {
    return one(textArgument(segment, 'url'));
  }
  return {
    members: () => ({
      metadata: 'SP.ApiData.Folders',
      resources: call.site.items.children(folder.list, folder.path, 'folder').map((item) => folderResource({ list: folder.list, path: `${folder.path}/${item.leaf}`, item }))
    }),
    child: (next) => {
      switch (next.name) {
        case 'getbyurl':
          return one(textArgument(next, 'url'));
        case 'add':
        case 'addusingpath':
          return addFolder(folder, textArgument(next, next.name === 'add' ? 'url' : 'decodedurl'), argument(next, 'overwrite', 1) === true);
        default:
          return undefined;
      }
    },
    post: async (asked) => {
      const { ServerRelativeUrl: path } = await asked.json();
      return add(folder, String(path ?? ''), false, asked);
    }
  };
}

function addFolder(parent: Folder | undefined, name: string, overwrite: boolean): Resource {
  return action((call) => add(parent, name, overwrite, call));
}

/** A name is relative to the folder it is added to, unless it is a server-relative path. */
function add(parent: Folder | undefined, name: string, overwrite: boolean, call: Call): Answer {
  const base = parent?.path ?? call.site.path;
  const path = name.startsWith('/') ? name : `${base}/${name}`;
  const { folder: parentPath, leaf } = splitPath(path);
  const target = call.site.files.folder(parentPath);
  if (!target) {
    throw problems.notFound();
  }
  demand(call, target.list, PERMISSION.addListItems);
  return entityAnswer(folderResource(call.site.files.addFolder(target, leaf, call.user, overwrite)), call, 201);
}

function doTo(folder: Folder, segment: Segment): Resource | undefined {
  switch (segment.name) {
    case 'recycle':
      return action((call) => {
        demand(call, folder.list, PERMISSION.deleteListItems);
        return value(call, call.site.recycleBin.recycleItem(demandItem(folder), call.user.id), 'Recycle');
      });
    case 'deletewithparameters':
      return action((call) => remove(folder, call));
    case 'addsubfolderusingpath':
      return action(async (call) => {
        demand(call, folder.list, PERMISSION.addListItems);
        const { leafPath } = (await call.json()) as { leafPath?: { DecodedUrl?: string } };
        call.site.files.addFolder(folder, String(leafPath?.DecodedUrl ?? ''), call.user, false);
        return DONE;
      });
    case 'moveto':
      return action((call) => {
        demand(call, folder.list, PERMISSION.editListItems);
        call.site.files.move(demandItem(folder), textArgument(segment, 'newurl'), call.user, { overwrite: false, keepBoth: false });
        return DONE;
      });
    default:
      return undefined;
  }
}

function remove(folder: Folder, call: Call): Answer {
  demand(call, folder.list, PERMISSION.deleteListItems);
  call.site.files.delete(demandItem(folder), call.user);
  return DONE;
}

function demandItem(folder: Folder): NonNullable<Folder['item']> {
  if (!folder.item) {
    throw problems.systemObject(folder.path);
  }
  return folder.item;
}

function address(folder: Folder): string {
  return `Web/GetFolderByServerRelativePath(decodedurl='${encodeURIComponent(folder.path.replaceAll("'", "''"))}')`;
}

function folderProperties(path: string, values: Readonly<Record<string, unknown>>): Resource {
  return { entity: () => ({ type: 'SP.PropertyValues', path: `${path}/Properties`, metadata: 'SP.ApiData.PropertyValues/@Element', properties: { vti_x005f_folderitemcount: 0, ...values } }) };
}

function folderEntity(folder: Folder, call: Call): Entity {
  const { list, item, path } = folder;
  return {
    type: 'SP.Folder',
    path: address(folder),
    metadata: 'SP.ApiData.Folders/@Element',
    properties: {
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IsWOPIEnabled: false,
      ItemCount: () => call.site.items.childCount(list, path),
      Name: splitPath(path).leaf,
      ProgID: null,
      ServerRelativeUrl: path,
      TimeCreated: item?.created ?? list.created,
      TimeLastModified: item?.modified ?? list.itemsModified,
      UniqueId: item?.uniqueId ?? list.folderId,
      WelcomePage: ''
    },
    selectable: { ServerRelativePath: { DecodedUrl: path }, ContentTypeOrder: [], UniqueContentTypeOrder: null, ListId: list.id }
  };
}

function rootEntity(call: Call): Entity {
  const { path, identity } = call.site;
  return {
    type: 'SP.Folder',
    path: 'Web/RootFolder',
    metadata: 'SP.ApiData.Folders/@Element',
    properties: {
      Exists: true,
      IsWOPIEnabled: false,
      ItemCount: 0,
      Name: '',
      ProgID: null,
      ServerRelativeUrl: path,
      TimeCreated: identity.created,
      TimeLastModified: identity.created,
      UniqueId: identity.webId,
      WelcomePage: 'SitePages/Home.aspx'
    },
    selectable: { ServerRelativePath: { DecodedUrl: path }, ContentTypeOrder: [], UniqueContentTypeOrder: null }
  };
}
