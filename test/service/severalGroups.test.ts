import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Meeting } from '../../src/rules/meeting';
import { createLog } from '../../src/service/log';
import { partsOf } from '../support/answers';
import { executes, installs, invokesExtension, says, sendsFiles, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { putDocument } from '../support/secretariat';
import { runGroups } from '../support/service';
import type { TestService } from '../support/service';
import { startTokenIssuer } from '../support/tokenIssuer';

const STATES = ['secret-of-the-first-group', 'secret-of-the-second-group'] as const;
const BOTS = ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555'] as const;
const TENANT = '99999999-8888-7777-6666-555555555555';
const DELEGATE = 'delegate.fr@example.org';
const TITLE = 'Rural connectivity';

describe('one service for two groups', () => {
  let sites: readonly [TestSite, TestSite];
  let meetings: readonly [Meeting, Meeting];
  let services: readonly TestService[];
  let root: string;
  let connector: Connector;
  let host: FileHost;
  let lines: string[];

  beforeAll(async () => {
    lines = [];
    sites = [await provisionedSite(), await provisionedSite()];
    // The same names in both; only the dates tell them apart.
    meetings = [await addMeeting(sites[0], { title: 'Second meeting' }), await addMeeting(sites[1], { title: 'Second meeting', start: '2020-11-05', agreedDeadline: '2020-10-20' })];
    await putDocument(sites[0], meetings[0], { title: TITLE, metadata: { source: 'France' } });
    await putDocument(sites[1], meetings[1], { title: TITLE, metadata: { source: 'Kenya' } });
    [connector, host] = [await startConnector(), await startFileHost()];
    connector.signIn(DELEGATE);
    // Nothing is looked at but when it is told: so a notification is seen to reach the right group only.
    const changes = (index: 0 | 1) => ({ webhookClientState: STATES[index], publicUrl: 'http://127.0.0.1:9', pollSeconds: 3600, fileHosts: [host.origin] });
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const started = await runGroups([{ name: 'sop', site: sites[0], changes: changes(0) }, { name: 'rdtp', site: sites[1], changes: changes(1) }], log);
    ({ url: root, services } = started);
    await eventually(async () => expect((await fetch(`${root}/readyz`)).status).toBe(200));
  });

  afterAll(async () => {
    await services[0].stop();
    await Promise.all([connector.stop(), host.stop(), ...sites.map((site) => site.stop())]);
  });

  /** What the bot of a group says to something. */
  async function answerOf(index: 0 | 1, activity: Record<string, unknown>): Promise<string> {
    const before = connector.sent.length;
    expect(await connector.post(services[index].messagesUrl, activity)).toBe(200);
    return JSON.stringify(connector.sent.slice(before).map((sent) => sent.activity));
  }
  const origin = (index: 0 | 1): string => new URL(sites[index].url).host;

  it('answers each with its own deadlines, whichever group the question names', async () => {
    for (const question of ['What is the deadline for contributions?', 'What is the deadline of the sister group TDAG-WG-RDTP?']) {
      const [first, second] = [await answerOf(0, says('personal', question)), await answerOf(1, says('personal', question))];
      expect(first).not.toMatch(/5 November|20 October/);
      expect(second).not.toMatch(/1 October|18 September/);
    }
    expect(await answerOf(0, says('personal', 'When is the next meeting?'))).toContain('1 October');
    expect(await answerOf(1, says('personal', 'When is the next meeting?'))).toContain('5 November');
  });

  it('finds in a search the documents of the group whose bot is asked', async () => {
    for (const index of [0, 1] as const) {
      const found = JSON.stringify(await connector.invoke(services[index].messagesUrl, invokesExtension('query', { commandId: 'findDocument', parameters: [{ name: 'query', value: 'rural' }] })));
      expect(found).toContain(TITLE);
      expect(found).toContain(['France', 'Kenya'][index]);
      expect(found).not.toContain(['Kenya', 'France'][index]);
      expect(found).not.toContain(origin(index === 0 ? 1 : 0));
    }
  });

  it('lists in a calendar the dates of its group, and serves none at the root', async () => {
    const feeds = await Promise.all(services.map(async ({ url }) => (await fetch(`${url}/calendar/en.ics`)).text()));
    expect(feeds.map((feed) => [feed.includes('20201001'), feed.includes('20201105')])).toEqual([[true, false], [false, true]]);
    for (const path of ['/calendar/en.ics', '/groups/other/calendar/en.ics']) {
      expect((await fetch(`${root}${path}`)).status).toBe(404);
    }
    expect(await connector.post(`${root}/api/messages`, says('personal', 'hello'))).toBe(404);
  });

  it('remembers a channel for the group whose bot was installed there', async () => {
    for (const activity of installs('channel')) {
      expect(await connector.post(services[0].messagesUrl, activity)).toBe(200);
    }
    await eventually(async () => expect(await sites[0].desk().channels.all()).toHaveLength(1));
    expect(await sites[1].desk().channels.all()).toEqual([]);
  });

  it('does not find at one bot the file that was sent to the other, nor does a card of one change anything at the other', async () => {
    const card = await answerOf(0, sendsFiles([{ name: 'report.docx', downloadUrl: host.serve(smallDocx('A report')) }]));
    const submit = partsOf(JSON.parse(card)).find(({ verb }) => verb === 'submitFile') as { verb: string; data: unknown };
    const form = { title: 'A report', source: 'France', originalLanguage: 'fr', purpose: 'action', meeting: String(meetings[1].id) };
    const newest = await Promise.all(sites.map((site) => site.desk().contributions.newestId()));
    expect(await connector.invoke(services[1].messagesUrl, executes(submit, form))).toMatchObject({ value: expect.stringContaining('I no longer have this file') });
    expect(await Promise.all(sites.map((site) => site.desk().contributions.newestId()))).toEqual(newest);
    await connector.invoke(services[0].messagesUrl, executes(submit, { ...form, meeting: String(meetings[0].id) }));
    await eventually(async () => expect(await sites[0].desk().contributions.newestId()).toBeGreaterThan(newest[0]));
    expect(await sites[1].desk().contributions.newestId()).toBe(newest[1]);
  });

  it('takes a notification for what it is only with the secret of its group', async () => {
    const upload = async (site: TestSite): Promise<number> => (await site.desk('delegate.fr').contributions.upload('notified.docx', smallDocx('notified'))).id;
    const ids = [await upload(sites[0]), await upload(sites[1])];
    const notify = (index: 0 | 1, clientState: string): Promise<unknown> =>
      fetch(`${services[index].url}/api/webhooks/site`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ value: [{ clientState }] }) });
    const isChecked = async (index: 0 | 1): Promise<boolean> => (await sites[index].desk().contributions.get(ids[index]))?.sha256 !== undefined;
    await notify(0, STATES[1]);
    await notify(1, STATES[1]);
    await eventually(async () => expect(await isChecked(1)).toBe(true));
    expect(await isChecked(0)).toBe(false);
    await notify(1, STATES[0]);
    await notify(0, STATES[0]);
    await eventually(async () => expect(await isChecked(0)).toBe(true));
  });

  it('goes on with one group while the site of the other is down, and says which it is', async () => {
    await sites[0].administer('faults', { kind: 'unavailable', retryAfterSeconds: 0 });
    const readiness = await eventually(async () => {
      const response = await fetch(`${root}/readyz`);
      const body = (await response.json()) as { status: string; groups: Record<string, { status: string }> };
      expect(body.status).toBe('partlyReady');
      return { code: response.status, sop: body.groups.sop.status, rdtp: body.groups.rdtp.status };
    }, 120_000);
    expect(readiness).toEqual({ code: 200, sop: 'siteUnavailable', rdtp: 'ready' });
    expect(await (await fetch(`${root}/healthz`)).json()).toEqual({ status: 'siteUnavailable', groups: { sop: 'siteUnavailable', rdtp: 'ok' } });
    expect((await fetch(`${services[1].url}/healthz`)).status).toBe(200);
    expect(await answerOf(1, says('personal', 'When is the next meeting?'))).toContain('5 November');
    await fetch(new URL('/_local/faults', sites[0].url), { method: 'DELETE' });
  });

  it('names the group in each line of its log, and in none of them the site of the other', () => {
    const read = lines.map((line) => ({ line, group: (JSON.parse(line) as { group?: string }).group }));
    expect(new Set(read.map(({ group }) => group))).toEqual(new Set(['sop', 'rdtp']));
    expect(read.filter(({ line, group }) => line.includes(origin(group === 'sop' ? 1 : 0)))).toEqual([]);
    expect(read.filter(({ line, group }) => group === 'sop' && line.includes(origin(0)))).not.toEqual([]);
  });
});

