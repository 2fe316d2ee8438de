import { guidArgument, textArgument } from '../odata/segments';
import type { SharePointProblem } from '../problem';
import { problems } from '../problem';
import type { List } from '../store/lists';
import { LIST_TEMPLATE } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import { WEB_SCOPE } from '../store/roles';
import type { Call, Resource } from './call';
import { action, sees } from './call';
import { entityAnswer } from './shape';

/** The lists of the site (`_api/web/lists`). */
export const listsResource: Resource = {
  members: (call) => ({
    metadata: 'SP.ApiData.Lists',
    resources: call.site.lists
      .all()
      .filter((list) => sees(call, list))
      .map((list) => call.open.list(list))
  }),
  child(segment, call) {
    const { lists } = call.site;
    switch (segment.name) {
      case 'getbytitle': {
        const title = textArgument(segment, 'title');
        return call.open.list(visibleList(call, lists.byTitle(title), () => problems.noListTitled(title, call.webUrl)));
      }
      case 'getbyid':
        return call.open.list(visibleList(call, lists.byId(guidArgument(segment)), () => problems.noList()));
      case 'ensuresiteassetslibrary':
      case 'ensuresitepageslibrary': {
        const folder = `${call.site.path}/${segment.name === 'ensuresiteassetslibrary' ? 'SiteAssets' : 'SitePages'}`;
        const list = lists.all().find((candidate) => candidate.folder === folder);
        return action(() => entityAnswer(call.open.list(visibleList(call, list, () => problems.noList())), call));
      }
      default:
        return undefined;
    }
  },
  async post(call) {
    call.site.roles.demand(WEB_SCOPE, call.user, PERMISSION.manageLists);
    const { Title: title, BaseTemplate: template = LIST_TEMPLATE.genericList, ...properties } = await call.json();
    const list = call.site.lists.add({ title: String(title ?? ''), template: Number(template), properties, author: call.user.id });
    return entityAnswer(call.open.list(list), call, 201);
  }
};

/** A list that the caller sees; a list that is hidden from the caller does not exist for the caller. */
export function visibleList(call: Call, list: List | undefined, missing: () => SharePointProblem): List {
  if (!list || !sees(call, list)) {
    throw missing();
  }
  return list;
}
