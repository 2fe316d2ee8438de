import { argument, guidArgument, numberArgument, textArgument } from '../odata/segments';
import type { Segment } from '../odata/segments';
import { problems } from '../problem';
import { TITLE_ID } from '../store/columns';
import { isLibrary } from '../store/lists';
import type { List } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import { WEB_SCOPE } from '../store/roles';
import type { Call, Entity, Resource } from './call';
import { NO_CONTENT, action, basePermissions, emptyCollection, func, plain, sees, value } from './call';
import { changesAction } from './changes';
import { listsResource, visibleList } from './lists';
import { recycleBinResource } from './recycleBin';
import { regionalSettings } from './regionalSettings';
import { siteFolders, webRootFolder } from './folders';
import { entityAnswer } from './shape';

const TEAM_SITE = 'STS';

/** The site (`_api/web`). */
export const webResource: Resource = {
  entity: webEntity,
  child: (segment, call) => fileChild(segment, call) ?? listChild(segment, call) ?? peopleChild(segment, call) ?? otherChild(segment, call) ?? call.open.security(segment, WEB_SCOPE),
  async merge(call) {
    call.site.roles.demand(WEB_SCOPE, call.user, PERMISSION.manageWeb);
    const { Title: title } = await call.json();
    if (typeof title === 'string') {
      call.site.set('title', title);
    }
    return NO_CONTENT;
  }
};

function webEntity(call: Call): Entity {
  const { site, webUrl } = call;
  const { identity } = site;
  return {
    type: 'SP.Web',
    path: 'Web',
    metadata: 'SP.ApiData.Webs/@Element',
    properties: {
      Id: identity.webId,
      Title: site.title,
      Description: '',
      Url: webUrl,
      ServerRelativeUrl: site.path,
      Created: identity.created,
      LastItemModifiedDate: () => site.lists.all().reduce((latest, list) => (list.itemsModified > latest ? list.itemsModified : latest), identity.created),
      LastItemUserModifiedDate: () => site.lists.all().reduce((latest, list) => (list.itemsModified > latest ? list.itemsModified : latest), identity.created),
      Language: 1033,
      WebTemplate: TEAM_SITE,
      Configuration: 3,
      IsMultilingual: true,
      RecycleBinEnabled: true,
      EnableMinimalDownload: false,
      QuickLaunchEnabled: true,
      UIVersion: 15
    },
    selectable: {
      ServerRelativePath: { DecodedUrl: site.path },
      ResourcePath: { DecodedUrl: webUrl },
      CurrentChangeToken: () => ({ StringValue: site.changes.currentToken(1, identity.webId) }),
      EffectiveBasePermissions: () => basePermissions(call, WEB_SCOPE),
      HasUniqueRoleAssignments: true
    }
  };
}

function fileChild(segment: Segment, call: Call): Resource | undefined {
  const { files } = call.site;
  switch (segment.name) {
    case 'getfilebyserverrelativepath':
    case 'getfilebyserverrelativeurl': {
      const path = textArgument(segment, segment.name.endsWith('path') ? 'decodedurl' : 'serverrelativeurl');
      const file = files.file(absolutePath(path, call));
      return visible(file, path, call);
    }
    case 'getfilebyurl': {
      const path = absolutePath(textArgument(segment, 'fileurl'), call);
      return visible(files.file(path), path, call);
    }
    case 'getfilebyid':
      return visible(files.fileById(guidArgument(segment, 'uniqueid')), undefined, call);
    case 'getfolderbyserverrelativepath':
    case 'getfolderbyserverrelativeurl': {
      const path = absolutePath(textArgument(segment, segment.name.endsWith('path') ? 'decodedurl' : 'serverrelativeurl'), call);
      return path.replace(/\/$/, '').toLowerCase() === call.site.path.toLowerCase() ? webRootFolder : folderResource(files.folder(path), call);
    }
    case 'getfolderbyid': {
      const id = guidArgument(segment, 'uniqueid');
      return id === call.site.identity.webId ? webRootFolder : folderResource(files.folderById(id), call);
    }
    case 'rootfolder':
      return webRootFolder;
    case 'folders':
      return siteFolders(segment, call);
    default:
      return undefined;
  }
}

function visible(file: ReturnType<Call['site']['files']['file']>, path: string | undefined, call: Call): Resource {
  if (!file || !sees(call, file.list)) {
    throw path === undefined ? problems.notFound() : problems.noFile(path);
  }
  return call.open.file(file);
}

