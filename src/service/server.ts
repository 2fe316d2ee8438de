import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Router } from 'express';
import { answerFailure } from './answerFailure';
import type { Log } from './log';

/** What is served, and from which path on. */
export interface Mounted {
  /** `/` for what is served at the root. */
  readonly path: string;
  readonly router: Router;
}

/** A service that listens. */
export interface ListeningServer {
  readonly port: number;
  /** Takes no new requests and waits for those under way. */
  close(): Promise<void>;
}

/** The port or the address cannot be listened on. */
export class CannotListenError extends Error {
  public constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(
      cause.code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
        : `The service cannot listen on ${host}, port ${port} (${cause.code ?? cause.name}). Check HOST and PORT`,
      { cause }
    );
    this.name = 'CannotListenError';
  }
}

/**
 * Listens for Teams, for the site and for whoever watches the service.
 * @throws CannotListenError with what to do about it
 */
export async function listen(host: string, port: number, routes: readonly Mounted[], log: Log): Promise<ListeningServer> {
  const app = express();
  app.disable('x-powered-by');
  routes.forEach(({ path, router }) => app.use(path, router));
  app.use(answerFailure(log));
  const server = createServer(app);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new CannotListenError(host, port, error as NodeJS.ErrnoException);
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    }
  };
}
