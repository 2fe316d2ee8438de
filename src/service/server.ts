import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ErrorRequestHandler, Router } from 'express';
import { failure } from './log';
import type { Log } from './log';
import { WEBHOOK_PATH } from './webhook';

/** The routes of the service. */
export interface Routes {
  readonly messages: Router;
  readonly siteWebhook: Router;
  readonly health: Router;
  readonly readiness: Router;
  readonly liveness: Router;
  /** Absent when it is switched off. */
  readonly calendar?: Router;
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
export async function listen(host: string, port: number, routes: Routes, log: Log): Promise<ListeningServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use('/api/messages', routes.messages);
  app.use(WEBHOOK_PATH, routes.siteWebhook);
  app.use('/healthz', routes.health);
  app.use('/readyz', routes.readiness);
  app.use('/livez', routes.liveness);
  if (routes.calendar !== undefined) {
    app.use('/calendar', routes.calendar);
  }
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

/** Answers a failed request with its status and nothing else; what happened goes to the log. */
function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = (error as { status?: unknown } | undefined)?.status;
    const isClientError = typeof status === 'number' && status >= 400 && status < 500;
    if (!isClientError) {
      log.error({ event: 'request.failed', ...failure(error) });
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(isClientError ? status : 500).end();
  };
}
