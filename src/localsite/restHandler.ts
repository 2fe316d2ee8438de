import { Readable } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Answer, Call, MetadataLevel, Method } from './api/call';
import { dispatch } from './api/dispatch';
import { resourceMakers, rootResource } from './api/root';
import { httpDate } from './administration';
import { acting } from './authentication';
import type { SiteClock } from './clock';
import { isValidDigest } from './digest';
import type { BatchAnswer, BatchPart } from './odata/batch';
import { formatBatch, parseBatch } from './odata/batch';
import { parseParameters, parseQueryOptions } from './odata/queryOptions';
import { parseSegments } from './odata/segments';
import { SharePointProblem, problems } from './problem';
import type { SiteStore } from './store/siteStore';
import { validateWebhook } from './webhooks';

/** Bodies up to here are read before anything is done, so that what follows is not interleaved with other requests. */
const READ_AT_ONCE = 1_048_576;

const CONTENT_TYPES: Readonly<Record<MetadataLevel, string>> = {
  none: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimal: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8'
};

/** What a request brings, by itself or within a batch. */
interface Incoming {
  readonly method: Method;
  /** Absolute URL, percent-encoded. */
  readonly url: string;
  readonly body: Readable;
  readonly text: () => Promise<string>;
  readonly header: (name: string) => string | undefined;
}

/** Answers everything below `_api` of a site. */
export function restHandler(site: SiteStore, log: Logger): RequestHandler {
  return async (request, response) => {
    const origin = `${request.protocol}://${request.get('host') ?? ''}`;
    try {
      const { user, fromBrowser } = acting(request, site);
      const incoming = await receive(request, origin);
      const isContextInfo = /\/_api\/contextinfo$/i.test(request.path === '/' ? request.originalUrl : request.originalUrl.split('?')[0]);
      if (incoming.method !== 'GET' && fromBrowser && !isContextInfo && !isValidDigest(site, user.id, request.get('x-requestdigest'))) {
        throw problems.invalidDigest();
      }
      if (/^\/?\$batch$/i.test(apiPath(incoming.url, site).path)) {
        const boundary = `batchresponse_${site.identity.webId}`;
        const answers: BatchAnswer[] = [];
        for (const part of parseBatch(await incoming.text(), request.get('content-type') ?? '')) {
          answers.push(await answerPart(site, user, origin, part, log));
        }
        response.status(200).set('Content-Type', `multipart/mixed; boundary=${boundary}`).end(formatBatch(answers, boundary));
        return;
      }
      await send(response, await answerCall(site, user, origin, incoming), levelOf(incoming.header('accept')), site.clock);
    } catch (error) {
      if (isCutOff(error)) {
        response.destroy();
        return;
      }
      sendProblem(response, error, log);
    }
  };
}

