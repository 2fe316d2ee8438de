import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { writeOf } from './ledgerWrites';
import type { Gap } from './ledgerWrites';

/** Stands between processes and a server, and can stop a process at an exact moment of its work. */
export interface Gate {
  /** The server's address through the gate. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a gate asks at each request. */
export interface GateKeeper {
  /** By how many seconds the time of the answers is another one. */
  skew(): number;
  /**
   * Called at each moment of a request.
   * @param worker who sends it
   * @returns whether it goes on; otherwise nothing more becomes of it
   */
  pass(worker: string, step: Gap['step'], side: Gap['side']): Promise<boolean>;
}

/**
 * Starts a gate before a server.
 * @param stepOf what a request is, and who sends it
 */
export async function startGate(serverUrl: string, keeper: GateKeeper, stepOf: (request: IncomingMessage, body: string) => { worker: string; step: Gap['step'] }): Promise<Gate> {
  const target = new URL(serverUrl);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await text(incoming).catch(() => undefined);
      if (body === undefined) {
        return;
      }
      const { worker, step } = stepOf(incoming, body);
      if (!(await keeper.pass(worker, step, 'before'))) {
        incoming.socket.destroy();
        return;
      }
      const forwarded = send({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, host: target.host } });
      forwarded.end(body);
      const [answer] = (await once(forwarded, 'response')) as [IncomingMessage];
      const answered = await text(answer);
      if (!(await keeper.pass(worker, step, 'after'))) {
        incoming.socket.destroy();
        return;
      }
      const { date, 'transfer-encoding': _encoding, 'content-length': _length, ...headers } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 500, { ...headers, ...(date === undefined ? {} : { date: new Date(Date.parse(date) + keeper.skew() * 1000).toUTCString() }) });
      outgoing.end(answer.statusCode === 204 ? undefined : answered);
    })().catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname === '/' ? '' : target.pathname}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}

/** A request to the site, by the header that names the worker. */
export function siteStep(request: IncomingMessage, body: string): { worker: string; step: Gap['step'] } {
  return { worker: String(request.headers['x-worker']), step: writeOf(body) };
}

/** A request to Teams, by the summary of the card, which names the worker and what is told. */
export function postStep(_request: IncomingMessage, body: string): { worker: string; step: Gap['step'] } {
  return { worker: readSummary((JSON.parse(body) as { summary?: string }).summary).worker, step: 'post' };
}

/** What stands in the place of a card's summary: who posted it, and the keys of all that it tells. */
export function readSummary(summary = '{}'): { worker: string; keys: string[] } {
  return { worker: '', keys: [], ...(JSON.parse(summary) as object) };
}
