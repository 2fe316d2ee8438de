import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import express from 'express';

/** What the bot sent, in the order of its arrival. */
export interface SentActivity {
  readonly conversationId: string;
  readonly activity: Partial<Activity>;
  /** By which token the bot said who it is. */
  readonly authorization?: string;
}

/** How the connector answers the next posts. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/** A stand-in for the Teams side of the Bot Framework: it takes what the bot sends over HTTP, and sends it what people do. */
export interface Connector {
  readonly serviceUrl: string;
  /** Messages and cards that were taken, without "typing". */
  readonly sent: SentActivity[];
  /** Where the bot showed "typing", and after how many messages. */
  readonly typing: { readonly conversationId: string; readonly afterMessages: number }[];
  /** How often the bot tried to post, whether or not it was taken. */
  attempts(): number;
  /** How many connections were made to it. */
  connections(): number;
  /** Cards that took the place of earlier ones. */
  readonly updated: SentActivity[];
  /** The ids of what the bot removed. */
  readonly deleted: string[];
  /** Lets somebody else be the one whom Teams says that the sender is; their address. */
  signIn(email: string): void;
  /** Who has an id of their own in Teams; everybody else is who {@link signIn} says. */
  introduce(memberId: string, email: string): void;
  /** Sends an invoke to the bot, as a card's `Action.Execute` does, and gives the body of its answer. */
  invoke(messagesUrl: string, activity: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Refuses the next posts, one after the other. */
  refuse(...refusals: Refusal[]): void;
  /** Takes the next post and then cuts the line instead of answering. */
  cutNext(): void;
  /** Posts an activity to the bot and gives the status of its answer. */
  post(messagesUrl: string, activity: Record<string, unknown>): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a connector on a free port of this machine. */
export async function startConnector(): Promise<Connector> {
  const sent: SentActivity[] = [];
  const refusals: Refusal[] = [];
  const updated: SentActivity[] = [];
  const typing: { conversationId: string; afterMessages: number }[] = [];
  const members = new Map<string, string>();
  const deleted: string[] = [];
  let email = 'somebody@example.org';
  let attempts = 0;
  let cuts = 0;
  const app = express();
  app.use(express.json());
  const take: express.RequestHandler = (request, response) => {
    const activity = request.body as Partial<Activity>;
    if (activity.type === 'typing') {
      typing.push({ conversationId: String(request.params.conversationId), afterMessages: sent.length });
      response.json({ id: 'typing' });
      return;
    }
    attempts += 1;
    const refusal = refusals.shift();
    if (refusal !== undefined) {
      response.status(refusal.status).set(refusal.headers ?? {}).json({ error: { code: 'Refused', message: 'refused' } });
      return;
    }
    const { authorization } = request.headers;
    sent.push({ conversationId: String(request.params.conversationId), activity, ...(authorization === undefined ? {} : { authorization }) });
    if (cuts > 0) {
      cuts -= 1;
      request.socket.destroy();
      return;
    }
    response.status(201).json({ id: `activity-${sent.length}` });
  };
  app.post('/v3/conversations/:conversationId/activities', take);
  app.post('/v3/conversations/:conversationId/activities/:activityId', take);
  app.put('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    updated.push({ conversationId: request.params.conversationId, activity: request.body as Partial<Activity> });
    response.json({ id: request.params.activityId });
  });
  app.delete('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    deleted.push(request.params.activityId);
    response.status(200).end();
  });
  app.get('/v3/conversations/:conversationId/members/:memberId', (request, response) => {
    const address = members.get(request.params.memberId) ?? email;
    response.json({ id: request.params.memberId, objectId: `id-of-${address}`, name: 'A person', email: address, userPrincipalName: address });
  });
  app.get('/v3/teams/:teamId', (request, response) => {
    response.json({ id: request.params.teamId, name: TEAM.name, aadGroupId: TEAM.aadGroupId });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', () => void (connections += 1));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    serviceUrl,
    sent,
    updated,
    typing,
    introduce: (memberId, address) => void members.set(memberId, address),
    deleted,
    signIn: (address) => void (email = address),
    invoke: async (messagesUrl, activity) => {
      const response = await fetch(messagesUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ channelId: 'msteams', serviceUrl, ...activity })
      });
      return (await response.json()) as Record<string, unknown>;
    },
    attempts: () => attempts,
    connections: () => connections,
    refuse: (...more) => void refusals.push(...more),
    cutNext: () => void (cuts += 1),
    post: async (messagesUrl, activity) => {
      const response = await fetch(messagesUrl, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ channelId: 'msteams', serviceUrl, ...activity })
      });
      return response.status;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}

