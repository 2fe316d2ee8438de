import { SaxesParser } from 'saxes';
import type { Filter, FilterConstant } from '../odata/filter';
import type { Ordering } from '../odata/queryOptions';
import type { Segment } from '../odata/segments';
import { textArgument } from '../odata/segments';
import { problems } from '../problem';
import { systemColumn } from '../store/columns';
import { toText } from '../store/columnValues';
import type { Item } from '../store/items';
import { pathOf } from '../store/items';
import type { List } from '../store/lists';
import type { Call, Resource } from './call';
import { action, func, ownItemsOnly, value } from './call';
import { collectionAnswer } from './shape';

/** An element of CAML. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What a view asks for. */
interface View {
  readonly filter?: Filter;
  readonly orderBy: readonly Ordering[];
  readonly limit: number;
}

const USUAL_ROWS = 100;
const MOST_ROWS = 5000;

/** `getitems`: the items that a CAML query finds. */
export function camlItems(list: List): Resource {
  return action(async (call) => {
    const body = await call.json();
    const xml = String((body.query as { ViewXml?: unknown } | undefined)?.ViewXml ?? '');
    const items = find(list, parseView(xml), call);
    const members: Resource = { members: () => ({ metadata: `SP.ListData.${list.title}`, resources: items.map((item) => call.open.item(item)), paged: true }) };
    const expand = call.query.expand.filter((path) => !/^RoleAssignments/i.test(path));
    return collectionAnswer(members, { ...call, query: { ...call.query, expand } });
  });
}

/** `renderlistdata`: the rows of a view as a string of JSON. */
export function renderListData(list: List, segment: Segment): Resource {
  return func((call) => value(call, JSON.stringify(rows(list, parseView(textArgument(segment, 'viewxml')), call)), 'RenderListData'));
}

/** `RenderListDataAsStream`: the rows of a view as JSON; `FilterField1` and `FilterValue1` of the query narrow it. */
export function renderListDataAsStream(list: List): Resource {
  return action(async (call) => {
    const parameters = ((await call.json()).parameters ?? {}) as { ViewXml?: unknown };
    const view = parseView(String(parameters.ViewXml ?? ''));
    const field = call.query.parameters.get('FilterField1');
    const wanted = call.query.parameters.get('FilterValue1');
    const narrowing: Filter | undefined = field === undefined ? undefined : { kind: 'compare', operator: 'eq', path: field, constant: { kind: 'text', value: wanted ?? '' } };
    const filter = view.filter && narrowing ? ({ kind: 'and', left: view.filter, right: narrowing } as const) : narrowing ?? view.filter;
    return { status: 200, json: rows(list, { ...view, ...(filter && { filter }) }, call) };
  });
}

function find(list: List, view: View, call: Call): Item[] {
  return call.site.itemQueries.page(list, { ...view, ...(ownItemsOnly(call, list) && { authorId: call.user.id }) });
}

function rows(list: List, view: View, call: Call): Record<string, unknown> {
  const items = find(list, view, call);
  const fields = call.site.fields.all(list.key).filter((field) => !systemColumn(field.name));
  return {
    Row: items.map((item) => ({
      ID: String(item.id),
      UniqueId: `{${item.uniqueId.toUpperCase()}}`,
      FileRef: pathOf(item),
      FileLeafRef: item.leaf,
      FSObjType: item.kind === 'folder' ? '1' : '0',
      ...Object.fromEntries(fields.map((field) => [field.name, toText(field, item.values[field.name] ?? null, call.site.zone)]))
    })),
    FirstRow: items.length === 0 ? 0 : 1,
    LastRow: items.length,
    RowLimit: view.limit,
    FilterLink: '?',
    ForceNoHierarchy: '1',
    HierarchyHasIndention: ''
  };
}

function parseView(xml: string): View {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw problems.badArgument('One or more field types are not installed properly, or the CAML is not well formed.');
  });
  parser.on('opentag', (tag) => {
    const element: Element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: '' };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open[open.length - 1].text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml === '' ? '<View/>' : xml).close();
  const where = descendant(root, 'Where')?.children[0];
  const limit = Number(descendant(root, 'RowLimit')?.text ?? USUAL_ROWS);
  return {
    ...(where && { filter: toFilter(where) }),
    orderBy: (descendant(root, 'OrderBy')?.children ?? []).map(({ attributes }) => ({ path: attributes.Name, descending: attributes.Ascending?.toUpperCase() === 'FALSE' })),
    limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST_ROWS) : USUAL_ROWS
  };
}

function descendant(element: Element, name: string): Element | undefined {
  return element.children.reduce<Element | undefined>((found, child) => found ?? (child.name === name ? child : descendant(child, name)), undefined);
}

const COMPARISONS = { Eq: 'eq', Neq: 'ne', Gt: 'gt', Geq: 'ge', Lt: 'lt', Leq: 'le' } as const;

function toFilter(element: Element): Filter {
  const path = descendant(element, 'FieldRef')?.attributes.Name ?? '';
  const literal = descendant(element, 'Value');
  const constant: FilterConstant = { kind: literal?.attributes.Type === 'DateTime' ? 'date' : 'text', value: literal?.text ?? '' };
  switch (element.name) {
    case 'And':
    case 'Or':
      return { kind: element.name === 'And' ? 'and' : 'or', left: toFilter(element.children[0]), right: toFilter(element.children[1]) };
    case 'IsNull':
    case 'IsNotNull':
      return { kind: 'compare', operator: element.name === 'IsNull' ? 'eq' : 'ne', path, constant: { kind: 'null', value: null } };
    case 'Contains':
      return { kind: 'contains', path, constant };
    case 'BeginsWith':
      return { kind: 'startsWith', path, constant };
    default:
      if (element.name in COMPARISONS) {
        return { kind: 'compare', operator: COMPARISONS[element.name as keyof typeof COMPARISONS], path, constant };
      }
      throw problems.badArgument(`The CAML element ${element.name} is not known to this site.`);
  }
}
