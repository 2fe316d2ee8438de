import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Which requests lose something, and what: the request itself before the site had it, its second half, or the site's
 * answer.
 */
export interface Loss {
  readonly method: string;
  /** Part of the address. */
  readonly path: string;
  readonly lost: 'request' | 'half' | 'answer';
}

/** Stands between a program and the site and cuts the connection once for each loss. */
export interface LossyProxy {
  /** The site's address through the proxy. */
  readonly url: string;
  /** The requests that the site got, as `METHOD address`. */
  readonly passed: readonly string[];
  stop(): Promise<void>;
}

/** Starts a proxy before a site. */
export async function lossyProxy(siteUrl: string, ...losses: Loss[]): Promise<LossyProxy> {
  const target = new URL(siteUrl);
  const outstanding = [...losses];
  const passed: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const index = outstanding.findIndex(({ method, path }) => incoming.method === method && incoming.url?.includes(path) === true);
    const [loss] = index < 0 ? [] : outstanding.splice(index, 1);
    const cut = (): void => {
      incoming.socket.destroy();
    };
    if (loss?.lost === 'request') {
      cut();
      return;
    }
    passed.push(`${incoming.method} ${decodeURIComponent(incoming.url ?? '')}`);
    const forwarded = send({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      if (loss?.lost === 'answer') {
        answer.resume().on('end', cut);
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', cut);
    if (loss?.lost === 'half') {
      let left = Number(incoming.headers['content-length']) / 2;
      incoming.on('data', (bytes: Uint8Array) => {
        left -= bytes.length;
        if (left < 0) {
          forwarded.destroy();
        } else {
          forwarded.write(bytes);
        }
      });
      return;
    }
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`,
    passed,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
