import { DeskBot } from '../bot/deskBot';
import { GroupFactsCache } from '../bot/groupFacts';
import type { SiteConnection } from '../site/connection';
import { openSite } from '../site/deskSite';
import { SiteError } from '../site/errors';
import { Subscriptions } from '../site/subscriptions';
import { AuthorNotifier } from './authorNotices';
import { createBotAdapter } from './botAdapter';
import { ContributionChecker } from './contributionChecker';
import { DocumentInspector } from './documentInspector';
import { DocumentRecords } from './documentRecords';
import { healthRouter } from './health';
import { LibraryMonitor } from './libraryMonitor';
import { failure } from './log';
import type { Log } from './log';
import { ReminderClock } from './reminderClock';
import { listen } from './server';
import type { ServiceSettings } from './settings';
import { SubscriptionKeeper } from './subscriptionKeeper';
import { startWakingLoop } from './wakingLoop';
import { webhookRouter } from './webhook';
import { WebhookSecret } from './webhookSecret';

/** How often it is looked whether the subscription still stands. */
const SUBSCRIPTION_SECONDS = 300;

/** A service that runs. */
export interface RunningService {
  readonly port: number;
  /** Ends what is under way and starts nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts the service: it listens, follows the library, keeps its subscription and posts reminders. A site that cannot
 * be reached does not keep it from starting; it goes on trying and says so in its health report.
 * @throws CannotListenError
 */
export async function startService(settings: ServiceSettings, connection: SiteConnection, log: Log): Promise<RunningService> {
  const site = openSite(connection);
  const facts = new GroupFactsCache(site);
  const { deskUrl } = settings;
  const trouble = new Map<string, string>();

  const adapter = createBotAdapter(settings.bot, deskUrl, log);
  let wakeNotices: () => void = () => undefined;
  const notices = new AuthorNotifier({
    site,
    facts,
    deskUrl,
    quietSeconds: settings.noticeSeconds,
    log,
    post: (place, card) => adapter.post(place, card),
    wake: () => wakeNotices()
  });
  const inspector = new DocumentInspector();
  const checker = new ContributionChecker(site.contributions, new DocumentRecords(site.deskState), inspector, notices);
  const bot = new DeskBot({
    site,
    facts,
    deskUrl,
    onSiteTrouble: (error) => log.warn({ event: 'bot.siteTrouble', ...failure(error) }),
    onPersonKnown: () => wakeNotices(),
    recheck: async (id) => void (await checker.check(id, undefined, await facts.read()))
  });
  const monitor = new LibraryMonitor({ site, facts, checker, log });
  const reminders = new ReminderClock({ site, facts, deskUrl, log, post: (place, card) => adapter.post(place, card) });
  const secret = new WebhookSecret(site.deskState, settings.webhookClientState);

  let wakeMonitor: () => void = () => undefined;
  const server = await listen(
    settings.host,
    settings.port,
    {
      messages: adapter.messages(bot),
      siteWebhook: webhookRouter({
        clientState: () => secret.current(),
        wake: () => {
          wakeMonitor();
        }
      }),
      health: healthRouter({
        siteUrl: settings.siteUrl,
        siteTime: () => site.clock.now(),
        siteTrouble: () => [...trouble.values()][0],
        library: () => monitor.state(),
        reminders: () => reminders.state(),
        subscription: () => keeper.state()
      })
    },
    log
  );
  const keeper = new SubscriptionKeeper({
    subscriptions: new Subscriptions(connection),
    clock: site.clock,
    notificationUrl: `${settings.publicUrl}/api/webhooks/site`,
    secret,
    log
  });

  /** Runs a piece of work and remembers for the health report whether the site let it. */
  const watched = (name: string, work: () => Promise<void>): (() => Promise<void>) => async () => {
    await work();
    trouble.delete(name);
  };
  const onError = (name: string) => (error: unknown): void => {
    log.error({ event: `${name}.failed`, ...failure(error) });
    trouble.set(name, error instanceof SiteError ? error.message : 'The service met an error of its own; see its log');
  };
  const loops = [
    startWakingLoop(settings.pollSeconds, watched('library', () => monitor.run()), onError('library')),
    startWakingLoop(settings.tickSeconds, watched('reminders', () => reminders.tick()), onError('reminders')),
    startWakingLoop(SUBSCRIPTION_SECONDS, () => keeper.run(), onError('subscription')),
    startWakingLoop(settings.tickSeconds, watched('notices', () => notices.run()), onError('notices')),
    startWakingLoop(settings.tickSeconds, () => bot.retryRegistrations(), onError('registrations'))
  ];
  wakeMonitor = loops[0].wake;
  wakeNotices = loops[3].wake;
  log.info({ event: 'service.started', port: server.port, site: settings.siteUrl });

  return {
    port: server.port,
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await inspector.stop();
      await server.close();
      log.info({ event: 'service.stopped' });
    }
  };
}
