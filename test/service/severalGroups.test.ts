import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import type { Meeting } from '../../src/rules/meeting';
import { createLog } from '../../src/service/log';
import { DocumentActions } from '../../src/site/documentActions';
import { SITE_GROUPS } from '../../src/site/schema';
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
import { workingGroup } from '../support/workingGroup';

const STATES = ['secret-of-the-first-group', 'secret-of-the-second-group'] as const;
const BOTS = ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555'] as const;
const TENANT = '99999999-8888-7777-6666-555555555555';
const DELEGATE = 'delegate.fr@example.org';
const TITLE = 'Rural connectivity';
const ACRONYMS = ['TDAG-WG-SOP', 'TDAG-WG-RDTP'] as const;
/** Somebody who belongs to the secretariat of the first group and to a delegation of the second. */
const BOTH_ROLES = { id: '29:both', email: 'delegate.ke@example.org' };

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
    sites = [await provisionedSite(), await provisionedSite(undefined, { acronym: ACRONYMS[1] })];
    await sites[0].connect('service').sp.web.siteGroups.getByName(SITE_GROUPS.secretariat).users.add(`i:0#.f|membership|${BOTH_ROLES.email}`);
    // The same names in both; only the dates tell them apart.
    meetings = [await addMeeting(sites[0], { title: 'Second meeting' }), await addMeeting(sites[1], { title: 'Second meeting', start: '2020-11-05', agreedDeadline: '2020-10-20' })];
    await putDocument(sites[0], meetings[0], { title: TITLE, metadata: { source: 'France' } });
    await putDocument(sites[1], meetings[1], { title: TITLE, metadata: { source: 'Kenya' } });
    [connector, host] = [await startConnector(), await startFileHost()];
    connector.signIn(DELEGATE);
    connector.introduce(BOTH_ROLES.id, BOTH_ROLES.email);
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

  describe('asked by somebody who is of the secretariat of one and a delegate of the other', () => {
    const FINDINGS = [{ code: 'metadataMissing', severity: 'asks', parameters: { field: 'source' } }] as const;
    let documents: number[];

    beforeAll(async () => {
      const put = async (index: 0 | 1): Promise<number> =>
        (await putDocument(sites[index], meetings[index], { title: 'Satellite backhaul', metadata: { source: '' }, columns: { docStatus: 'needsAttention' }, findings: FINDINGS })).id;
      documents = [await put(0), await put(1)];
    });
    const from = { from: { id: BOTH_ROLES.id, name: 'A person' } };

    it('tell what a document of somebody else lacks in the one only', async () => {
      const ask = (index: 0 | 1): Promise<string> => answerOf(index, says('personal', '', { ...from, value: { language: 'en', desk: { command: 'contribution', id: documents[index] } } }));
      const [first, second] = [await ask(0), await ask(1)];
      expect([first.includes('Satellite backhaul'), second.includes('Satellite backhaul')]).toEqual([true, true]);
      expect([/Missing/.test(first), /Missing/.test(second)]).toEqual([true, false]);
    });

    it('take what the form of a card adds to it in the one only, wherever the card came from', async () => {
      const complete = (index: 0 | 1, of: 0 | 1): Promise<Record<string, unknown>> => {
        const data = { language: 'en', desk: { command: 'complete', id: documents[of] } };
        const form = { title: 'Satellite backhaul', source: 'Kenya', originalLanguage: 'fr', purpose: 'action', meeting: String(meetings[of].id) };
        return connector.invoke(services[index].messagesUrl, { ...executes({ verb: 'completeContribution', data }, form), ...from });
      };
      const sourceOf = async (index: 0 | 1): Promise<string | undefined> => (await sites[index].desk().contributions.get(documents[index]))?.source;
      await complete(1, 1);
      await complete(1, 0);
      expect([await sourceOf(0), await sourceOf(1)].filter((source) => source === 'Kenya')).toEqual([]);
      await complete(0, 0);
      expect([await sourceOf(0), await sourceOf(1)].map((source) => source === 'Kenya')).toEqual([true, false]);
    });

    it('change the reminders of a channel for it, and tell what needs attention, in the one only', async () => {
      const typed = { topics: 'translation,attention', mode: 'single', reminderLanguage: 'ru', quietFrom: '', quietTo: '' };
      const subscribe = (index: 0 | 1): Promise<Record<string, unknown>> =>
        connector.invoke(services[index].messagesUrl, { ...executes({ verb: 'subscribe', data: { language: 'en', desk: { command: 'subscribe', isOn: true } } }, typed, 'activity-1', 'channel'), ...from });
      for (const { messagesUrl } of services) {
        for (const activity of installs('channel')) {
          await connector.post(messagesUrl, activity);
        }
      }
      const languages = (): Promise<(string | undefined)[]> => Promise.all(sites.map(async (site) => (await site.desk().channels.all())[0]?.language));
      await eventually(async () => expect(await languages()).toEqual(['en', 'en']));
      await subscribe(1);
      expect(await languages()).toEqual(['en', 'en']);
      await subscribe(0);
      expect(await languages()).toEqual(['ru', 'en']);
    });

    it('find in a search what they sent to the group that is asked, and nothing that they sent to the other', async () => {
      const own = await sites[0].desk('delegate.ke').contributions.upload('own.docx', smallDocx('own'));
      await sites[0].desk('delegate.ke').contributions.describe(own.id, { title: 'Undersea cables', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: meetings[0].id });
      await putDocument(sites[1], meetings[1], { title: 'Undersea cables', metadata: { source: 'France' } });
      const find = async (index: 0 | 1): Promise<string> =>
        JSON.stringify(await connector.invoke(services[index].messagesUrl, invokesExtension('query', { commandId: 'findDocument', parameters: [{ name: 'query', value: 'undersea' }] }, 'personal', from)));
      expect([(await find(0)).includes('Undersea cables'), (await find(1)).includes('Undersea cables')]).toEqual([true, false]);
    });
  });

  it('gives both groups a document with the same number, and finds by it the one of the group that is asked', async () => {
    const symbols: (string | undefined)[] = [];
    for (const index of [0, 1] as const) {
      const document = await putDocument(sites[index], meetings[index], { title: 'Numbered', metadata: { source: ['Spain', 'Cuba'][index] } });
      const { docNumber, docSymbol } = await new DocumentActions(sites[index].desk('secretariat'), workingGroup({ acronym: ACRONYMS[index] })).publish(document);
      expect(docNumber).toBe(1);
      symbols.push(docSymbol);
    }
    expect(symbols).toEqual(['TDAG-WG-SOP/1-F', 'TDAG-WG-RDTP/1-F']);
    const find = async (index: 0 | 1, query: string): Promise<string> =>
      JSON.stringify(await connector.invoke(services[index].messagesUrl, invokesExtension('query', { commandId: 'findDocument', parameters: [{ name: 'query', value: query }] })));
    for (const index of [0, 1] as const) {
      const [own, other] = [index, 1 - index];
      for (const found of [await find(index, 'Numbered'), await find(index, `${ACRONYMS[own]}/1`), await find(index, `${ACRONYMS[other]}/1`)]) {
        expect(found).not.toContain(`${ACRONYMS[other]}/1-F`);
        expect(found).not.toContain(['Spain', 'Cuba'][other]);
      }
      expect(await find(index, `${ACRONYMS[own]}/1`)).toContain(`${ACRONYMS[own]}/1-F`);
    }
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
    const report = async (): Promise<unknown> => (await fetch(`${root}/healthz`)).json();
    await eventually(async () => expect(await report()).toEqual({ status: 'siteUnavailable', groups: { sop: 'siteUnavailable', rdtp: 'ok' } }));
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
