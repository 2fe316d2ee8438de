import type { Segment } from '../odata/segments';
import type { List } from '../store/lists';
import type { Resource } from './call';
import { value } from './call';

/** The views of a list: the one over all items, which every list has. */
export function viewsResource(list: List, segment: Segment): Resource {
  return segment.args.length > 0
    ? viewResource(list)
    : { members: () => ({ metadata: 'SP.ApiData.Views', resources: [viewResource(list)] }), child: (next) => (/^getby(id|title)$/.test(next.name) ? viewResource(list) : undefined) };
}

/** The view over all items. Its id is the list's, for there is only one. */
export function viewResource(list: List): Resource {
  return {
    entity: () => ({
      type: 'SP.View',
      path: `Web/Lists(guid'${list.id}')/Views(guid'${list.id}')`,
      metadata: 'SP.ApiData.Views/@Element',
      properties: { DefaultView: true, Hidden: false, Id: list.id, RowLimit: 30, ServerRelativeUrl: `${list.folder}/AllItems.aspx`, Title: 'All Items', ViewQuery: '', ViewType: 'HTML' }
    }),
    child: (segment) => (segment.name === 'viewfields' ? { get: (call) => value(call, { Items: ['Title'], SchemaXml: '<FieldRef Name="Title" />' }) } : undefined)
  };
}
