import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { says, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { freePort } from '../support/service';

const BOT = '11111111-2222-3333-4444-555555555555';

/** The real service with the environment that docs/deploy.md names for several groups. */
function start(env: Readonly<Record<string, string>>): { readonly child: ChildProcess; readonly lines: string[]; readonly ended: Promise<{ readonly code: number | null; readonly errors: string }> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/service/main.ts'], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, SITE_HEADERS: '{"X-Local-User":"service@example.org"}', ...env }
  });
  let [output, errors] = ['', ''];
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    const whole = (output + chunk.toString()).split('\n');
    output = whole.pop() ?? '';
    lines.push(...whole);
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return { child, lines, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, errors })) };
}

/** What the service measured: by instrument, which groups it is told of. */
interface Measurements {
  readonly server: Server;
  /** Everything that was sent, as it was sent. */
  text(): string;
  groupsOf(): Readonly<Record<string, readonly string[]>>;
}

interface Exported {
  readonly resourceMetrics: readonly { readonly scopeMetrics: readonly { readonly metrics: readonly Instrument[] }[] }[];
}
interface Points {
  readonly dataPoints: readonly { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] }[];
}
type Instrument = { readonly name: string } & Readonly<Record<'sum' | 'gauge' | 'histogram', Points | undefined>>;

/** A receiver of OTLP over HTTP. */
async function receiveMeasurements(): Promise<Measurements> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.setHeader('Content-Type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const groupsIn = ({ sum, gauge, histogram }: Instrument): string[] =>
    (sum ?? gauge ?? histogram)?.dataPoints.map(({ attributes }) => attributes.find(({ key }) => key === 'contribution_desk.group')?.value.stringValue ?? 'none') ?? [];
  return {
    server,
    text: () => bodies.join('\n'),
    groupsOf: () => {
      const instruments = (JSON.parse(bodies.at(-1) ?? '{"resourceMetrics":[]}') as Exported).resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics).flatMap(({ metrics }) => metrics);
      return Object.fromEntries(instruments.map((instrument) => [instrument.name.replace('contribution_desk.', ''), [...new Set(groupsIn(instrument))].sort()]));
    }
  };
}

