import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ISubscriptions } from '@pnp/sp/presets/all';
import { eventually } from '../support/eventually';
import { localSite, refusal } from './support/localSite';
import type { TestSite } from './support/localSite';

interface Notification {
  readonly subscriptionId: string;
  readonly clientState: string | null;
  readonly resource: string;
  readonly siteUrl: string;
}

/** Someone who listens to notifications and can be told to refuse them. */
class Listener {
  public readonly received: Notification[][] = [];
  public refusals = 0;
  public echoes = true;
  private readonly server: Server = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationtoken');
    if (token !== null) {
      response.setHeader('Content-Type', 'text/plain').end(this.echoes ? token : 'no');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (this.refusals > 0) {
        this.refusals -= 1;
        response.writeHead(500).end();
        return;
      }
      this.received.push((JSON.parse(Buffer.concat(chunks).toString()) as { value: Notification[] }).value);
      response.end();
    });
  });

  public async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('The webhooks of a list', () => {
  let site: TestSite;
  let listener: Listener;
  let url: string;
  const notifications = { delayMilliseconds: 20, retryMilliseconds: 30, retries: 5 };
  const subscriptions = (): ISubscriptions => site.as().web.lists.getByTitle('Documents').subscriptions;
  const addFile = (name: string): Promise<unknown> => site.as().web.lists.getByTitle('Documents').rootFolder.files.addUsingPath(name, 'x');

  beforeEach(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z', notifications });
    listener = new Listener();
    url = await listener.start();
  });
  afterEach(async () => {
    listener.stop();
    await site.stop();
  });

  it('are told that the list changed, and nothing else', async () => {
    const { id } = await subscriptions().add(url, '2020-10-10T00:00:00Z', 'secret');
    const { Id } = await site.as().web.lists.getByTitle('Documents').select('Id')();
    await addFile('a.docx');
    await eventually(() => expect(listener.received).toHaveLength(1));
    expect(listener.received[0]).toEqual([expect.objectContaining({ subscriptionId: id, clientState: 'secret', resource: Id, siteUrl: '/sites/tdag-wg-sop' })]);
  });

  it('are not taken when the address does not send the validation token back', async () => {
    listener.echoes = false;
    expect(await refusal(subscriptions().add(url, '2020-10-10T00:00:00Z'))).toMatchObject({ status: 400, code: '-1, System.InvalidOperationException' });
    expect(await subscriptions()()).toEqual([]);
  });

  it('live 180 days at most, by the clock of the site', async () => {
    expect(await refusal(subscriptions().add(url, '2021-02-07T07:00:00Z'))).toMatchObject({ status: 400 });
    const { id } = await subscriptions().add(url, '2021-02-05T07:00:00Z');
    await site.administer('clock', { advanceTo: '2021-02-05T06:59:00Z' });
    await subscriptions().getById(id).update('2021-03-01T00:00:00Z');
    await site.administer('clock', { advanceTo: '2021-03-01T00:00:01Z' });
    expect(await subscriptions()()).toEqual([]);
    expect(await refusal(subscriptions().getById(id)())).toMatchObject({ status: 404 });
  });

  it('are told again when they refuse, and not once too often', async () => {
    await subscriptions().add(url, '2020-10-10T00:00:00Z');
    listener.refusals = 3;
    await addFile('a.docx');
    await eventually(() => expect(listener.received).toHaveLength(1));
    expect(listener.refusals).toBe(0);
  });

  it('are told after a restart of what they could not be told before', async () => {
    await site.restart({ notifications: { ...notifications, delayMilliseconds: 60_000 } });
    await subscriptions().add(url, '2020-10-10T00:00:00Z');
    await addFile('a.docx');
    await site.restart();
    await eventually(() => expect(listener.received).toHaveLength(1));
  });

  it('are told nothing any more once they are deleted', async () => {
    const { id } = await subscriptions().add(url, '2020-10-10T00:00:00Z');
    const other = await subscriptions().add(`${url}?other`, '2020-10-10T00:00:00Z');
    await subscriptions().getById(id).delete();
    await addFile('a.docx');
    await eventually(() => expect(listener.received).toHaveLength(1));
    expect(listener.received.flat().map(({ subscriptionId }) => subscriptionId)).toEqual([other.id]);
  });
});
