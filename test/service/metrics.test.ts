import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { connectFromNode } from '../../src/service/siteConnection';
import { createLog } from '../../src/service/log';
import { ServiceMetrics } from '../../src/service/metrics';
import { openMetricsExport } from '../../src/service/metricsExport';
import { openSite } from '../../src/site/deskSite';
import { installs, says, startConnector } from '../support/connector';
import { eventually } from '../support/eventually';
import { form, inState, put } from '../support/library';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';

interface Measured {
  readonly value: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Measurements that go to the test in place of a network. */
function inMemory() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })] });
  const measured = async (): Promise<Map<string, readonly Measured[]>> => {
    exporter.reset();
    await provider.forceFlush();
    return new Map(exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics).flatMap(({ metrics }) => metrics).map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]));
  };
  return { metrics: new ServiceMetrics(provider.getMeter('test')), measured, stop: () => provider.shutdown() };
}

const outcome = (of: string): Readonly<Record<string, string>> => ({ 'contribution_desk.outcome': of });
const valueOf = (points: readonly Measured[] | undefined, attributes: Readonly<Record<string, unknown>>): unknown =>
  points?.find((point) => JSON.stringify(point.attributes) === JSON.stringify(attributes))?.value;

describe('the measurements of the service', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await provisionedSite();
  });
  afterAll(() => site.stop());

  it('count checks, reminders and questions, and hold nothing of people or documents', async () => {
    const { metrics, measured, stop } = inMemory();
    const meeting = await addMeeting(site);
    const connector = await startConnector();
    const service = await runService(site, {}, { metrics });
    const id = await put(site, 'connectivity-in-kenya.docx', form(meeting.id));
    await inState(site, id, 'received');
    for (const activity of installs('channel')) {
      await connector.post(service.messagesUrl, activity);
    }
    await connector.post(service.messagesUrl, says('personal', 'When is the next deadline?'));
    const seen = await eventually(async () => {
      const now = await measured();
      expect(valueOf(now.get('contribution_desk.documents.checks'), outcome('checked'))).toBeGreaterThanOrEqual(1);
      expect(valueOf(now.get('contribution_desk.bot.questions'), {})).toBe(1);
      expect(valueOf(now.get('contribution_desk.ready'), {})).toBe(1);
      return now;
    });
    expect(['posted', 'skipped', 'failed'].map((each) => typeof valueOf(seen.get('contribution_desk.reminders'), outcome(each)))).toEqual(['number', 'number', 'number']);
    expect(valueOf(seen.get('contribution_desk.documents.waiting'), {})).toBe(0);
    expect(seen.get('contribution_desk.bot.turn.duration')).not.toHaveLength(0);
    const values = [...seen.values()].flat().flatMap(({ attributes }) => Object.values(attributes));
    expect(values.filter((value) => !/^(checked|posted|skipped|failed|message|invoke|conversationUpdate|installationUpdate|other)$/.test(String(value)))).toEqual([]);
    await service.stop();
    await connector.stop();
    await stop();
  });

  it('tell requests to the site that failed from those that did not, by their kind', async () => {
    const { metrics, measured, stop } = inMemory();
    const desk = openSite(connectFromNode({ siteUrl: site.url, headers: { 'X-Local-User': 'service@example.org' } }, metrics.siteRequests()));
    await desk.meetings.all();
    const nobody = openSite(connectFromNode({ siteUrl: site.url }, metrics.siteRequests()));
    await expect(nobody.meetings.all()).rejects.toMatchObject({ kind: 'notSignedIn' });
    const requests = (await measured()).get('contribution_desk.site.request.duration') ?? [];
    expect(requests.map(({ attributes }) => attributes)).toEqual(
      expect.arrayContaining([{ 'http.request.method': 'GET' }, { 'http.request.method': 'GET', 'error.type': 'notSignedIn' }])
    );
    expect(requests.length).toBe(2);
    await stop();
  });

  it('do not name a kind of activity that somebody made up', async () => {
    const { metrics, measured, stop } = inMemory();
    await metrics.botTurn('delegate.ke@example.org', async () => undefined);
    await expect(metrics.botTurn('message', async () => Promise.reject(new TypeError('of a person')))).rejects.toThrow(TypeError);
    const seen = await measured();
    expect(seen.get('contribution_desk.bot.turn.duration')?.map(({ attributes }) => attributes)).toEqual([
      { 'contribution_desk.bot.activity.type': 'other' },
      { 'contribution_desk.bot.activity.type': 'message', 'error.type': 'TypeError' }
    ]);
    expect(seen.get('contribution_desk.bot.questions')).toBeUndefined();
    await stop();
  });

  describe('are sent', () => {
    const saved = { ...process.env };
    afterEach(() => {
      process.env = { ...saved };
    });

    it('to a receiver of OTLP over HTTP, with the name of the service', async () => {
      const bodies: { path?: string; type?: string; body: string }[] = [];
      const receiver = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          bodies.push({ path: request.url, type: request.headers['content-type'], body });
          response.setHeader('Content-Type', 'application/json').end('{}');
        });
      }).listen(0, '127.0.0.1');
      await eventually(() => expect(receiver.listening).toBe(true));
      process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
      process.env.OTEL_SERVICE_NAME = 'desk-of-the-group';
      const { meter, stop } = await openMetricsExport({ intervalMilliseconds: 1000 }, createLog('silent'));
      await new ServiceMetrics(meter).botTurn('message', async () => undefined);
      await eventually(() => expect(bodies.length).toBeGreaterThan(0));
      await stop();
      expect(bodies[0]).toMatchObject({ path: '/v1/metrics', type: 'application/json' });
      const sent = JSON.parse(bodies[0].body) as { resourceMetrics: { resource: { attributes: unknown[] }; scopeMetrics: { metrics: { name: string }[] }[] }[] };
      expect(sent.resourceMetrics[0].resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'desk-of-the-group' } });
      expect(sent.resourceMetrics[0].scopeMetrics[0].metrics.map(({ name }) => name)).toEqual(expect.arrayContaining(['contribution_desk.bot.questions', 'contribution_desk.bot.turn.duration']));
      receiver.close();
      receiver.closeAllConnections();
    });

    it('nowhere while it is not said where to, and without harm where nobody receives them', async () => {
      const off = await openMetricsExport(undefined, createLog('silent'));
      await new ServiceMetrics(off.meter).botTurn('message', async () => undefined);
      await off.stop();
      process.env.OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:9';
      process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '500';
      const lost = await openMetricsExport({ intervalMilliseconds: 1000 }, createLog('silent'));
      await new ServiceMetrics(lost.meter).botTurn('message', async () => undefined);
      await expect(lost.stop()).resolves.toBeUndefined();
    });
  });
});
