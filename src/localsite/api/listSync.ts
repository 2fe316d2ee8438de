import { numberArgument } from '../odata/segments';
import type { Segment } from '../odata/segments';
import { problems } from '../problem';
import { CHANGE } from '../store/changes';
import { systemColumn } from '../store/columns';
import { toText } from '../store/columnValues';
import type { Item } from '../store/items';
import { pathOf } from '../store/items';
import type { List } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Call, Resource } from './call';
import { action, demand, func, ownItemsOnly, value } from './call';
import { currentChangeToken } from './changes';

const MOST_ROWS = 5000;

/** `reservelistitemid`: a number that no item will get by itself. */
export function reserveItemId(list: List): Resource {
  return action((call) => {
    demand(call, list, PERMISSION.addListItems);
    return value(call, call.site.items.reserveId(list), 'ReserveListItemId');
  });
}

/** `renderlistformdata`: an item's values for a form, as a string of JSON. */
export function renderFormData(list: List, segment: Segment): Resource {
  return func((call) => {
    const item = call.site.items.get(list, numberArgument(segment, 'itemid'));
    if (!item) {
      throw problems.noItem();
    }
    const data = { ItemId: item.id, Data: shownValues(item, call), List: { Id: list.id, Title: list.title } };
    return value(call, JSON.stringify(data), 'RenderListFormData');
  });
}

/** `getlistitemchangessincetoken`: every item of the list as an ADO rowset, or those that changed since a token. */
export function listItemChanges(list: List): Resource {
  return action(async (call) => {
    const query = ((await call.json()).query ?? {}) as { ChangeToken?: unknown };
    const since = /;(\d+)$/.exec(String(query.ChangeToken ?? ''));
    const changed = since && new Set(call.site.changes.read({ listId: list.id, after: { sequence: Number(since[1]) }, types: Object.values(CHANGE), items: true, lists: false, limit: MOST_ROWS }).map(({ itemId }) => itemId));
    const items = call.site.itemQueries.page(list, { orderBy: [], limit: MOST_ROWS, ...(ownItemsOnly(call, list) && { authorId: call.user.id }) });
    const rows = items.filter((item) => !changed || changed.has(item.id)).map((item) => rowOf(item, call));
    const token = currentChangeToken(call, 3, list.id).StringValue;
    const xml = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema"><listitems><Changes LastChangeToken="${token}" /><rs:data ItemCount="${rows.length}">${rows.join('')}</rs:data></listitems></GetListItemChangesSinceTokenResult>`;
    return { status: 200, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, text: xml };
  });
}

function shownValues(item: Item, call: Call): Record<string, string> {
  const fields = call.site.fields.all(item.list.key).filter((field) => !systemColumn(field.name));
  return Object.fromEntries(fields.map((field) => [field.name, toText(field, item.values[field.name] ?? null, call.site.zone)]));
}

function rowOf(item: Item, call: Call): string {
  const values = { ID: String(item.id), FileRef: pathOf(item), UniqueId: item.uniqueId, Modified: item.modified, ...shownValues(item, call) };
  const attributes = Object.entries(values).map(([name, content]) => `ows_${name}="${escapeXml(content)}"`);
  return `<z:row ${attributes.join(' ')} />`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