function folderResource(folder: ReturnType<Call['site']['files']['folder']>, call: Call): Resource {
  if (!folder || !sees(call, folder.list)) {
    throw problems.notFound();
  }
  return call.open.folder(folder);
}

/** A server-relative path, whether it was given so, relative to the site or as a whole URL (percent-encoded). */
function absolutePath(text: string, call: Call): string {
  if (/^https?:\/\//i.test(text)) {
    return decodeURIComponent(new URL(text).pathname);
  }
  return text.startsWith('/') ? text : `${call.site.path}/${text}`;
}

function listChild(segment: Segment, call: Call): Resource | undefined {
  const { lists } = call.site;
  switch (segment.name) {
    case 'lists':
      return segment.args.length === 0 ? listsResource : call.open.list(visibleList(call, lists.byId(guidArgument(segment)), () => problems.noList()));
    case 'getlist':
    case 'getlistusingpath': {
      const path = absolutePath(textArgument(segment, segment.name === 'getlist' ? 'strurl' : 'decodedurl'), call).replace(/\/$/, '');
      const list = lists.all().find((candidate) => candidate.folder.toLowerCase() === path.toLowerCase());
      return call.open.list(visibleList(call, list, () => problems.notFound()));
    }
    case 'defaultdocumentlibrary':
      return call.open.list(visibleList(call, lists.all().find((list: List) => list.folder.endsWith('/Shared Documents') && isLibrary(list)), () => problems.noList()));
    case 'getchanges':
      return changesAction(1, call.site.identity.webId);
    case 'recyclebin':
      return recycleBinResource(segment, call);
    default:
      return undefined;
  }
}

function peopleChild(segment: Segment, call: Call): Resource | undefined {
  const { principals } = call.site;
  switch (segment.name) {
    case 'currentuser':
      return call.open.principal(call.user);
    case 'siteusers':
    case 'sitegroups': {
      const collection = call.open.principals(segment.name === 'siteusers' ? 'user' : 'group');
      return segment.args.length === 0 ? collection : collection.child?.({ ...segment, name: 'getbykey' }, call);
    }
    case 'getuserbyid': {
      const user = principals.byId(numberArgument(segment, 'userid'));
      if (user?.kind !== 'user') {
        throw problems.noUser(String(argument(segment, 'userid')));
      }
      return call.open.principal(user);
    }
    case 'ensureuser':
      return action(async () => {
        const { logonName } = await call.json();
        const known = principals.user(String(logonName));
        const address = String(logonName).slice(String(logonName).lastIndexOf('|') + 1);
        if (!known && !/^[^@\s]+@example\.org$/i.test(address)) {
          throw problems.noUser(String(logonName));
        }
        return entityAnswer(call.open.principal(known ?? principals.ensureUser(address)), call);
      });
    case 'associatedownergroup':
    case 'associatedmembergroup':
    case 'associatedvisitorgroup': {
      const title = { associatedownergroup: 'Secretariat', associatedmembergroup: 'Members', associatedvisitorgroup: 'Visitors' }[segment.name];
      const group = principals.group(title);
      if (!group) {
        throw problems.noGroup();
      }
      return call.open.principal(group);
    }
    default:
      return undefined;
  }
}

function otherChild(segment: Segment, call: Call): Resource | undefined {
  switch (segment.name) {
    case 'fields':
    case 'availablefields':
      return segment.args.length === 0
        ? call.open.fields(0)
        : call.open.fields(0).child?.({ ...segment, name: 'getbyid' }, call);
    case 'allproperties':
      return { entity: () => ({ type: 'SP.PropertyValues', path: 'Web/AllProperties', metadata: 'SP.ApiData.PropertyValues/@Element', properties: { vti_x005f_defaultlanguage: 'en-us', TitleFieldId: TITLE_ID } }) };
    case 'regionalsettings':
      return regionalSettings;
    case 'effectivebasepermissions':
      return plain(() => basePermissions(call, WEB_SCOPE));
    case 'webs':
    case 'webinfos':
      return emptyCollection('SP.ApiData.Webs');
    case 'features':
    case 'usercustomactions':
    case 'contenttypes':
    case 'eventreceivers':
    case 'getcustomlisttemplates':
      return emptyCollection(`SP.ApiData.${segment.text}`);
    case 'getcontextwebinformation':
      return func(() => value(call, { WebFullUrl: call.webUrl, SiteFullUrl: call.webUrl, LibraryVersion: '16.0.0.0' }));
    default:
      return undefined;
  }
}
