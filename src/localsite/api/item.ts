import type { Segment } from '../odata/segments';
import { argument } from '../odata/segments';
import { problems } from '../problem';
import { COLUMN_KIND, propertyName, systemColumn } from '../store/columns';
import { fromStored, toText } from '../store/columnValues';
import type { Field } from '../store/fields';
import type { Item } from '../store/items';
import { pathOf } from '../store/items';
import { isLibrary, itemType } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Answer, Call, Entity, Resource } from './call';
import { action, allowed, basePermissions, demand, demandMatch, DONE, emptyCollection, func, plain, value } from './call';
import { validateUpdate } from './formValues';
import { itemVersionsResource } from './itemVersions';
import { columnValue, contentTypeId } from './columnsOfItem';
import { sentValues } from './itemValues';

/** One item, file or folder as a list item. */
export function itemResource(item: Item): Resource {
  return {
    entity: (call) => itemEntity(item, call),
    child: (segment, call) => partOf(item, segment, call) ?? doTo(item, segment) ?? reference(item, segment, call),
    async merge(call) {
      demandEdit(item, call);
      demandMatch(call, etagOf(item));
      call.site.files.demandNotLocked(item, call.user);
      const { values, leaf } = sentValues(item.list, await call.json(), call);
      const current = call.site.items.get(item.list, item.id);
      if (!current) {
        throw problems.noItem();
      }
      demandMatch(call, etagOf(current));
      const updated =
        leaf !== undefined && current.kind !== 'item' && leaf !== current.leaf
          ? call.site.files.rename(current, leaf, call.user, values)
          : call.site.items.update(current, call.user.id, { values });
      return { status: 204, headers: { ETag: etagOf(updated) } };
    },
    delete: (call) => remove(item, call)
  };
}

/** The etag of an item. */
export function etagOf(item: Item): string {
  return `"${item.uniqueId},${item.revision}"`;
}

/**
 * Refuses a change that the list's settings or permissions do not allow (`WriteSecurity` 2: own items, 4: none).
 * @throws SharePointProblem 403
 */
export function demandEdit(item: Item, call: Call, permission: number = PERMISSION.editListItems): void {
  demand(call, item.list, permission);
  const restriction = item.list.properties.WriteSecurity;
  if (((restriction === 2 && item.author !== call.user.id) || restriction === 4) && !allowed(call, item.list, PERMISSION.manageLists)) {
    throw problems.accessDenied();
  }
}

function remove(item: Item, call: Call): Answer {
  demandEdit(item, call, PERMISSION.deleteListItems);
  demandMatch(call, etagOf(item));
  call.site.files.delete(item, call.user);
  return DONE;
}

function partOf(item: Item, segment: Segment, call: Call): Resource | undefined {
  switch (segment.name) {
    case 'file':
      return item.kind === 'file' ? call.open.file(item) : nothing('SP.File');
    case 'folder':
      return item.kind === 'folder' ? call.open.folder({ list: item.list, path: pathOf(item), item }) : nothing('SP.Folder');
    case 'parentlist':
    case 'list':
      return call.open.list(item.list);
    case 'versions':
      return itemVersionsResource(item, segment, call);
    case 'fieldvaluesastext':
    case 'fieldvaluesashtml':
    case 'fieldvaluesforedit':
      return fieldValues(item, segment.text, call);
    case 'effectivebasepermissions':
    case 'effectivebasepermissionsforui':
      return plain(() => basePermissions(call, item.list.id));
    case 'attachmentfiles':
      return emptyCollection('SP.ApiData.Attachments');
    case 'roleassignments':
    case 'firstuniqueancestorsecurableobject':
      return call.open.security(segment, item.list.id);
    default:
      return undefined;
  }
}

function doTo(item: Item, segment: Segment): Resource | undefined {
  switch (segment.name) {
    case 'recycle':
      return action((call) => {
        demandEdit(item, call, PERMISSION.deleteListItems);
        call.site.files.demandNotLocked(item, call.user);
        return value(call, call.site.recycleBin.recycleItem(item, call.user.id), 'Recycle');
      });
    case 'deletewithparameters':
      return action((call) => remove(item, call));
    case 'deleteobject':
      return action((call) => remove(item, call));
    case 'validateupdatelistitem':
      return validateUpdate(item);
    case 'getwopiframeurl':
      return func((call) => value(call, argument(segment, 'action') === undefined ? '' : `${call.webUrl}/_layouts/15/WopiFrame.aspx?sourcedoc=${item.uniqueId}`, 'GetWOPIFrameUrl'));
    default:
      return undefined;
  }
}