/** The bot as Teams addresses it. */
export const BOT = { id: '28:bot', name: 'Contribution Desk' };

const MEMBER = { id: '29:member', name: 'A member' };
const conversations = {
  personal: { id: 'a:personal', conversationType: 'personal' },
  channel: { id: '19:general@thread.tacv2', conversationType: 'channel', isGroup: true },
  groupChat: { id: '19:chat@thread.v2', conversationType: 'groupChat', isGroup: true }
} as const;

/** Where something happens. */
export type Place = keyof typeof conversations;

/** The team of the channel, with its id in the directory. */
export const TEAM = { id: conversations.channel.id, name: 'Working group', aadGroupId: '00000000-0000-0000-0000-000000000031' };

function base(place: Place): Record<string, unknown> {
  return {
    id: `in-${Math.random().toString(36).slice(2)}`,
    from: MEMBER,
    recipient: BOT,
    conversation: conversations[place],
    channelData: { tenant: { id: 'tenant' }, ...(place === 'channel' ? { team: TEAM, channel: { id: conversations.channel.id } } : {}) }
  };
}

/** A message as Teams sends it; in a channel it stands in a thread and mentions the bot. */
export function says(place: Place, text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const message = { ...base(place), type: 'message', textFormat: 'plain', locale: 'en-GB', text, ...more };
  if (place === 'personal') {
    return message;
  }
  return {
    ...message,
    conversation: { ...conversations[place], id: place === 'channel' ? `${conversations.channel.id};messageid=1597000000000` : conversations[place].id },
    text: `<at>${BOT.name}</at> ${text}`,
    entities: [{ type: 'mention', text: `<at>${BOT.name}</at>`, mentioned: BOT }]
  };
}

/** A message with files as Teams sends it from a personal chat: the files lie in the sender's storage. */
export function sendsFiles(files: readonly { readonly name: string; readonly downloadUrl: string }[], more: Record<string, unknown> = {}, place: Place = 'personal'): Record<string, unknown> {
  const attachments = files.map(({ name, downloadUrl }) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://example-my.sharepoint.com/personal/somebody/Documents/${encodeURIComponent(name)}`,
    name,
    content: { downloadUrl, uniqueId: '1150d938-8870-4044-9f2c-5bbdeba70c9d', fileType: name.split('.').at(-1) }
  }));
  return { ...says(place, '', more), attachments: [...attachments, { contentType: 'text/html', content: '<p>&nbsp;</p>' }] };
}

/** The invoke by which Teams tells whether the person lets a file be put into their storage. */
export function answersConsent(action: 'accept' | 'decline', context: unknown, uploadUrl: string, cardId = 'consent-1'): Record<string, unknown> {
  const uploadInfo = { contentUrl: 'https://example-my.sharepoint.com/personal/somebody/Documents/receipt.txt', name: 'receipt.txt', uploadUrl, uniqueId: 'b7a1', fileType: 'txt' };
  return {
    ...base('personal'),
    type: 'invoke',
    name: 'fileConsent/invoke',
    locale: 'en-GB',
    replyToId: cardId,
    value: { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo } : {}) }
  };
}

/** The invoke by which a card's `Action.Execute` sends what was typed, in the personal chat unless told otherwise. */
export function executes(action: { readonly verb?: string; readonly data?: unknown }, typed: Readonly<Record<string, string>>, cardId = 'activity-1', place: Place = 'personal'): Record<string, unknown> {
  return {
    ...base(place),
    type: 'invoke',
    name: 'adaptiveCard/action',
    locale: 'en-GB',
    replyToId: cardId,
    value: { action: { type: 'Action.Execute', verb: action.verb, data: { ...(action.data as object), ...typed } } }
  };
}

/** An invoke of the message extension: a search, a pasted link, an action on a message. */
export function invokesExtension(name: 'query' | 'queryLink' | 'fetchTask' | 'submitAction', value: unknown, place: Place = 'groupChat', more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...base(place), type: 'invoke', name: `composeExtension/${name}`, locale: 'en-GB', value, ...more };
}

/** The two events by which Teams tells that the bot was installed, in the order in which it sends them. */
export function installs(place: Place, locale = 'en-GB', more: Record<string, unknown> = {}): Record<string, unknown>[] {
  return [
    { ...base(place), type: 'installationUpdate', action: 'add', locale, ...more },
    { ...base(place), type: 'conversationUpdate', membersAdded: place === 'personal' ? [MEMBER, BOT] : [BOT], ...more }
  ];
}

/** The event by which Teams tells that the bot was removed. */
export function removes(place: Place): Record<string, unknown> {
  return { ...base(place), type: 'installationUpdate', action: 'remove' };
}
