import { once } from 'node:events';
import { Agent, createServer, request as send } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The header by which a worker says its name to the site. */
export const WORKER_HEADER = 'x-worker';

/** What passes a relay. */
export interface Passage {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is done with what passes. */
export interface RelayGates {
  /** Before a request is forwarded. @returns false when it is not: its sender is gone */
  before(request: Passage): Promise<boolean>;
  /** Once it was answered. @returns false when the answer is not passed on: its sender is gone */
  after(request: Passage, status: number): Promise<boolean>;
  /** The site's time as it is told to the sender. */
  date?(header: string): string;
}

/** Stands in front of a server and sees, holds and drops what passes. */
export interface KillingRelay {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a relay on a free port of this machine. @param target the server's address, without a path */
export async function startRelay(target: string, gates: RelayGates): Promise<KillingRelay> {
  const agent = new Agent({ keepAlive: true });

  async function forward(incoming: IncomingMessage, body: Buffer): Promise<{ readonly answer: IncomingMessage; readonly content: Buffer }> {
    // Under its own name, so that the addresses in the answers lead through it again.
    const outgoing = send(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers, agent });
    outgoing.end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { answer, content: await buffer(answer) };
  }

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const passage: Passage = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body: body.toString() };
    if (!(await gates.before(passage))) {
      incoming.socket.destroy();
      return;
    }
    const { answer, content } = await forward(incoming, body);
    if (!(await gates.after(passage, answer.statusCode ?? 0))) {
      incoming.socket.destroy();
      return;
    }
    const { 'transfer-encoding': _chunks, date, ...headers } = answer.headers;
    const told = date === undefined ? {} : { date: gates.date?.(date) ?? date };
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, ...told, 'content-length': content.length }).end(content);
  }

  // What breaks off is the line of a killed process.
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing).catch(() => incoming.socket.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    }
  };
}
