import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { webhookRouter } from '../../src/service/webhook';

describe('the webhook', () => {
  let server: Server;
  let url: string;
  let woken: number;
  let secret: string | undefined;

  beforeEach(async () => {
    woken = 0;
    secret = 'the secret of the subscription';
    const app = express().use('/', webhookRouter({ clientState: () => secret, wake: () => void (woken += 1) }));
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  const notify = async (body: string): Promise<number> =>
    (await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', Connection: 'close' }, body })).status;
  const notification = (clientState: unknown): string => JSON.stringify({ value: [{ subscriptionId: 's', clientState, resource: 'r' }] });

  it('gives the validation token back as plain text', async () => {
    const response = await fetch(`${url}?validationtoken=${encodeURIComponent('a<b>&c')}`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('a<b>&c');
    expect(woken).toBe(0);
  });

  it('gives no endless token back', async () => {
    const response = await fetch(`${url}?validationtoken=${'x'.repeat(2000)}`, { method: 'POST' });
    expect([response.status, await response.text()]).toEqual([400, '']);
  });

  it('wakes the monitor once for a notification with the secret, however many entries it has', async () => {
    expect(await notify(JSON.stringify({ value: [{ clientState: 'other' }, { clientState: secret }, { clientState: secret }] }))).toBe(200);
    expect(woken).toBe(1);
  });

  it.each([['another secret'], [''], [null], [undefined], ['the secret of the subscription ']])('ignores a notification with the secret %j and answers as always', async (clientState) => {
    expect(await notify(notification(clientState))).toBe(200);
    expect(woken).toBe(0);
  });

  it('ignores everything while there is no secret yet', async () => {
    secret = undefined;
    expect(await notify(notification(''))).toBe(200);
    expect(woken).toBe(0);
  });

  it('answers what is no notification without waking', async () => {
    expect(await notify('{"value":"x"}')).toBe(200);
    expect(await notify('not json')).toBe(400);
    expect(woken).toBe(0);
  });
});
