import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** A stand-in for the storage in which Teams keeps people's files: addresses without a sign-in to read from and to put to. */
export interface FileHost {
  readonly origin: string;
  /** Makes a file readable. @returns its address */
  serve(content: Uint8Array): string;
  /** An address that sends on to another. */
  sendOn(to: string): string;
  /** An address from which bytes come without end, and without their number. */
  endless(): string;
  /** An address to put a file to. */
  readonly slot: string;
  /** What was put there. */
  readonly stored: { readonly range: string | undefined; readonly text: string }[];
  /** How often anything was asked of it. */
  requests(): number;
  stop(): Promise<void>;
}

/** Starts a storage on a free port of this machine. */
export async function startFileHost(): Promise<FileHost> {
  const files: Uint8Array[] = [];
  const targets: string[] = [];
  const stored: { range: string | undefined; text: string }[] = [];
  let requests = 0;
  const app = express();
  app.use((_request, _response, next) => {
    requests += 1;
    next();
  });
  app.get('/files/:index', (request, response) => {
    const content = files[Number(request.params.index)];
    if (content === undefined) {
      response.status(404).end();
      return;
    }
    response.type('application/octet-stream').send(Buffer.from(content));
  });
  app.get('/moved/:index', (request, response) => response.redirect(targets[Number(request.params.index)]));
  app.get('/endless', (_request, response) => {
    const piece = Buffer.alloc(1024 * 1024);
    const write = (): void => {
      while (!response.destroyed && response.write(piece)) {
        // Until the line is full.
      }
    };
    response.on('drain', write);
    write();
  });
  app.put('/slot', express.text({ type: () => true }), (request, response) => {
    stored.push({ range: request.get('content-range'), text: String(request.body) });
    response.status(201).json({});
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve: (content) => `${origin}/files/${files.push(content) - 1}`,
    sendOn: (to) => `${origin}/moved/${targets.push(to) - 1}`,
    endless: () => `${origin}/endless`,
    slot: `${origin}/slot`,
    stored,
    requests: () => requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
