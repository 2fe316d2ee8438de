import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the server; `drop` cuts the connection after the request was read. */
export type ScriptedAnswer = { status: number; headers?: Record<string, string>; body?: unknown } | 'drop';

/** A server that gives the answers of a script, one a request, and the last one ever after. */
export interface ScriptedServer {
  readonly url: string;
  /** Requests so far, as `METHOD /path`. */
  readonly requests: string[];
  stop(): Promise<void>;
}

/** Starts a server for what a well-behaved site does not answer on demand. */
export async function scriptedServer(...script: ScriptedAnswer[]): Promise<ScriptedServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = script[Math.min(requests.push(`${request.method} ${request.url}`), script.length) - 1];
      if (answer === 'drop') {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sites/group`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
