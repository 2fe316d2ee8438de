import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActivityHandler } from 'botbuilder';
import express from 'express';
import { createBotAdapter } from '../../src/service/botAdapter';
import { createLog } from '../../src/service/log';
import { PostingLimits } from '../../src/service/postingLimits';
import { says } from '../support/connector';
import { startTokenIssuer } from '../support/tokenIssuer';
import type { LocalIssuer, TokenChanges } from '../support/tokenIssuer';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const TENANT = '99999999-8888-7777-6666-555555555555';
const SERVICE_URL = 'https://smba.example.org/emea/';

describe('what comes to the bot', () => {
  let issuer: LocalIssuer;
  let server: Server;
  let url: string;
  let heard: (string | undefined)[];
  let logged: string;

  beforeAll(async () => {
    issuer = await startTokenIssuer();
    const bot = new ActivityHandler();
    bot.onMessage(async (context, next) => {
      heard.push(context.activity.text);
      await next();
    });
    const log = createLog('info', { write: (line) => void (logged += line) });
    const credentials = { appId: APP_ID, appPassword: 'a secret', appType: 'SingleTenant', tenantId: TENANT } as const;
    const adapter = createBotAdapter(credentials, 'https://example.org/desk', log, new PostingLimits(30), { issuer });
    server = createServer(express().use('/api/messages', adapter.messages(bot))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  });
  beforeEach(() => {
    heard = [];
    logged = '';
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await issuer.stop();
  });

  const send = async (authorization: string | undefined, changes: Record<string, unknown> = {}): Promise<number> => {
    const activity = { channelId: 'msteams', serviceUrl: SERVICE_URL, ...says('personal', 'hello'), channelData: { tenant: { id: TENANT } }, ...changes };
    const headers = { 'Content-Type': 'application/json', ...(authorization === undefined ? {} : { Authorization: authorization }) };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
  };
  const token = (changes?: TokenChanges): Promise<string> => issuer.token(APP_ID, SERVICE_URL, changes);

  it('is heard with a good token of the group’s tenant', async () => {
    expect(await send(await token())).toBe(200);
    expect(heard).toEqual(['hello']);
    expect(await send(await token(), { conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT.toUpperCase() } })).toBe(200);
  });

  it.each<[string, TokenChanges]>([
    ['for another bot', { audience: '00000000-0000-0000-0000-000000000000' }],
    ['by another issuer', { issuer: 'https://sts.example.org' }],
    ['that has ended', { lifeSeconds: -3600 }],
    ['that nobody signed', { signed: 'not' }],
    ['signed with a key that the issuer does not publish', { signed: 'byAnother' }],
    ['made for another service address', { serviceUrl: 'https://attacker.example.org/' }]
  ])('is refused with a token %s', async (_name, changes) => {
    expect(await send(await token(changes))).toBe(401);
    expect(heard).toEqual([]);
  });

  it('is refused without a token, and with a good one under another scheme', async () => {
    expect(await send(undefined)).toBe(401);
    expect(await send((await token()).replace('Bearer', 'Basic'))).toBe(401);
    expect(heard).toEqual([]);
  });

  it('is refused when a good token is replayed from another service address, or without any', async () => {
    expect(await send(await token(), { serviceUrl: 'https://attacker.example.org/' })).toBe(401);
    expect(await send(await token(), { serviceUrl: undefined })).toBe(403);
    expect(await send(await token(), { serviceUrl: '' })).toBe(403);
    expect(heard).toEqual([]);
  });

  it.each([
    ['another channel', { channelId: 'webchat' }],
    ['a channel with tokens of the tenant’s own', { channelId: 'AseChannel' }],
    ['another tenant', { channelData: { tenant: { id: '00000000-0000-0000-0000-000000000000' } } }],
    ['a conversation of another tenant', { conversation: { id: 'a:1', conversationType: 'personal', tenantId: '00000000-0000-0000-0000-000000000000' } }],
    ['no tenant', { channelData: {} }],
    ['no channel data', { channelData: null }]
  ])('is refused from %s, whatever its token', async (_name, changes) => {
    expect(await send(await token(), changes)).toBe(403);
    expect(heard).toEqual([]);
  });

  it('leaves no token and nothing of what was said in the log', async () => {
    const good = await token();
    await send(good, { text: 'a confidential matter' });
    await send(await token({ lifeSeconds: -3600 }), { text: 'a confidential matter' });
    await send(good, { channelId: 'webchat', text: 'a confidential matter' });
    expect(logged).toContain('bot.refused');
    expect(logged).not.toMatch(/confidential|Bearer|eyJ/);
  });
});
