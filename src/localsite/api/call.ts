import type { Readable } from 'node:stream';
import type { QueryOptions } from '../odata/queryOptions';
import type { Segment } from '../odata/segments';
import { problems } from '../problem';
import type { Folder } from '../store/files';
import type { Item } from '../store/items';
import type { List } from '../store/lists';
import { PERMISSION, has } from '../store/permissions';
import type { Principal } from '../store/principals';
import type { SiteStore } from '../store/siteStore';

/** The methods of REST; `X-HTTP-Method` is resolved already. */
export type Method = 'GET' | 'POST' | 'MERGE' | 'PUT' | 'DELETE';

/** How much metadata the caller wants in JSON. */
export type MetadataLevel = 'none' | 'minimal' | 'verbose';

/** One request, whether it came by itself or within a batch. */
export interface Call {
  readonly site: SiteStore;
  readonly user: Principal;
  readonly method: Method;
  readonly query: QueryOptions;
  readonly level: MetadataLevel;
  /** Absolute URL of the site as the caller wrote it, without a slash at the end. */
  readonly webUrl: string;
  /** Absolute URL of this request. */
  readonly url: string;
  /** The body as it arrives. */
  readonly body: Readable;
  /** Makes resources that other resources lead to. */
  readonly open: ResourceMakers;
  /** Confirms a webhook's address, as SharePoint does before it takes it. */
  readonly validateWebhook: (url: string) => Promise<void>;
  /** A header, its name in lower case. */
  header(name: string): string | undefined;
  /** The body as a JSON object without its metadata; empty without a body. */
  json(): Promise<Record<string, unknown>>;
}

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Bytes as they stand. */
  readonly stream?: Readable;
  /** Text as it stands. */
  readonly text?: string;
}

/** A thing with properties: a list, an item, a file. */
export interface Entity {
  /** REST type, e.g. `SP.List`. */
  readonly type: string;
  /** Address below `_api`, e.g. `Web/Lists(guid'...')`; none for values without an address of their own. */
  readonly path?: string;
  /** What follows `$metadata#`. */
  readonly metadata: string;
  readonly etag?: string;
  /** Properties; a function's result is fetched only when wanted. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Properties that are sent only when selected. */
  readonly selectable?: Readonly<Record<string, unknown>>;
  /** Expanding it needs a `$select` of its properties, as for people and lookups of an item. */
  readonly needsSelect?: boolean;
  /** Whether a property that is not there is an error of the caller's. */
  readonly strict?: boolean;
}

/** The things of a collection, one page of them. */
export interface Members {
  readonly metadata: string;
  readonly resources: readonly Resource[];
  /** Absolute URL of the next page. */
  readonly next?: string;
  /** Filter, order and paging were applied already. */
  readonly paged?: boolean;
}

/** Anything an address may name: a thing, a collection, or something to do. */
export interface Resource {
  /** The resource one step further. */
  child?(segment: Segment, call: Call): Resource | undefined;
  /** The thing's properties. */
  entity?(call: Call): Entity;
  /** The collection's things. */
  members?(call: Call): Members;
  get?(call: Call): Answer | Promise<Answer>;
  post?(call: Call): Answer | Promise<Answer>;
  merge?(call: Call): Answer | Promise<Answer>;
  put?(call: Call): Answer | Promise<Answer>;
  delete?(call: Call): Answer | Promise<Answer>;
}

/** Makers of the resources that lead to one another, so that their files need not import one another. */
export interface ResourceMakers {
  web(): Resource;
  list(list: List): Resource;
  items(list: List): Resource;
  item(item: Item): Resource;
  file(file: Item): Resource;
  folder(folder: Folder): Resource;
  fields(listKey: number, list?: List): Resource;
  principal(principal: Principal): Resource;
  principals(kind: Principal['kind'], chosen?: readonly Principal[]): Resource;
  security(segment: Segment, scope: string): Resource | undefined;
}

/** A resource that only does something when posted to. */
export function action(post: (call: Call) => Answer | Promise<Answer>): Resource {
  return { post };
}

/** A function that may be called with GET or POST, as SharePoint allows for many. */
export function func(run: (call: Call) => Answer | Promise<Answer>): Resource {
  return { get: run, post: run };
}

/** A resource that is a plain value. */
export function plain(read: (call: Call) => unknown): Resource {
  return { get: (call) => value(call, read(call)) };
}

/** A collection that is always empty: SharePoint has it, this site does not fill it. */
export function emptyCollection(metadata: string): Resource {
  return { members: () => ({ metadata, resources: [] }) };
}

/** An answer with a plain value in the form the caller wants. */
export function value(call: Call, content: unknown, name = 'Value', status = 200): Answer {
  if (call.level === 'verbose') {
    return { status, json: { d: content !== null && typeof content === 'object' && !Array.isArray(content) ? content : { [name]: content } } };
  }
  const metadata = call.level === 'minimal' ? { 'odata.metadata': `${call.webUrl}/_api/$metadata#${typeName(content)}` } : {};
  if (content === null) {
    return { status, json: { ...metadata, 'odata.null': true } };
  }
  return { status, json: typeof content === 'object' && !Array.isArray(content) ? { ...metadata, ...content } : { ...metadata, value: content } };
}

/** Done, nothing to say. */
export const NO_CONTENT: Answer = { status: 204 };

/** Done, with nothing as the result: `{"odata.null":true}`. */
export const DONE: Answer = { status: 200, json: { 'odata.null': true } };

/** Done, with an empty body. */
export const EMPTY: Answer = { status: 200, headers: { 'Content-Length': '0' } };

/**
 * Compares `If-Match` with the thing's etag.
 * @throws SharePointProblem 412
 */
export function demandMatch(call: Call, etag: string): void {
  const given = call.header('if-match');
  if (given !== undefined && given !== '*' && given !== etag) {
    throw problems.etagMismatch(given, etag);
  }
}

/** Whether the caller may do something in a list. */
export function allowed(call: Call, list: List, permission: number): boolean {
  return has(call.site.roles.permissions(list.id, call.user), permission);
}

/**
 * Refuses what the caller may not do in a list.
 * @throws SharePointProblem 403
 */
export function demand(call: Call, list: List, permission: number): void {
  call.site.roles.demand(list.id, call.user, permission);
}

/** Whether the caller sees a list at all. */
export function sees(call: Call, list: List): boolean {
  return allowed(call, list, PERMISSION.viewListItems);
}

/** Whether the list's settings let this user see no one else's items (`ReadSecurity` 2). */
export function ownItemsOnly(call: Call, list: List): boolean {
  return list.properties.ReadSecurity === 2 && !allowed(call, list, PERMISSION.manageLists);
}

/** A permission set in SharePoint's form: two decimal strings. */
export function basePermissions(call: Call, scope: string, user = call.user): { High: string; Low: string } {
  const { high, low } = call.site.roles.permissions(scope, user);
  return { High: String(high), Low: String(low) };
}

function typeName(content: unknown): string {
  return typeof content === 'number' ? 'Edm.Int32' : typeof content === 'boolean' ? 'Edm.Boolean' : typeof content === 'string' ? 'Edm.String' : 'SP.Value';
}