/** A person or another item that a column refers to. */
function reference(item: Item, segment: Segment, call: Call): Resource | undefined {
  const field = call.site.fields.byProperty(item.list.key, segment.text) ?? call.site.fields.byName(item.list.key, segment.name);
  if (!field || (field.kind !== COLUMN_KIND.user && field.kind !== COLUMN_KIND.lookup)) {
    return undefined;
  }
  const id = Number(columnValue(item, field, call.webUrl) ?? 0);
  return { entity: () => (field.kind === COLUMN_KIND.user ? personEntity(id, call) : lookupEntity(field, id, call)) };
}

function personEntity(id: number, call: Call): Entity {
  const principal = call.site.principals.byId(id);
  return {
    type: principal ? 'SP.Data.UserInfoItem' : '',
    metadata: 'SP.ListData.UserInfo/@Element',
    needsSelect: true,
    strict: true,
    properties: principal ? { Id: principal.id, ID: principal.id, Title: principal.title, EMail: principal.email, Name: principal.login, UserName: principal.email, SipAddress: principal.email } : {}
  };
}

function lookupEntity(field: Field, id: number, call: Call): Entity {
  const target = call.site.lists.byId(String(field.properties.LookupList ?? '').replace(/[{}]/g, '').toLowerCase());
  const found = target && call.site.items.get(target, id);
  return found ? { ...itemEntity(found, call), needsSelect: true } : { type: '', metadata: '', needsSelect: true, properties: {} };
}

function nothing(type: string): Resource {
  return { entity: () => ({ type: '', metadata: type, properties: {} }), get: (call) => value(call, null) };
}

function itemEntity(item: Item, call: Call): Entity {
  const properties: Record<string, unknown> = {
    FileSystemObjectType: item.kind === 'folder' ? 1 : 0,
    Id: item.id,
    ServerRedirectedEmbedUri: null,
    ServerRedirectedEmbedUrl: '',
    ContentTypeId: contentTypeId(item)
  };
  const selectable: Record<string, unknown> = {};
  for (const field of call.site.fields.all(item.list.key)) {
    const system = systemColumn(field.name);
    const isReference = field.kind === COLUMN_KIND.user || field.kind === COLUMN_KIND.lookup;
    const name = isReference ? `${propertyName(field.name)}Id` : propertyName(field.name);
    if (field.name === 'Attachments' && isLibrary(item.list)) {
      continue;
    }
    (system?.onlySelected ? selectable : properties)[name] = fromStored(field, columnValue(item, field, call.webUrl));
    if (isReference) {
      selectable[`${propertyName(field.name)}StringId`] = String(columnValue(item, field, call.webUrl) ?? '');
    }
  }
  return {
    type: itemType(item.list),
    path: `Web/Lists(guid'${item.list.id}')/Items(${item.id})`,
    metadata: `SP.ListData.${itemType(item.list).replace('SP.Data.', '')}s/@Element`,
    etag: etagOf(item),
    properties,
    selectable: { ...selectable, HasUniqueRoleAssignments: false, CommentsDisabled: false, DisplayName: String(item.values.Title ?? item.leaf), EffectiveBasePermissions: () => basePermissions(call, item.list.id) },
    strict: true
  };
}

function fieldValues(item: Item, name: string, call: Call): Resource {
  const text = (field: Field): string => toText(field, columnValue(item, field, call.webUrl), call.site.zone);
  return {
    entity: () => ({
      type: 'SP.FieldStringValues',
      path: `Web/Lists(guid'${item.list.id}')/Items(${item.id})/${name}`,
      metadata: 'SP.ApiData.FieldStringValuess/@Element',
      properties: Object.fromEntries(
        call.site.fields.all(item.list.key).map((field) => [
          propertyName(field.name).replaceAll('_', '_x005f_'),
          field.kind === COLUMN_KIND.user ? call.site.principals.byId(Number(columnValue(item, field, call.webUrl) ?? 0))?.title ?? '' : text(field)
        ])
      )
    })
  };
}
