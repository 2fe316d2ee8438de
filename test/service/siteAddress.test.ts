import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectFromNode } from '../../src/service/siteConnection';
import { eventually } from '../support/eventually';
import { form, inState, put } from '../support/library';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const HEADERS = { 'X-Local-User': 'service@example.org' };
const NEW_ADDRESS = 'https://example.sharepoint.com/sites/new-name';

/** The same site at another address. */
const at = (site: TestSite, url: string): TestSite => ({ ...site, url, connect: () => connectFromNode({ siteUrl: url, headers: HEADERS }) });

describe('a service whose site is not at its address', () => {
  let site: TestSite;
  let service: TestService | undefined;
  let front: Front | undefined;

  beforeEach(async () => {
    site = await provisionedSite();
  });
  afterEach(async () => {
    await service?.stop();
    await front?.stop();
    await site.stop();
  });

  const troubleIs = (words: string | RegExp): Promise<void> =>
    eventually(async () => {
      const health = await service?.health();
      expect(health?.status).toBe(503);
      expect(health?.body.site.trouble).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
    });

  it('starts and says what to look at when nobody knows the name of the server', async () => {
    service = await runService(at(site, 'http://nowhere.invalid/sites/group'));
    await troubleIs(/^The name nowhere\.invalid cannot be found \(\w+\)\. Check that SITE_URL \(http:\/\/nowhere\.invalid\/sites\/group\) is the address that a browser shows, and that this machine's name server answers$/);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.url}/livez`)).status).toBe(200);
  });

  it('says that the site was renamed or removed, and when it is back loses nothing that arrived', async () => {
    const meeting = await addMeeting(site);
    const before = await startFront(site);
    front = before;
    service = await runService(at(site, before.url));
    await eventually(async () => expect((await service?.health())?.status).toBe(200));
    before.answerWith((_incoming, response) => void response.writeHead(308, { Location: `${NEW_ADDRESS}/_api/web` }).end());
    await troubleIs(`The site is no longer at this address; it sends those who ask to ${NEW_ADDRESS}. If the site was renamed, set SITE_URL to ${NEW_ADDRESS}, and DESK_URL to the new address of the page, and start the service again (SITE_URL is ${before.url})`);
    const id = await put(site, 'meanwhile.docx', form(meeting.id));
    before.answerWith((_incoming, response) => void response.writeHead(404, { 'Content-Type': 'text/html' }).end('404 FILE NOT FOUND'));
    await troubleIs(/^127\.0\.0\.1:\d+ knows no site at this address\. If the site was renamed or removed, set SITE_URL \(.+\) to its new address, or restore it in the SharePoint admin center$/);
    before.answerWith(undefined);
    expect(await inState(site, id, 'received')).toMatchObject({ standing: 'translated' });
    await eventually(async () => expect((await service?.health())?.status).toBe(200));
  });
});

/** What stands before a site. */
interface Front {
  readonly url: string;
  /** Answers in the site's stead; the site answers again without one. */
  answerWith(answer: ((incoming: IncomingMessage, response: ServerResponse) => void) | undefined): void;
  stop(): Promise<void>;
}

/** What stands before a site and passes everything on, or answers in its stead. */
async function startFront(site: TestSite): Promise<Front> {
  let instead: ((incoming: IncomingMessage, response: ServerResponse) => void) | undefined;
  const { port, pathname } = new URL(site.url);
  const server = createServer((incoming, response) => {
    if (instead !== undefined) {
      incoming.resume();
      instead(incoming, response);
      return;
    }
    const passed = request({ port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    answerWith: (answer) => void (instead = answer),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
