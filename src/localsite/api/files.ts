import type { Segment } from '../odata/segments';
import { argument, guidArgument, numberArgument, textArgument } from '../odata/segments';
import { problems } from '../problem';
import type { Folder } from '../store/files';
import type { Item } from '../store/items';
import { pathOf } from '../store/items';
import { PERMISSION } from '../store/permissions';
import type { Answer, Call, Entity, Resource } from './call';
import { EMPTY, NO_CONTENT, action, demand, demandMatch, DONE, value } from './call';
import { fileVersionsResource } from './fileVersions';
import { entityAnswer } from './shape';

/** The most entries of a folder that SharePoint lists. */
const LIST_VIEW_THRESHOLD = 5000;

/** The files of a folder (`.../files`). */
export function filesResource(folder: Folder, segment: Segment, call: Call): Resource {
  const one = (name: string): Resource => {
    const file = call.site.items.byPath(folder.list, folder.path, name);
    if (file?.kind !== 'file') {
      throw problems.noFile(`${folder.path}/${name}`);
    }
    return fileResource(file);
  };
  if (segment.args.length > 0) {
    return one(textArgument(segment, 'url'));
  }
  return {
    members: () => {
      const files = call.site.items.children(folder.list, folder.path, 'file');
      if (files.length > LIST_VIEW_THRESHOLD) {
        throw problems.threshold();
      }
      return { metadata: 'SP.ApiData.Files', resources: files.map(fileResource) };
    },
    child(next) {
      switch (next.name) {
        case 'getbyurl':
          return one(textArgument(next, 'url'));
        case 'add':
          return addFile(folder, textArgument(next, 'url'), argument(next, 'overwrite', 1) === true, false);
        case 'addusingpath':
          return addFile(folder, textArgument(next, 'decodedurl'), argument(next, 'overwrite', 1) === true, argument(next, 'ensureuniquefilename', 3) === true);
        case 'addtemplatefile':
          return addTemplateFile(textArgument(next, 'urloffile'));
        default:
          return undefined;
      }
    }
  };
}

function addFile(folder: Folder, name: string, overwrite: boolean, unique: boolean): Resource {
  return action(async (call) => {
    demand(call, folder.list, PERMISSION.addListItems);
    const leaf = name.startsWith(`${folder.path}/`) ? name.slice(folder.path.length + 1) : name;
    const content = await call.site.content.store(call.body);
    const target = call.site.files.folder(folder.path);
    if (!target) {
      throw problems.notFound();
    }
    return entityAnswer(fileResource(call.site.files.addFile(target, leaf, content, call.user, { overwrite, unique })), call);
  });
}

/** A page from a template; its content is a word, for nobody renders it here. */
function addTemplateFile(path: string): Resource {
  return action(async (call) => {
    const slash = path.lastIndexOf('/');
    const folder = call.site.files.folder(path.slice(0, slash));
    if (!folder) {
      throw problems.notFound();
    }
    demand(call, folder.list, PERMISSION.addListItems);
    const content = await call.site.content.store(new TextEncoder().encode('<%@ Page Language="C#" %>'));
    return entityAnswer(fileResource(call.site.files.addFile(folder, path.slice(slash + 1), content, call.user, { overwrite: false, unique: false })), call);
  });
}

/** One file. */
export function fileResource(file: Item): Resource {
  return {
    entity: (call) => fileEntity(file, call),
    child: (segment, call) => partOf(file, segment, call) ?? uploadPart(file, segment) ?? doTo(file, segment),
    delete: (call) => remove(file, call)
  };
}

function partOf(file: Item, segment: Segment, call: Call): Resource | undefined {
  switch (segment.name) {
    case '$value':
    case 'openbinarystream':
      return {
        get: () => ({
          status: 200,
          headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(file.content?.size ?? 0), ETag: etagOf(file) },
          ...(file.content && { stream: call.site.content.read(file.content.hash) })
        }),
        put: (asked) => replaceContent(file, asked)
      };
    case 'savebinarystream':
      return action((asked) => replaceContent(file, asked));
    case 'listitemallfields':
      return call.open.item(file);
    case 'versions':
      return fileVersionsResource(file, segment, call);
    case 'author':
    case 'modifiedby':
    case 'checkedoutbyuser':
    case 'lockedbyuser':
      return personOf(file, segment.name, call);
    default:
      return undefined;
  }
}

function personOf(file: Item, name: string, call: Call): Resource {
  const id = name === 'author' ? file.author : name === 'modifiedby' ? file.editor : file.checkedOutBy;
  const principal = id === undefined ? undefined : call.site.principals.byId(id);
  return principal ? call.open.principal(principal) : { entity: () => ({ type: '', metadata: 'SP.User', properties: {} }), get: (asked) => value(asked, null) };
}

async function replaceContent(file: Item, call: Call): Promise<Answer> {
  demand(call, file.list, PERMISSION.editListItems);
  demandMatch(call, etagOf(file));
  const content = await call.site.content.store(call.body);
  call.site.files.replaceContent(current(file, call), content, call.user);
  return NO_CONTENT;
}