describe('the bots of two groups', () => {
  it('are not spoken to with the token of each other', async () => {
    const [first, second, issuer] = [await provisionedSite(), await provisionedSite(), await startTokenIssuer()];
    const bot = (appId: string) => ({ bot: { appId, appPassword: 'a secret', appType: 'SingleTenant', tenantId: TENANT } as const });
    const { services } = await runGroups([
      { name: 'sop', site: first, changes: bot(BOTS[0]), extras: { tokenIssuer: issuer } },
      { name: 'rdtp', site: second, changes: bot(BOTS[1]), extras: { tokenIssuer: issuer } }
    ]);
    const teams = createServer((_request, response) => void response.end()).listen(0, '127.0.0.1');
    await once(teams, 'listening');
    const serviceUrl = `http://127.0.0.1:${(teams.address() as AddressInfo).port}`;
    // Nothing that the bot would have to answer: its own token comes from elsewhere.
    const activity = { ...says('personal', ''), type: 'messageReaction', channelId: 'msteams', serviceUrl, channelData: { tenant: { id: TENANT } } };
    const send = async (index: 0 | 1, appId: string): Promise<number> =>
      (await fetch(services[index].messagesUrl, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: await issuer.token(appId, serviceUrl) }, body: JSON.stringify(activity) })).status;
    expect([await send(0, BOTS[0]), await send(0, BOTS[1]), await send(1, BOTS[0]), await send(1, BOTS[1])]).toEqual([200, 401, 401, 200]);
    await services[0].stop();
    teams.close();
    await Promise.all([first.stop(), second.stop(), issuer.stop()]);
  });
});
