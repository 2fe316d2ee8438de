import type { Counter, Histogram, Meter } from '@opentelemetry/api';
import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { SiteError } from '../site/errors';

/** What the service counts anyway, for its health report; counts are those since its start. */
export interface MetricSources {
  library(): { readonly checked: number; readonly failed: number; readonly waiting: number };
  reminders(): { readonly posted: number; readonly skipped: number; readonly failed: number; readonly interrupted: number };
  /** The queues by kind of job; none for a service that works alone. */
  queues(): Readonly<Record<string, { readonly waiting: number; readonly deadLetters: number }>>;
  isReady(): boolean;
}

/** The kinds of activities that are told apart; anybody may send the bot a kind of their own. */
const ACTIVITY_TYPES: readonly string[] = ['message', 'invoke', 'conversationUpdate', 'installationUpdate'];

/**
 * Everything that the service measures, as OpenTelemetry's instruments and after its naming conventions. No attribute
 * holds an address, a name, a title or anything else of a person or a document, and each has few values.
 * Source: OpenTelemetry, "Semantic conventions: metrics", "Naming".
 */
export class ServiceMetrics {
  private readonly siteRequestDuration: Histogram;
  private readonly botTurnDuration: Histogram;
  private readonly botQuestions: Counter;

  private readonly attributes: Readonly<Record<string, string>>;

  /**
   * @param meter one that does nothing while measurements go nowhere; the groups of a service may share it
   * @param group which of several groups is measured
   */
  public constructor(
    private readonly meter: Meter,
    group?: string
  ) {
    this.attributes = group === undefined ? {} : { 'contribution_desk.group': group };
    this.siteRequestDuration = meter.createHistogram('contribution_desk.site.request.duration', {
      unit: 's',
      description: 'Requests to the site, with their repetitions; error.type says how one failed'
    });
    this.botTurnDuration = meter.createHistogram('contribution_desk.bot.turn.duration', { unit: 's', description: 'How long the bot took over what Teams sent it' });
    this.botQuestions = meter.createCounter('contribution_desk.bot.questions', { unit: '{question}', description: 'Messages that the bot answered' });
  }

  /** Measures each request of a connection with the site. */
  public siteRequests(): TimelinePipe<Queryable> {
    return (instance) => {
      const [send] = instance.on.send.toArray();
      instance.on.send.replace((url, init) => this.timed(this.siteRequestDuration, { 'http.request.method': (init.method ?? 'GET').toUpperCase() }, async () => send.call(instance, url, init)));
      return instance;
    };
  }

  /** Measures what the bot does with an activity. */
  public async botTurn(activityType: string, turn: () => Promise<void>): Promise<void> {
    const type = ACTIVITY_TYPES.includes(activityType) ? activityType : 'other';
    await this.timed(this.botTurnDuration, { 'contribution_desk.bot.activity.type': type }, turn);
    if (type === 'message') {
      this.botQuestions.add(1, this.attributes);
    }
  }

  /** Has what the service counts read whenever measurements are sent. */
  public observe({ library, reminders, queues, isReady }: MetricSources): void {
    const { meter, attributes } = this;
    const documents = meter.createObservableCounter('contribution_desk.documents.checks', { unit: '{check}', description: 'Checks of documents by their outcome' });
    const waiting = meter.createObservableUpDownCounter('contribution_desk.documents.waiting', { unit: '{document}', description: 'Documents that are to be looked at again' });
    const posts = meter.createObservableCounter('contribution_desk.reminders', { unit: '{reminder}', description: 'Reminders by what became of them' });
    const interrupted = meter.createObservableGauge('contribution_desk.reminders.interrupted', { unit: '{reminder}', description: 'Reminders of which nobody knows whether they were posted' });
    const queued = meter.createObservableGauge('contribution_desk.jobs.waiting', { unit: '{job}', description: 'Jobs in the queues of all services' });
    const deadLetters = meter.createObservableGauge('contribution_desk.jobs.dead_letters', { unit: '{job}', description: 'Jobs that all services gave up' });
    const ready = meter.createObservableGauge('contribution_desk.ready', { unit: '1', description: '1 while the service is ready, else 0' });
    documents.addCallback((result) => {
      const { checked, failed } = library();
      result.observe(checked, { ...attributes, 'contribution_desk.outcome': 'checked' });
      result.observe(failed, { ...attributes, 'contribution_desk.outcome': 'failed' });
    });
    waiting.addCallback((result) => result.observe(library().waiting, attributes));
    posts.addCallback((result) => {
      const { posted, skipped, failed } = reminders();
      Object.entries({ posted, skipped, failed }).forEach(([outcome, count]) => result.observe(count, { ...attributes, 'contribution_desk.outcome': outcome }));
    });
    interrupted.addCallback((result) => result.observe(reminders().interrupted, attributes));
    queued.addCallback((result) => Object.entries(queues()).forEach(([kind, counts]) => result.observe(counts.waiting, { ...attributes, 'contribution_desk.job.kind': kind })));
    deadLetters.addCallback((result) => Object.entries(queues()).forEach(([kind, counts]) => result.observe(counts.deadLetters, { ...attributes, 'contribution_desk.job.kind': kind })));
    ready.addCallback((result) => result.observe(isReady() ? 1 : 0, attributes));
  }

  private async timed<T>(histogram: Histogram, more: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    const attributes = { ...this.attributes, ...more };
    const startedAt = performance.now();
    const seconds = (): number => (performance.now() - startedAt) / 1000;
    try {
      const done = await work();
      histogram.record(seconds(), attributes);
      return done;
    } catch (error) {
      histogram.record(seconds(), { ...attributes, 'error.type': errorType(error) });
      throw error;
    }
  }
}

/** A kind of error, never its sentence. */
function errorType(error: unknown): string {
  if (error instanceof SiteError) {
    return error.kind;
  }
  return error instanceof Error ? error.name : '_OTHER';
}
