import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** A request to send that was taken. */
export interface GraphRequest {
  readonly sender: string;
  readonly authorization?: string;
  readonly body: { readonly message: Record<string, unknown>; readonly saveToSentItems: unknown };
}

/** A stand-in for the one endpoint of Microsoft Graph that sends e-mail. */
export interface GraphMail {
  readonly url: string;
  readonly taken: GraphRequest[];
  /** How often something was to be sent, whether or not it was taken. */
  attempts(): number;
  /** Refuses the next requests, one after the other. */
  refuse(...refusals: { readonly status: number; readonly headers?: Record<string, string> }[]): void;
  /** Takes the next request and then cuts the line instead of answering. */
  cutNext(): void;
  stop(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. */
export async function startGraphMail(): Promise<GraphMail> {
  const taken: GraphRequest[] = [];
  const refusals: Parameters<GraphMail['refuse']>[0][] = [];
  let attempts = 0;
  let cuts = 0;
  const app = express();
  app.use(express.json());
  app.post('/v1.0/users/:sender/sendMail', (request, response) => {
    attempts += 1;
    const refusal = refusals.shift();
    if (refusal !== undefined) {
      response.status(refusal.status).set(refusal.headers ?? {}).json({ error: { code: 'Refused', message: 'refused' } });
      return;
    }
    taken.push({ sender: request.params.sender, authorization: request.headers.authorization, body: request.body as GraphRequest['body'] });
    if (cuts > 0) {
      cuts -= 1;
      request.socket.destroy();
      return;
    }
    response.status(202).end();
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    attempts: () => attempts,
    refuse: (...more) => void refusals.push(...more),
    cutNext: () => void (cuts += 1),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
