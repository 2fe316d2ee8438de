import { numberArgument } from '../odata/segments';
import { problems } from '../problem';
import type { List } from '../store/lists';
import { isLibrary, itemType } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Call, Entity, Resource } from './call';
import { NO_CONTENT, action, basePermissions, demand, demandMatch, DONE, emptyCollection, ownItemsOnly, plain, value } from './call';
import { addWithForm } from './formValues';
import { camlItems, renderListData, renderListDataAsStream } from './camlQueries';
import { changesAction, currentChangeToken } from './changes';
import { listItemChanges, renderFormData, reserveItemId } from './listSync';
import { subscriptionsResource } from './subscriptions';
import { viewResource, viewsResource } from './views';

/** One list (`_api/web/lists(guid'...')`). */
export function listResource(list: List): Resource {
  return {
    entity: (call) => listEntity(list, call),
    child(segment, call) {
      switch (segment.name) {
        case 'items':
          return segment.args.length === 0 ? call.open.items(list) : itemChild(list, numberArgument(segment, 'id'), call);
        case 'getitembyid':
          return itemChild(list, numberArgument(segment, 'id'), call);
        case 'fields':
          return segment.args.length === 0 ? call.open.fields(list.key, list) : call.open.fields(list.key, list).child?.({ ...segment, name: 'getbyid' }, call);
        case 'rootfolder':
          return call.open.folder({ list, path: list.folder });
        case 'parentweb':
          return call.open.web();
        case 'subscriptions':
          return subscriptionsResource(list, segment);
        case 'getchanges':
          return changesAction(3, list.id);
        case 'getitems':
          return camlItems(list);
        case 'renderlistdata':
          return renderListData(list, segment);
        case 'renderlistdataasstream':
          return renderListDataAsStream(list);
        case 'addvalidateupdateitemusingpath':
          return addWithForm(list);
        case 'reservelistitemid':
          return reserveItemId(list);
        case 'renderlistformdata':
          return renderFormData(list, segment);
        case 'getlistitemchangessincetoken':
          return listItemChanges(list);
        case 'views':
          return viewsResource(list, segment);
        case 'defaultview':
        case 'getview':
          return viewResource(list);
        case 'effectivebasepermissions':
          return plain(() => basePermissions(call, list.id));
        case 'eventreceivers':
        case 'getrelatedfields':
        case 'usercustomactions':
        case 'forms':
          return emptyCollection(`SP.ApiData.${segment.text}`);
        case 'contenttypes':
          return contentTypes(list);
        case 'informationrightsmanagementsettings':
          return plain(() => ({ AllowPrint: false, PolicyTitle: '' }));
        case 'recycle':
          return action(() => {
            demand(call, list, PERMISSION.manageLists);
            return value(call, call.site.recycleBin.recycleList(list, call.user.id), 'Recycle');
          });
        default:
          return call.open.security(segment, list.id);
      }
    },
    async merge(call) {
      demand(call, list, PERMISSION.manageLists);
      demandMatch(call, etagOf(list));
      call.site.lists.update(list, await call.json());
      return NO_CONTENT;
    },
    delete(call) {
      demand(call, list, PERMISSION.manageLists);
      demandMatch(call, etagOf(list));
      call.site.lists.delete(list);
      return DONE;
    }
  };
}

function itemChild(list: List, id: number, call: Call): Resource {
  const item = call.site.items.get(list, id);
  if (!item || (ownItemsOnly(call, list) && item.author !== call.user.id)) {
    throw problems.noItem();
  }
  return call.open.item(item);
}

function listEntity(list: List, call: Call): Entity {
  const { site } = call;
  const type = itemType(list);
  const library = isLibrary(list);
  return {
    type: 'SP.List',
    path: `Web/Lists(guid'${list.id}')`,
    metadata: 'SP.ApiData.Lists/@Element',
    etag: etagOf(list),
    properties: {
      AllowContentTypes: true,
      BaseTemplate: list.template,
      BaseType: library ? 1 : 0,
      ContentTypesEnabled: false,
      Created: list.created,
      CurrentChangeToken: () => currentChangeToken(call, 3, list.id),
      Description: '',
      DisableGridEditing: false,
      DraftVersionVisibility: 0,
      EnableAttachments: !library,
      EnableFolderCreation: library,
      EnableMinorVersions: false,
      EnableModeration: false,
      EnableVersioning: false,
      EntityTypeName: type.replace('SP.Data.', '').replace(/(List)?Item$/, library ? '' : 'List'),
      ForceCheckout: false,
      Hidden: false,
      Id: list.id,
      ImageUrl: '/_layouts/15/images/itgen.png',
      IrmEnabled: false,
      IsApplicationList: false,
      IsCatalog: false,
      IsPrivate: false,
      ItemCount: () => site.lists.itemCount(list),
      LastItemDeletedDate: list.created,
      LastItemModifiedDate: list.itemsModified,
      LastItemUserModifiedDate: list.itemsModified,
      ListItemEntityTypeFullName: type,
      MajorVersionLimit: 0,
      MajorWithMinorVersionsLimit: 0,
      NoCrawl: false,
      ParentWebPath: { DecodedUrl: site.path },
      ParentWebUrl: site.path,
      ServerTemplateCanCreateFolders: true,
      TemplateFeatureId: '00000000-0000-0000-0000-000000000000',
      ...list.properties,
      Title: list.title
    },
    selectable: {
      EffectiveBasePermissions: () => basePermissions(call, list.id),
      HasUniqueRoleAssignments: () => site.roles.isUnique(list.id),
      OnQuickLaunch: false,
      ReadSecurity: 1,
      WriteSecurity: 1,
      ValidationFormula: null,
      ValidationMessage: null,
      DefaultViewUrl: library ? `${list.folder}/Forms/AllItems.aspx` : `${list.folder}/AllItems.aspx`,
      DefaultDisplayFormUrl: `${list.folder}/DispForm.aspx`,
      DefaultEditFormUrl: `${list.folder}/EditForm.aspx`,
      DefaultNewFormUrl: `${list.folder}/NewForm.aspx`,
      SchemaXml: () => `<List Title="${escapeXml(list.title)}" ID="{${list.id.toUpperCase()}}" ServerTemplate="${list.template}" />`
    }
  };
}

function contentTypes(list: List): Resource {
  const type = (id: string, name: string): Resource => ({
    entity: () => ({
      type: 'SP.ContentType',
      path: `Web/Lists(guid'${list.id}')/ContentTypes('${id}')`,
      metadata: 'SP.ApiData.ContentTypes/@Element',
      properties: { Id: { StringValue: id }, StringId: id, Name: name, Group: 'List Content Types', Hidden: false, ReadOnly: false, Sealed: false }
    })
  });
  const members = [isLibrary(list) ? type('0x0101', 'Document') : type('0x01', 'Item'), type('0x0120', 'Folder')];
  return { members: () => ({ metadata: 'SP.ApiData.ContentTypes', resources: members }) };
}

function etagOf(list: List): string {
  return `"${list.id},${Date.parse(list.itemsModified)}"`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
