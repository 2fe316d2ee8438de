import { compareValues, matchesFilter } from '../odata/matchFilter';
import { problems } from '../problem';
import type { Answer, Call, Entity, Members, Resource } from './call';

/** What is wanted of a thing, and of the things it leads to. */
interface Wanted {
  /** Names of properties; nothing means the usual ones. */
  readonly names: readonly string[];
  readonly expanded: ReadonlyMap<string, Wanted>;
}

/** The answer with one thing, in the form and with the properties that the caller wants. */
export function entityAnswer(resource: Resource, call: Call, status = 200): Answer {
  const entity = (resource.entity as NonNullable<Resource['entity']>).call(resource, call);
  const shaped = shape(resource, entity, wantedOf(call), call, '');
  const headers = { ...(entity.etag !== undefined && { ETag: entity.etag }), ...(status === 201 && entity.path !== undefined && { Location: `${call.webUrl}/_api/${entity.path}` }) };
  if (call.level === 'verbose') {
    return { status, headers, json: { d: shaped } };
  }
  const metadata = call.level === 'minimal' ? { 'odata.metadata': `${call.webUrl}/_api/$metadata#${entity.metadata}` } : {};
  return { status, headers, json: { ...metadata, ...shaped } };
}

/** The answer with a collection. */
export function collectionAnswer(resource: Resource, call: Call): Answer {
  const members = (resource.members as NonNullable<Resource['members']>).call(resource, call);
  const wanted = wantedOf(call);
  const shaped = page(members, call).map((member) => shape(member.resource, member.entity, wanted, call, ''));
  if (call.level === 'verbose') {
    return { status: 200, json: { d: { results: shaped, ...(members.next !== undefined && { __next: members.next }) } } };
  }
  const metadata = call.level === 'minimal' ? { 'odata.metadata': `${call.webUrl}/_api/$metadata#${members.metadata}` } : {};
  return { status: 200, json: { ...metadata, ...(members.next !== undefined && { 'odata.nextLink': members.next }), value: shaped } };
}

/** A property of a thing, by any spelling of its name; `undefined` when there is none. */
export function property(entity: Entity, name: string): { readonly name: string; readonly value: unknown } | undefined {
  for (const properties of [entity.properties, entity.selectable ?? {}]) {
    const key = name in properties ? name : Object.keys(properties).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (key !== undefined) {
      return { name: key, value: resolved(properties[key]) };
    }
  }
  return undefined;
}

function wantedOf(call: Call): Wanted {
  return wanted(
    call.query.select.map((path) => path.split('/')),
    call.query.expand.map((path) => path.split('/'))
  );
}

function wanted(selects: readonly string[][], expands: readonly string[][]): Wanted {
  const expanded = new Map<string, Wanted>();
  for (const [name] of expands) {
    const key = name.toLowerCase();
    const below = (paths: readonly string[][]): string[][] => paths.filter((path) => path.length > 1 && path[0].toLowerCase() === key).map((path) => path.slice(1));
    expanded.set(name, wanted(below(selects), below(expands)));
  }
  for (const path of selects) {
    if (path.length > 1 && !expands.some(([name]) => name.toLowerCase() === path[0].toLowerCase())) {
      throw problems.badRequest(
        `The query to field '${path.join('/')}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${path[0]}.`
      );
    }
  }
  const names = selects.filter((path) => path.length === 1).map(([name]) => name);
  return { names: names.length === 0 && selects.length > 0 ? [...expanded.keys()] : names, expanded };
}

function shape(resource: Resource, entity: Entity, want: Wanted, call: Call, path: string): Record<string, unknown> {
  const result: Record<string, unknown> = metadataOf(entity, call);
  const names = want.names.length === 0 || want.names.includes('*') ? [...Object.keys(entity.properties), ...want.names.filter((name) => name !== '*')] : want.names;
  for (const name of names) {
    const found = property(entity, name);
    if (found) {
      result[found.name] = formed(found.value, call);
    } else if (entity.strict && !isExpanded(want, name) && !resource.child?.({ name: name.toLowerCase(), text: name, args: [] }, call)) {
      throw problems.unknownColumn(path + name);
    }
  }
  for (const [name, below] of want.expanded) {
    const child = resource.child?.({ name: name.toLowerCase(), text: name, args: [] }, call);
    if (child) {
      result[name] = expand(child, below, call, `${path}${name}/`);
    } else {
      const found = property(entity, name);
      if (!found) {
        throw problems.badRequest(`The query to field '${path}${name}' is not valid.`);
      }
      result[name] = formed(found.value, call);
    }
  }
  return result;
}

function expand(resource: Resource, want: Wanted, call: Call, path: string): unknown {
  if (resource.members) {
    return formed(
      resource.members(call).resources.map((member) => shape(member, (member.entity as NonNullable<Resource['entity']>).call(member, call), want, call, path)),
      call
    );
  }
  if (resource.entity) {
    const entity = resource.entity(call);
    if (entity.needsSelect && want.names.length === 0) {
      throw problems.badRequest(`The query to field '${path.slice(0, -1)}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${path.slice(0, -1)}.`);
    }
    return entity.type === '' ? null : shape(resource, entity, want, call, path);
  }
  const answer = resource.get?.({ ...call, level: 'none' });
  return answer && 'json' in answer ? ((answer.json as { value?: unknown }).value ?? answer.json) : null;
}

function isExpanded(want: Wanted, name: string): boolean {
  return [...want.expanded.keys()].some((key) => key.toLowerCase() === name.toLowerCase());
}

function metadataOf(entity: Entity, call: Call): Record<string, unknown> {
  const id = entity.path === undefined ? undefined : `${call.webUrl}/_api/${entity.path}`;
  if (call.level === 'verbose') {
    return { __metadata: { ...(id !== undefined && { id, uri: id }), ...(entity.etag !== undefined && { etag: entity.etag }), type: entity.type } };
  }
  if (call.level === 'none') {
    return {};
  }
  return {
    'odata.type': entity.type,
    ...(id !== undefined && { 'odata.id': id }),
    ...(entity.etag !== undefined && { 'odata.etag': entity.etag }),
    ...(entity.path !== undefined && { 'odata.editLink': entity.path })
  };
}

function resolved(content: unknown): unknown {
  return typeof content === 'function' ? (content as () => unknown)() : content;
}

function formed(content: unknown, call: Call): unknown {
  return Array.isArray(content) && call.level === 'verbose' ? { results: content } : content;
}

/** Filter, order and paging of a collection that is held in memory. */
function page(members: Members, call: Call): { resource: Resource; entity: Entity }[] {
  const all = members.resources.map((resource) => ({ resource, entity: (resource.entity as NonNullable<Resource['entity']>).call(resource, call) }));
  if (members.paged) {
    return all;
  }
  const { filter, orderBy, skip, top } = call.query;
  const read = (entity: Entity, path: string): unknown => {
    const found = property(entity, path);
    if (!found) {
      throw problems.badRequest(`The field or property '${path}' does not exist.`);
    }
    return found.value;
  };
  const chosen = filter ? all.filter(({ entity }) => matchesFilter(filter, (path) => read(entity, path))) : all;
  if (orderBy.length > 0) {
    chosen.sort((left, right) => {
      for (const { path, descending } of orderBy) {
        const order = compareValues(read(left.entity, path), read(right.entity, path));
        if (order !== 0) {
          return descending ? -order : order;
        }
      }
      return 0;
    });
  }
  return chosen.slice(skip, top === undefined ? undefined : skip + top);
}