/** Whether the sender went away before the end of the request: nobody is left to be answered, and nothing failed here. */
function isCutOff(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

async function answerCall(site: SiteStore, user: Call['user'], origin: string, incoming: Incoming): Promise<Answer> {
  const { path, query } = apiPath(incoming.url, site);
  const parameters = parseParameters(query);
  const call: Call = {
    site,
    user,
    method: incoming.method,
    query: parseQueryOptions(parameters),
    level: levelOf(incoming.header('accept')),
    webUrl: origin + site.path,
    url: incoming.url,
    body: incoming.body,
    open: resourceMakers,
    validateWebhook,
    header: incoming.header,
    json: async () => parseJson(await incoming.text())
  };
  return dispatch(rootResource, parseSegments(path, parameters), call);
}

async function answerPart(site: SiteStore, user: Call['user'], origin: string, part: BatchPart, log: Logger): Promise<BatchAnswer> {
  const accept = part.headers.get('accept');
  const type = { 'CONTENT-TYPE': CONTENT_TYPES[levelOf(accept)] };
  try {
    const url = /^https?:/i.test(part.url) ? part.url : `${origin}${part.url.startsWith('/') ? '' : `${site.path}/`}${part.url}`;
    const answer = await answerCall(site, user, origin, {
      method: methodOf(part.method, part.headers.get('x-http-method')),
      url,
      body: Readable.from(Buffer.from(part.body)),
      text: () => Promise.resolve(part.body),
      header: (name) => part.headers.get(name)
    });
    const body = answer.stream ? await readText(answer.stream) : answer.json === undefined ? answer.text ?? '' : JSON.stringify(answer.json);
    return { status: answer.status, headers: { ...type, ...answer.headers }, body };
  } catch (error) {
    const problem = asProblem(error, log);
    return { status: problem.status, headers: type, body: JSON.stringify(problem.body) };
  }
}

/** The part of an address behind `_api`, and its query; case does not matter before that. */
function apiPath(url: string, site: SiteStore): { path: string; query: string } {
  const { pathname, search } = splitUrl(url);
  const marker = `${site.path}/_api`.toLowerCase();
  const start = pathname.toLowerCase().startsWith(marker) ? marker.length : -1;
  if (start < 0) {
    throw problems.noResource(pathname);
  }
  return { path: pathname.slice(start), query: search };
}

/** Splits without normalising: percent-encoding must stay as it came. */
function splitUrl(url: string): { pathname: string; search: string } {
  const rest = url.replace(/^https?:\/\/[^/]+/i, '');
  const mark = rest.indexOf('?');
  return mark < 0 ? { pathname: rest, search: '' } : { pathname: rest.slice(0, mark), search: rest.slice(mark + 1) };
}

async function receive(request: Request, origin: string): Promise<Incoming> {
  const length = Number(request.get('content-length') ?? Number.NaN);
  const small = Number.isNaN(length) ? request.get('transfer-encoding') === undefined : length <= READ_AT_ONCE;
  const bytes = small ? await readBytes(request) : undefined;
  return {
    method: methodOf(request.method, request.get('x-http-method')),
    url: origin + request.originalUrl,
    body: bytes ? Readable.from([bytes]) : request,
    text: async () => (bytes ?? (await readBytes(request))).toString('utf8'),
    header: (name) => request.get(name)
  };
}

function methodOf(method: string, override: string | undefined): Method {
  const wanted = (override ?? method).toUpperCase();
  switch (wanted) {
    case 'GET':
    case 'POST':
    case 'PUT':
    case 'DELETE':
    case 'MERGE':
      return wanted;
    case 'HEAD':
      return 'GET';
    case 'PATCH':
      return 'MERGE';
    default:
      throw problems.badRequest(`The HTTP method '${wanted}' is not known.`);
  }
}

function levelOf(accept: string | undefined): MetadataLevel {
  return /odata=verbose/i.test(accept ?? '') ? 'verbose' : /nometadata|odata\.metadata=none/i.test(accept ?? '') ? 'none' : 'minimal';
}

function parseJson(text: string): Record<string, unknown> {
  if (text.trim() === '') {
    return {};
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw problems.badRequest('Invalid JSON. The body is not well formed.');
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw problems.badRequest('Invalid JSON. An object is expected.');
  }
  const { __metadata: _metadata, ...body } = parsed as Record<string, unknown>;
  return body;
}

async function send(response: Response, answer: Answer, level: MetadataLevel, clock: SiteClock): Promise<void> {
  response.status(answer.status).set({ Date: httpDate(clock), ...answer.headers });
  if (answer.stream) {
    const { stream } = answer;
    await new Promise<void>((resolve, reject) => {
      stream.once('error', reject);
      response.once('close', resolve);
      stream.pipe(response);
    });
  } else if (answer.json === undefined) {
    response.end(answer.text);
  } else {
    response.set('Content-Type', CONTENT_TYPES[level]).end(JSON.stringify(answer.json));
  }
}

function sendProblem(response: Response, error: unknown, log: Logger): void {
  const problem = asProblem(error, log);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(problem.status).set('Content-Type', CONTENT_TYPES.minimal).end(JSON.stringify(problem.body));
}

function asProblem(error: unknown, log: Logger): SharePointProblem {
  if (error instanceof SharePointProblem) {
    return error;
  }
  log.error({ event: 'request failed', reason: error instanceof Error ? error.stack : String(error) });
  return problems.unexpected();
}

async function readBytes(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

async function readText(stream: Readable): Promise<string> {
  return (await readBytes(stream)).toString('utf8');
}
