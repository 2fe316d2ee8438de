import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TokenCredential } from '@azure/identity';
import express from 'express';

const TOKEN = 'a-token';

/** A stand-in for the part of Microsoft Graph that knows the members of teams. */
export interface Graph {
  readonly url: string;
  readonly credential: TokenCredential;
  /** Lets a person be in a team. */
  addMember(teamId: string, userId: string, roles: readonly string[]): void;
  /** Answers everything with this status from now on. */
  fail(status: number): void;
  stop(): Promise<void>;
}

/** Starts it on a free port of this machine. It answers as the Graph reference says, and nothing without its token. */
export async function startGraph(): Promise<Graph> {
  const members: { teamId: string; userId: string; roles: readonly string[] }[] = [];
  let failure: number | undefined;
  const app = express();
  app.get('/v1.0/teams/:teamId/members', (request, response) => {
    const asked = /userId eq '([^']+)'/.exec(String(request.query.$filter))?.[1];
    if (failure !== undefined || request.get('authorization') !== `Bearer ${TOKEN}`) {
      response.status(failure ?? 401).json({ error: { code: 'Forbidden', message: 'No' } });
      return;
    }
    const found = members.filter(({ teamId, userId }) => teamId === request.params.teamId && (asked === undefined || userId === asked));
    response.json({
      '@odata.context': '#members',
      value: found.map(({ userId, roles }) => ({ '@odata.type': '#microsoft.graph.aadUserConversationMember', id: 'opaque', roles, userId, displayName: 'A person' }))
    });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credential: { getToken: () => Promise.resolve({ token: TOKEN, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) },
    addMember: (teamId, userId, roles) => void members.push({ teamId, userId, roles }),
    fail: (status) => void (failure = status),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
