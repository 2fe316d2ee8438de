import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meeting } from '../../src/rules/meeting';
import { JOB_PACE } from '../../src/service/jobs/jobPace';
import type { ServiceSettings } from '../../src/service/settings';
import { startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { form, put } from '../support/library';
import { startMailServer } from '../support/mailServer';
import type { MailServer } from '../support/mailServer';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { channelReference } from '../support/reminding';
import { runGroups } from '../support/service';
import type { TestService } from '../support/service';
import { startStorage } from '../support/storage';
import type { TestStorage } from '../support/storage';

const NAMES = ['sop', 'rdtp'] as const;
const BOTS = ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555'] as const;
/** Where both bots are installed. */
const COMMON_CHANNEL = '19:common@thread.tacv2';
const channelOf = (index: 0 | 1): string => `19:${NAMES[index]}@thread.tacv2`;
const listOf = (index: 0 | 1): string => `${NAMES[index]}.list@example.org`;
const senderOf = (index: 0 | 1): string => `${NAMES[index]}@example.org`;

/** The identities of this machine as App Service offers them: each has a token that names it. */
async function startIdentities(): Promise<Server> {
  const server = createServer((request, response) => {
    const clientId = new URL(request.url ?? '', 'http://localhost').searchParams.get('client_id') ?? 'nobody';
    const expiresOn = Math.floor(Date.now() / 1000) + 86_400;
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ access_token: `token-of-${clientId}`, expires_on: String(expiresOn), resource: 'https://api.botframework.com', token_type: 'Bearer', client_id: clientId }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Two sites, of which the first has a deadline to be reminded of on 10 August, the second on 14 September. */
async function twoSites(): Promise<{ readonly sites: readonly [TestSite, TestSite]; readonly meetings: readonly [Meeting, Meeting] }> {
  const sites = [await provisionedSite('2020-08-10T06:00:00Z', { reminderDaysBefore: [7] }), await provisionedSite('2020-08-10T06:00:00Z', { reminderDaysBefore: [7] })] as const;
  return { sites, meetings: [await addMeeting(sites[0]), await addMeeting(sites[1], { start: '2020-11-05', agreedDeadline: '2020-10-20' })] };
}

async function lookedTwice(service: TestService): Promise<void> {
  for (let run = 0; run < 2; run += 1) {
    const last = (await service.health()).body.reminders.lastTickAt;
    await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
  }
}

describe('what one service posts for two groups', () => {
  const saved = { ...process.env };
  let sites: readonly [TestSite, TestSite];
  let meetings: readonly [Meeting, Meeting];
  let services: readonly TestService[];
  let connector: Connector;
  let mail: MailServer;
  let identities: Server;

  beforeAll(async () => {
    ({ sites, meetings } = await twoSites());
    [connector, mail, identities] = [await startConnector(), await startMailServer(), await startIdentities()];
    Object.assign(process.env, { IDENTITY_ENDPOINT: `http://127.0.0.1:${(identities.address() as AddressInfo).port}/token`, IDENTITY_HEADER: 'this-machine' });
    for (const index of [0, 1] as const) {
      const { channels } = sites[index].desk();
      for (const key of [channelOf(index), COMMON_CHANNEL]) {
        await channels.upsert({ conversationKey: key, reference: channelReference(key, connector.serviceUrl), language: 'en', kinds: [] });
      }
      await sites[index].desk('secretariat').channels.addMailingAddress(listOf(index), 'en');
    }
    const changes = (index: 0 | 1): Partial<ServiceSettings> => ({
      bot: { appId: BOTS[index], appType: 'UserAssignedMSI', tenantId: 'tenant' },
      mail: { transport: 'smtp', server: mail.server, from: senderOf(index) }
    });
    ({ services } = await runGroups(([0, 1] as const).map((index) => ({ name: NAMES[index], site: sites[index], changes: changes(index) }))));
  });
  afterAll(async () => {
    await services[0].stop();
    process.env = saved;
    identities.close();
    identities.closeAllConnections();
    await Promise.all([connector.stop(), mail.stop(), ...sites.map((site) => site.stop())]);
  });

  const moment = async (wallClock: string): Promise<void> => {
    await Promise.all(sites.map((site) => site.administer('clock', { advanceTo: geneva(wallClock).toString() })));
  };
  /** Every post so far: the channel and the bot by which it came. */
  const posts = (): string[] => connector.sent.map(({ conversationId, authorization }) => `${conversationId} by ${authorization?.replace('Bearer token-of-', '')}`).sort();
  const letters = (): string[] => mail.taken.map(({ from, to }) => `${from} to ${to.join()}`);
  const ofGroup = (index: 0 | 1): string[] => [channelOf(index), COMMON_CHANNEL].map((key) => `${key} by ${BOTS[index]}`).sort();
  const ledger = (index: 0 | 1, day: string, of: 0 | 1): Promise<(string | undefined)[]> =>
    Promise.all(
      [channelOf(of), COMMON_CHANNEL, `mailto:${listOf(of)}`].map(async (key) => (await sites[index].desk().reminders.find([`${meetings[of].id}/translation+languageRequest/${day}/7/${key}`]))[0]?.status)
    );

  it('goes to the channels and the list of the group whose deadline it is, from its own bot and address, and into its own ledger', async () => {
    await moment('2020-08-10T09:00:00');
    await eventually(async () => expect(await ledger(0, '2020-08-17', 0)).toEqual(['posted', 'posted', 'posted']));
    await Promise.all(services.map(lookedTwice));
    expect(posts()).toEqual(ofGroup(0));
    expect(letters()).toEqual([`${senderOf(0)} to ${listOf(0)}`]);
    expect(await ledger(1, '2020-08-17', 0)).toEqual([undefined, undefined, undefined]);

    const before = { posts: posts(), letters: letters() };
    await moment('2020-09-14T09:00:00');
    await eventually(async () => expect(await ledger(1, '2020-09-21', 1)).toEqual(['posted', 'posted', 'posted']));
    await Promise.all(services.map(lookedTwice));
    expect(letters().slice(before.letters.length).filter((letter) => letter.startsWith(senderOf(1)))).toEqual([`${senderOf(1)} to ${listOf(1)}`]);
    expect(posts().filter((post) => post.endsWith(BOTS[1]))).toEqual(ofGroup(1));
    expect(await ledger(0, '2020-09-21', 1)).toEqual([undefined, undefined, undefined]);
    // Whatever else the first group had to say meanwhile, no bot was in a channel of the other.
    expect(posts().filter((post) => post.startsWith(channelOf(0)) === post.endsWith(BOTS[1]) && !post.startsWith(COMMON_CHANNEL))).toEqual([]);
  });
});

describe('the work of two groups in one storage account', () => {
  let sites: readonly [TestSite, TestSite];
  let meetings: readonly [Meeting, Meeting];
  let services: readonly TestService[];
  let connector: Connector;
  let storage: TestStorage;

  beforeAll(async () => {
    ({ sites, meetings } = await twoSites());
    [storage, connector] = [await startStorage(), await startConnector()];
    const pace = { ...JOB_PACE, hiddenSeconds: 5, idleSeconds: 0.2, leaseSeconds: 15, watchSeconds: 0.5 };
    for (const index of [0, 1] as const) {
      await sites[index].desk().channels.upsert({ conversationKey: channelOf(index), reference: channelReference(channelOf(index), connector.serviceUrl), language: 'en', kinds: [] });
    }
    ({ services } = await runGroups(([0, 1] as const).map((index) => ({ name: NAMES[index], site: sites[index], changes: { jobs: { connectionString: storage.connectionString } }, extras: { jobPace: pace } }))));
  });
  afterAll(async () => {
    await services[0].stop();
    await Promise.all([connector.stop(), storage.stop(), ...sites.map((site) => site.stop())]);
  });

  it('is planned for each, and done by none for the other', async () => {
    const jobsOf = async (index: 0 | 1) => (await services[index].health()).body.jobs as { plans: boolean; kinds: Record<string, { done: number; waiting: number; deadLetters: number; putOff: number; failed: number }> };
    await eventually(async () => expect([(await jobsOf(0)).plans, (await jobsOf(1)).plans]).toEqual([true, true]));

    const documents = await Promise.all(Array.from({ length: 3 }, (_, index) => put(sites[0], `document-${index}.docx`, form(meetings[0].id, { title: `Document ${index}` }))));
    await eventually(async () => expect((await sites[0].desk().contributions.byIds(documents)).map(({ docStatus }) => docStatus)).toEqual(documents.map(() => 'received')));
    await Promise.all(sites.map((site) => site.administer('clock', { advanceTo: geneva('2020-08-10T09:00:00').toString() })));
    await eventually(() => expect(connector.sent.map(({ conversationId }) => conversationId)).toContain(channelOf(0)));
    await eventually(async () => {
      const { kinds } = await jobsOf(0);
      expect(kinds.remindSubscribers).toMatchObject({ waiting: 0, deadLetters: 0, failed: 0 });
      expect(kinds.checkDocument).toMatchObject({ waiting: 0, deadLetters: 0, failed: 0 });
    });
    await lookedTwice(services[1]);
    // The second group has looked through its own subscribers; it has no document.
    expect((await jobsOf(1)).kinds.checkDocument).toEqual({ done: 0, putOff: 0, failed: 0, waiting: 0, deadLetters: 0 });
    expect((await jobsOf(0)).kinds.checkDocument.done).toBeGreaterThanOrEqual(documents.length);
    expect(connector.sent.map(({ conversationId }) => conversationId)).toEqual([channelOf(0)]);
  });
});
