import { problems } from '../problem';

/** One request within a batch. */
export interface BatchPart {
  readonly method: string;
  /** As written: absolute, or relative to the site. */
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** One answer within a batch. */
export interface BatchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The requests of a `multipart/mixed` batch in their order; changesets lie flat within it. Lines may end with LF alone,
 * as PnPjs writes them, which the multipart parsers on npm do not take.
 * @throws SharePointProblem 400
 */
export function parseBatch(body: string, contentType: string): BatchPart[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) {
    throw problems.badRequest('The batch has no boundary.');
  }
  return partsOf(body.replaceAll('\r\n', '\n'), boundary).flatMap(({ headers, content }) => {
    const type = headers.get('content-type') ?? '';
    return /^multipart\/mixed/i.test(type) ? parseBatch(content, type) : [parseRequest(content)];
  });
}

/** The batch's answer: flat parts in the order of the requests, one newline at the end. */
export function formatBatch(answers: readonly BatchAnswer[], boundary: string): string {
  const parts = answers.map(({ status, headers, body }) => {
    const lines = Object.entries(headers).map(([name, content]) => `${name.toUpperCase()}: ${content}\r\n`);
    return `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${status} ${STATUS_TEXT[status] ?? 'Status'}\r\n${lines.join('')}\r\n${body}\r\n`;
  });
  return `${parts.join('')}--${boundary}--\r\n`;
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Payload Too Large',
  423: 'Locked',
  500: 'Internal Server Error'
};

function partsOf(body: string, boundary: string): { headers: Map<string, string>; content: string }[] {
  const parts: { headers: Map<string, string>; content: string }[] = [];
  let lines: string[] | undefined;
  for (const line of body.split('\n')) {
    if (line.trimEnd() === `--${boundary}` || line.trimEnd() === `--${boundary}--`) {
      if (lines) {
        parts.push(headed(lines));
      }
      lines = line.trimEnd().endsWith('--') && line.trimEnd() !== `--${boundary}` ? undefined : [];
    } else {
      lines?.push(line);
    }
  }
  return parts;
}

function headed(lines: readonly string[]): { headers: Map<string, string>; content: string } {
  const blank = lines.findIndex((line) => line.trim() === '');
  const end = blank < 0 ? lines.length : blank;
  const headers = lines.slice(0, end).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { headers: new Map(headers), content: lines.slice(end + 1).join('\n') };
}

function parseRequest(text: string): BatchPart {
  const [first, ...rest] = text.replace(/^\n+/, '').split('\n');
  const match = /^([A-Z]+) (\S+) HTTP\/1\.\d$/i.exec(first.trim());
  if (!match) {
    throw problems.badRequest(`"${first}" is no request.`);
  }
  const { headers, content } = headed(rest);
  return { method: match[1].toUpperCase(), url: match[2], headers, body: content.trim() };
}
