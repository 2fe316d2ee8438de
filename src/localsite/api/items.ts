import { numberArgument } from '../odata/segments';
import { problems } from '../problem';
import type { SqlValue } from '../store/database';
import type { List } from '../store/lists';
import { isLibrary, itemType } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Call, Members, Resource } from './call';
import { demand, ownItemsOnly } from './call';
import { defaultValues, sentValues } from './itemValues';
import { entityAnswer } from './shape';

/** SharePoint's page when nothing is asked, and its largest one. */
const USUAL_PAGE = 100;
const LARGEST_PAGE = 5000;

/** The items of a list (`.../items`). */
export function itemsResource(list: List): Resource {
  return {
    members: (call) => itemsPage(list, call),
    child(segment, call) {
      if (segment.name !== 'getbyid' && segment.name !== 'getitembystringid') {
        return undefined;
      }
      const item = call.site.items.get(list, numberArgument(segment, 'id'));
      if (!item) {
        throw problems.noItem();
      }
      return call.open.item(item);
    },
    async post(call) {
      demand(call, list, PERMISSION.addListItems);
      if (isLibrary(list)) {
        throw problems.badArgument('To add an item to a document library, use SPFileCollection.Add().');
      }
      const { values } = sentValues(list, await call.json(), call);
      const item = call.site.items.add(list, { kind: 'item', folder: list.folder, author: call.user.id, values: { ...defaultValues(list, values, call), ...values } });
      return entityAnswer(call.open.item(item), call, 201);
    }
  };
}

function itemsPage(list: List, call: Call): Members {
  const { filter, orderBy, skipToken } = call.query;
  const limit = Math.min(call.query.top ?? USUAL_PAGE, LARGEST_PAGE);
  const after = skipToken === undefined ? undefined : parseSkipToken(skipToken, orderBy.map(({ path }) => path));
  const found = call.site.itemQueries.page(list, {
    ...(filter && { filter }),
    ...(after && { after }),
    orderBy,
    limit: limit + 1,
    ...(ownItemsOnly(call, list) && { authorId: call.user.id })
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    metadata: `SP.ListData.${itemType(list).replace('SP.Data.', '')}s`,
    resources: items.map((item) => call.open.item(item)),
    paged: true,
    ...(found.length > limit && last && { next: nextLink(call, call.site.itemQueries.sortKeys(last, orderBy), last.id) })
  };
}

/** SharePoint's mark of a place in a list: `Paged=TRUE&p_Title=abc&p_ID=100`. */
function parseSkipToken(token: string, paths: readonly string[]): { keys: SqlValue[]; id: number } {
  const parameters = new URLSearchParams(token);
  const id = Number(parameters.get('p_ID'));
  if (!Number.isInteger(id)) {
    throw problems.badRequest(`The $skiptoken "${token}" is not valid.`);
  }
  return { keys: paths.map((path) => parameters.get(`p_${path}`)), id };
}

function nextLink(call: Call, keys: readonly SqlValue[], id: number): string {
  const token = new URLSearchParams({ Paged: 'TRUE' });
  call.query.orderBy.forEach(({ path }, index) => {
    const key = keys[index];
    if (key !== null && key !== undefined) {
      token.set(`p_${path}`, String(key));
    }
  });
  token.set('p_ID', String(id));
  const url = new URL(call.url);
  const parameters = new URLSearchParams([...call.query.parameters].filter(([name]) => name.toLowerCase() !== '$skiptoken'));
  parameters.set('$skiptoken', token.toString());
  url.search = parameters.toString();
  return url.toString();
}