describe('the service of several groups as a process', () => {
  let sites: readonly [TestSite, TestSite];
  let connector: Connector;
  let measurements: Measurements;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    sites = [await provisionedSite(), await provisionedSite(undefined, { acronym: 'TDAG-WG-RDTP' })];
    await addMeeting(sites[0], { title: 'Second meeting' });
    await addMeeting(sites[1], { title: 'Second meeting', start: '2020-11-05', agreedDeadline: '2020-10-20' });
    [connector, measurements] = [await startConnector(), await receiveMeasurements()];
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    measurements.server.close();
    measurements.server.closeAllConnections();
    await Promise.all([connector.stop(), ...sites.map((site) => site.stop())]);
  });

  it('serves each from its own path, also while the site of one is not there, and stops in order', async () => {
    const port = await freePort();
    const root = `http://127.0.0.1:${port}`;
    const nowhere = `http://127.0.0.1:${await freePort()}/sites/prep`;
    const service = start({
      DESK_GROUPS: 'SOP,RDTP,PREP',
      SOP_SITE_URL: sites[0].url,
      RDTP_SITE_URL: sites[1].url,
      PREP_SITE_URL: nowhere,
      PORT: String(port),
      PUBLIC_URL: root,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(measurements.server.address() as AddressInfo).port}`,
      // What changes is seen only because the site tells the group's own address.
      POLL_SECONDS: '3600'
    });
    child = service.child;
    const read = async (path: string): Promise<{ code: number; body: { status: string; groups?: Record<string, unknown> } }> => {
      const response = await fetch(`${root}${path}`);
      return { code: response.status, body: (await response.json()) as { status: string } };
    };
    await eventually(async () => expect(await read('/readyz')).toMatchObject({ code: 200, body: { status: 'partlyReady' } }));
    expect(await read('/healthz')).toEqual({ code: 503, body: { status: 'siteUnavailable', groups: { sop: 'ok', rdtp: 'ok', prep: 'siteUnavailable' } } });
    expect(await read('/groups/prep/readyz')).toMatchObject({ code: 503, body: { status: 'siteUnavailable' } });

    const dates: string[] = [];
    for (const [index, group] of (['sop', 'rdtp'] as const).entries()) {
      await eventually(async () => expect(await read(`/groups/${group}/readyz`)).toMatchObject({ body: { status: 'ready', subscriptions: { contributions: 'subscribed' } } }));
      const before = connector.sent.length;
      expect(await connector.post(`${root}/groups/${group}/api/messages`, says('personal', 'When is the next meeting?'))).toBe(200);
      dates.push(...(/\d+ (?:October|November)/.exec(JSON.stringify(connector.sent.slice(before))) ?? []));
      const { id } = await sites[index].desk('delegate.fr').contributions.upload('notified.docx', smallDocx(group));
      await eventually(async () => expect((await sites[index].desk().contributions.get(id))?.sha256).toBeDefined());
      expect(await (await fetch(`${root}/groups/${group}/calendar/en.ics`)).text()).toContain(['TDAG-WG-SOP', 'TDAG-WG-RDTP'][index]);
    }
    expect(dates).toEqual(['1 October', '5 November']);

    // What was measured is sent at the end, if not before.
    service.child.kill('SIGTERM');
    expect(await service.ended).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(service.lines.at(-1) ?? '{}')).toMatchObject({ event: 'service.stopped' });
    const measured = measurements.groupsOf();
    expect(measured).toMatchObject({ 'bot.questions': ['rdtp', 'sop'], 'bot.turn.duration': ['rdtp', 'sop'], 'documents.checks': ['prep', 'rdtp', 'sop'], 'site.request.duration': ['prep', 'rdtp', 'sop'], ready: ['prep', 'rdtp', 'sop'], reminders: ['prep', 'rdtp', 'sop'] });
    expect(Object.entries(measured).filter(([, groups]) => groups.includes('none'))).toEqual([]);
    for (const address of [sites[0].url, sites[1].url, nowhere]) {
      expect(measurements.text()).not.toContain(new URL(address).host);
    }
    expect(measurements.text()).not.toContain('/sites/');
  });

  it('says all that is wrong with its settings at once, with the variables to set, and ends', async () => {
    const { ended } = start({
      DESK_GROUPS: 'SOP,RDTP,PREP',
      SOP_SITE_URL: sites[0].url,
      RDTP_SITE_URL: sites[0].url,
      SOPS_SITE_URL: sites[1].url,
      SOP_WEBHOOK_CLIENT_STATE: 'one-secret-for-all-groups',
      RDTP_WEBHOOK_CLIENT_STATE: 'one-secret-for-all-groups',
      MicrosoftAppTenantId: 'tenant',
      HOST: '127.0.0.1',
      ...Object.fromEntries(['SOP', 'RDTP'].flatMap((group) => [[`${group}_MicrosoftAppId`, BOT], [`${group}_MicrosoftAppPassword`, group]]))
    });
    const { code, errors } = await ended;
    expect(code).toBe(1);
    expect(errors.split('\n').filter((line) => line !== '')).toEqual([
      'The service cannot start with these settings:',
      expect.stringContaining('SOPS_SITE_URL is set, but DESK_GROUPS does not name SOPS'),
      expect.stringContaining('PREP_SITE_URL is missing'),
      expect.stringContaining('SOP and RDTP have the same SITE_URL'),
      expect.stringContaining('SOP and RDTP have the same MicrosoftAppId'),
      expect.stringContaining('SOP and RDTP have the same WEBHOOK_CLIENT_STATE')
    ]);
    expect(errors).not.toContain('one-secret');
  });

  it('names the group whose sign-in is incomplete', async () => {
    const { ended } = start({ DESK_GROUPS: 'SOP,RDTP', SOP_SITE_URL: sites[0].url, RDTP_SITE_URL: sites[1].url, RDTP_SITE_CLIENT_ID: BOT });
    expect(await ended).toEqual({ code: 1, errors: expect.stringMatching(/^RDTP: Set SITE_TENANT_ID and SITE_CERTIFICATE_PATH as well[^\n]*\n$/) as string });
  });
});