function uploadPart(file: Item, segment: Segment): Resource | undefined {
  const uploadId = (): string => guidArgument(segment, 'uploadid');
  const offset = (): number => numberArgument(segment, 'fileoffset', 1);
  const part = (take: (call: Call) => Promise<Answer>): Resource =>
    action((call) => {
      demand(call, file.list, PERMISSION.addListItems);
      call.site.files.demandNotLocked(file, call.user);
      return take(call);
    });
  switch (segment.name) {
    case 'startupload':
      return part(async (call) => value(call, String(await call.site.uploads.start(uploadId(), file.uniqueId, call.body)), 'StartUpload'));
    case 'continueupload':
      return part(async (call) => value(call, String(await call.site.uploads.continue(uploadId(), file.uniqueId, offset(), call.body)), 'ContinueUpload'));
    case 'finishupload':
      return part(async (call) => {
        const content = await call.site.uploads.finish(uploadId(), file.uniqueId, offset(), call.body);
        return entityAnswer(fileResource(call.site.files.replaceContent(current(file, call), content, call.user)), call);
      });
    case 'cancelupload':
      return part(async (call) => {
        await call.site.uploads.cancel(uploadId());
        return DONE;
      });
    default:
      return undefined;
  }
}

function doTo(file: Item, segment: Segment): Resource | undefined {
  const edit = (run: (call: Call, fresh: Item) => Answer): Resource =>
    action((call) => {
      demand(call, file.list, PERMISSION.editListItems);
      return run(call, current(file, call));
    });
  switch (segment.name) {
    case 'checkout':
      return edit((call, fresh) => {
        call.site.files.demandNotLocked(fresh, call.user);
        call.site.items.update(fresh, call.user.id, { checkedOutBy: call.user.id, newVersion: false, modified: fresh.modified });
        return EMPTY;
      });
    case 'checkin':
      return edit((call, fresh) => {
        demandCheckedOut(fresh, call);
        call.site.items.update(fresh, call.user.id, { checkedOutBy: null, checkInComment: String(argument(segment, 'comment') ?? ''), newVersion: false });
        return DONE;
      });
    case 'undocheckout':
      return edit((call, fresh) => {
        demandCheckedOut(fresh, call);
        call.site.items.update(fresh, fresh.editor, { checkedOutBy: null, newVersion: false, modified: fresh.modified });
        return DONE;
      });
    case 'publish':
    case 'unpublish':
    case 'approve':
    case 'deny':
      return edit((call, fresh) => {
        call.site.items.update(fresh, call.user.id, { checkInComment: String(argument(segment, 'comment') ?? ''), newVersion: false });
        return DONE;
      });
    case 'copyto':
      return action((call) => {
        demand(call, file.list, PERMISSION.addListItems);
        call.site.files.copy(current(file, call), textArgument(segment, 'strnewurl'), call.user, { overwrite: argument(segment, 'boverwrite', 1) === true, keepBoth: false });
        return DONE;
      });
    case 'moveto':
      return edit((call, fresh) => {
        call.site.files.move(fresh, textArgument(segment, 'newurl'), call.user, { overwrite: (Number(argument(segment, 'flags', 1) ?? 0) & 1) === 1, keepBoth: false });
        return DONE;
      });
    case 'recycle':
      return action((call) => {
        demand(call, file.list, PERMISSION.deleteListItems);
        call.site.files.demandNotLocked(file, call.user);
        return value(call, call.site.recycleBin.recycleItem(file, call.user.id), 'Recycle');
      });
    case 'deletewithparameters':
    case 'deleteobject':
      return action((call) => remove(file, call));
    default:
      return undefined;
  }
}

function demandCheckedOut(file: Item, call: Call): void {
  if (file.checkedOutBy === undefined) {
    throw problems.notCheckedOut(pathOf(file));
  }
  if (file.checkedOutBy !== call.user.id) {
    demand(call, file.list, PERMISSION.cancelCheckout);
  }
}

function remove(file: Item, call: Call): Answer {
  demand(call, file.list, PERMISSION.deleteListItems);
  demandMatch(call, etagOf(file));
  call.site.files.delete(file, call.user);
  return DONE;
}

/** The file as it is now: while a body arrived, another request may have changed it. */
function current(file: Item, call: Call): Item {
  const fresh = call.site.items.get(file.list, file.id);
  if (!fresh) {
    throw problems.noFile(pathOf(file));
  }
  return fresh;
}

function etagOf(file: Item): string {
  return `"{${file.uniqueId.toUpperCase()}},${file.revision}"`;
}

function fileEntity(file: Item, call: Call): Entity {
  const path = pathOf(file);
  return {
    type: 'SP.File',
    path: `Web/GetFileByServerRelativePath(decodedurl='${encodeURIComponent(path.replaceAll("'", "''"))}')`,
    metadata: 'SP.ApiData.Files/@Element',
    etag: etagOf(file),
    properties: {
      CheckInComment: file.checkInComment,
      CheckOutType: file.checkedOutBy === undefined ? 2 : 0,
      ContentTag: `{${file.uniqueId.toUpperCase()}},${file.revision},${file.contentTag}`,
      CustomizedPageStatus: 0,
      ETag: etagOf(file),
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true,
      IrmEnabled: false,
      Length: String(file.content?.size ?? 0),
      Level: file.checkedOutBy === undefined ? 1 : 255,
      LinkingUri: null,
      LinkingUrl: '',
      MajorVersion: file.version,
      MinorVersion: 0,
      Name: file.leaf,
      ServerRelativeUrl: path,
      TimeCreated: file.created,
      TimeLastModified: file.modified,
      Title: file.values.Title ?? null,
      UIVersion: file.version * 512,
      UIVersionLabel: `${file.version}.0`,
      UniqueId: file.uniqueId
    },
    selectable: {
      ListId: file.list.id,
      SiteId: call.site.identity.siteId,
      WebId: call.site.identity.webId,
      ServerRelativePath: { DecodedUrl: path },
      VroomItemID: file.uniqueId
    }
  };
}
