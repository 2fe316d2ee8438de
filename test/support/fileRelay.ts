import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { sendsFiles } from './connector';

/** Stands between the Agents Playground, which has no way to send a file, and the bot. */
export interface FileRelay {
  /** Where the Playground sends its activities. */
  readonly messagesUrl: string;
  /** Lets the next message carry files, as it does when a person sends them in Teams. */
  attach(files: Parameters<typeof sendsFiles>[0]): void;
  stop(): Promise<void>;
}

/** Starts a relay on a free port of this machine. @param messagesUrl where the bot listens */
export async function startFileRelay(messagesUrl: string): Promise<FileRelay> {
  let waiting: unknown;
  const app = express();
  app.post('/api/messages', express.json({ limit: '1mb' }), (request, response, next) => {
    let activity = request.body as Record<string, unknown>;
    if (activity.type === 'message' && waiting !== undefined) {
      activity = { ...activity, text: '', attachments: waiting };
      waiting = undefined;
    }
    fetch(messagesUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(activity) })
      .then(async (answer) => {
        response.status(answer.status).type(answer.headers.get('content-type') ?? 'text/plain').send(await answer.text());
      })
      .catch(next);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    messagesUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    attach: (files) => void (waiting = sendsFiles(files).attachments),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
