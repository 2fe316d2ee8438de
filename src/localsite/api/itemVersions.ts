import type { Segment } from '../odata/segments';
import { argument, numberArgument } from '../odata/segments';
import { problems } from '../problem';
import { COLUMN_KIND, propertyName, systemColumn } from '../store/columns';
import { fromStored } from '../store/columnValues';
import type { Item, ItemVersion } from '../store/items';
import { pathOf } from '../store/items';
import { PERMISSION } from '../store/permissions';
import type { Call, Resource } from './call';
import { demand, DONE } from './call';

/** The versions of an item with the values of each (`.../items(n)/versions`); a version's id is 512 for each number. */
export function itemVersionsResource(item: Item, segment: Segment, call: Call): Resource {
  const resource = (version: ItemVersion): Resource => versionResource(item, version);
  const one = (id: number): Resource => {
    const version = call.site.items.versions(item).find((candidate) => candidate.number * 512 === id);
    if (!version) {
      throw problems.noItem();
    }
    return resource(version);
  };
  if (segment.args.length > 0) {
    return one(numberArgument(segment, 'id'));
  }
  return {
    members: () => ({ metadata: 'SP.ApiData.ListItemVersions', resources: call.site.items.versions(item).map(resource) }),
    child: (next) => (next.name === 'getbyid' ? one(Number(argument(next, 'versionid'))) : undefined)
  };
}

function versionResource(item: Item, version: ItemVersion): Resource {
  return {
    entity: (call) => ({
      type: 'SP.ListItemVersion',
      path: `Web/Lists(guid'${item.list.id}')/Items(${item.id})/Versions(${version.number * 512})`,
      metadata: 'SP.ApiData.ListItemVersions/@Element',
      properties: {
        Created: version.item.modified,
        IsCurrentVersion: version.current,
        VersionId: version.number * 512,
        VersionLabel: `${version.number}.0`,
        ...valuesOf(version.item, call)
      }
    }),
    delete(call) {
      demand(call, item.list, PERMISSION.deleteListItems);
      call.site.items.deleteVersion(item, version.number);
      return DONE;
    }
  };
}

/** The columns as they were; people come as id with name and address, as SharePoint sends them with versions. */
function valuesOf(item: Item, call: Call): Record<string, unknown> {
  const person = (id: number): unknown => {
    const principal = call.site.principals.byId(id);
    return principal ? { LookupId: principal.id, LookupValue: principal.title, Email: principal.email } : null;
  };
  const values: Record<string, unknown> = { ID: item.id, FileRef: pathOf(item), FileLeafRef: item.leaf, Modified: item.modified, Author: person(item.author), Editor: person(item.editor) };
  for (const field of call.site.fields.all(item.list.key)) {
    if (!systemColumn(field.name)) {
      const stored = item.values[field.name] ?? null;
      values[propertyName(field.name).replaceAll('_', '_x005f_')] = field.kind === COLUMN_KIND.user && stored !== null ? person(Number(stored)) : fromStored(field, stored);
    }
  }
  return values;
}
