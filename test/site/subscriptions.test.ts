import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

let site: TestSite;
let receiver: Server;

/** A webhook's receiver that answers the site's validation. */
async function startReceiver(): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.end(new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationtoken') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  [site, receiver] = await Promise.all([provisionedSite(), startReceiver()]);
});
afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  await site.stop();
});

function notificationUrl(path = '/api/webhooks/site'): string {
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
}

const expiresAt = Temporal.Instant.from('2020-12-01T00:00:00Z');

describe('a subscription', () => {
  it('is made once for an address and renewed afterwards', async () => {
    const subscriptions = site.desk().subscriptions.contributions;
    const request = { notificationUrl: notificationUrl(), clientState: 'secret', expiresAt };
    const first = await subscriptions.ensure(request);
    const later = expiresAt.add({ hours: 24 });
    const second = await subscriptions.ensure({ ...request, expiresAt: later });
    expect(second.id).toBe(first.id);
    expect((await subscriptions.list()).map((subscription) => [subscription.id, subscription.expiresAt.toString()])).toEqual([[first.id, later.toString()]]);
  });

  it('is made again after it was lost', async () => {
    const subscriptions = site.desk().subscriptions.contributions;
    const request = { notificationUrl: notificationUrl('/lost'), clientState: 'secret', expiresAt };
    const first = await subscriptions.ensure(request);
    await subscriptions.remove(first.id);
    await subscriptions.remove(first.id);
    expect((await subscriptions.ensure(request)).id).not.toBe(first.id);
  });

  it('is refused when nobody answers the validation', async () => {
    const request = { notificationUrl: 'http://127.0.0.1:9/none', clientState: 'secret', expiresAt };
    await expect(site.desk().subscriptions.contributions.ensure(request)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
