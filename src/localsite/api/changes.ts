import { problems } from '../problem';
import type { Change } from '../store/changes';
import { CHANGE, changeToken, parseChangeToken } from '../store/changes';
import type { Answer, Call, Resource } from './call';
import { action, sees } from './call';

/** SharePoint sends at most this many changes at a time. */
const PAGE = 1000;

/** The flags of a `ChangeQuery` and the changes that each asks for. */
const FLAGS: Readonly<Record<string, readonly number[]>> = {
  Add: [CHANGE.add],
  Update: [CHANGE.update],
  DeleteObject: [CHANGE.deleteObject],
  Rename: [CHANGE.rename],
  Move: [CHANGE.moveAway, CHANGE.moveInto],
  Restore: [CHANGE.restore]
};

/**
 * `getchanges` of the site or of a list (`SP.ChangeQuery`).
 * @param kind 1 for the site, 3 for a list
 */
export function changesAction(kind: 1 | 3, objectId: string): Resource {
  return action(async (call) => {
    const body = await call.json();
    const query = (body.query ?? {}) as Record<string, unknown>;
    const types = Object.entries(FLAGS).flatMap(([flag, numbers]) => (query[flag] === true ? numbers : []));
    const limit = Number(query.FetchLimit ?? PAGE);
    const after = positionOf(query.ChangeTokenStart);
    const upTo = positionOf(query.ChangeTokenEnd);
    const changes = call.site.changes.read({
      ...(kind === 3 && { listId: objectId }),
      ...(after && { after }),
      ...(upTo && { upTo }),
      types,
      items: query.Item === true || query.File === true || query.Folder === true,
      lists: query.List === true || query.Web === true,
      limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, PAGE) : PAGE
    });
    return answer(call, kind, objectId, kind === 3 ? changes : changes.filter((change) => isVisible(call, change)));
  });
}

/** The token that stands after the last change of all. */
export function currentChangeToken(call: Call, kind: 1 | 3, objectId: string): { StringValue: string } {
  return { StringValue: call.site.changes.currentToken(kind, objectId) };
}

function isVisible(call: Call, change: Change): boolean {
  const list = call.site.lists.byId(change.listId);
  return list !== undefined && sees(call, list);
}

function positionOf(token: unknown): { sequence: number } | undefined {
  const text = (token as { StringValue?: unknown } | null | undefined)?.StringValue;
  if (text === undefined || text === null) {
    return undefined;
  }
  const position = parseChangeToken(String(text));
  if (!position) {
    throw problems.badArgument('The changeToken parameter is invalid.');
  }
  return position;
}

function answer(call: Call, kind: 1 | 3, objectId: string, changes: readonly Change[]): Answer {
  const { webId, siteId } = call.site.identity;
  const shaped = changes.map((change) => ({
    ...(call.level === 'minimal' && {
      'odata.type': change.itemId > 0 ? 'SP.ChangeItem' : 'SP.ChangeList',
      'odata.id': `${call.webUrl}/_api/SP.Change${change.sequence}`,
      'odata.editLink': `SP.Change${change.sequence}`
    }),
    ChangeToken: { StringValue: changeToken(kind, objectId, change) },
    ChangeType: change.type,
    SiteId: siteId,
    Time: change.at,
    ...(change.itemId > 0 && { ItemId: change.itemId, UniqueId: change.uniqueId }),
    ListId: change.listId,
    WebId: webId
  }));
  if (call.level === 'verbose') {
    return { status: 200, json: { d: { results: shaped } } };
  }
  return { status: 200, json: { ...(call.level === 'minimal' && { 'odata.metadata': `${call.webUrl}/_api/$metadata#SP.ApiData.Changes` }), value: shaped } };
}
