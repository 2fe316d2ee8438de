import type { TokenCredential } from '@azure/identity';
import { createNoopMeter } from '@opentelemetry/api';
import express from 'express';
import type { Router } from 'express';
import { teamsDeskLink } from '../bot/cards/deskLink';
import { DeskBot } from '../bot/deskBot';
import { GroupFactsCache } from '../bot/groupFacts';
import type { GroupFacts } from '../bot/groupFacts';
import type { SiteConnection } from '../site/connection';
import { openSite } from '../site/deskSite';
import { answerFailure } from './answerFailure';
import { AttentionItems } from './attentionItems';
import { AuthorNotifier } from './authorNotices';
import { AuthorReminders } from './authorReminders';
import { createBotAdapter } from './botAdapter';
import type { TokenIssuer } from './botAdapter';
import { calendarFeed } from './calendarFeed';
import { ChatSubmissions } from './chatSubmissions';
import { ClosedChannels } from './closedChannels';
import { ContributionChecker } from './contributionChecker';
import { DateCorrector } from './dateCorrector';
import { DeskEvents } from './deskEvents';
import { Disk, DiskFullError } from './disk';
import { DocumentChecks } from './documentChecks';
import type { CheckCounts } from './documentChecks';
import { DocumentFactsReader } from './documentFacts';
import { DocumentInspector } from './documentInspector';
import { DocumentRecords } from './documentRecords';
import { DraftReminders } from './draftReminders';
import { EventAnnouncer } from './eventAnnouncer';
import { HandEntries } from './handEntries';
import { GraphTeams } from './graphTeams';
import { healthOf } from './health';
import type { HealthReport } from './health';
import { InterpretationAnnouncer } from './interpretationAnnouncer';
import { DocumentJobs } from './jobs/documentJobs';
import { FiledEvidence } from './jobs/filedEvidence';
import { JOB_PACE } from './jobs/jobPace';
import type { JobPace } from './jobs/jobPace';
import { JobStorage } from './jobs/jobStorage';
import { QueuedChecks } from './jobs/queuedChecks';
import { ReminderJobs } from './jobs/reminderJobs';
import { ReminderPlanner } from './jobs/reminderPlanner';
import { SharedWork } from './jobs/sharedWork';
import { LanguageRequestChecks } from './languageRequestChecks';
import { failure } from './log';
import type { Log } from './log';
import { MailRoom } from './mail/mailRoom';
import { MailWatch } from './mail/mailWatch';
import { openTransport } from './mail/openTransport';
import { ServiceMetrics } from './metrics';
import { OncePoster } from './oncePoster';
import { PendingFiles } from './pendingFiles';
import { PostOrderDesk } from './postOrderDesk';
import { PostingLimits } from './postingLimits';
import { PostingRoute } from './postingRoute';
import { readinessOf } from './readiness';
import type { ReadinessState } from './readiness';
import { RecordKeeper } from './recordKeeper';
import { ReminderClock } from './reminderClock';
import type { ServiceSettings } from './settings';
import { SiteMonitor } from './siteMonitor';
import { SubscriberReminders } from './subscriberReminders';
import { SubscriptionKeeper } from './subscriptionKeeper';
import { TeamsFiles } from './teamsFiles';
import { WaitingDocuments } from './waitingDocuments';
import { TranslationKeeper } from './translationKeeper';
import { DISK_TROUBLE, wordTrouble } from './troubleWords';
import { startWakingLoop } from './wakingLoop';
import type { WakingLoop } from './wakingLoop';
import { WEBHOOK_PATH, webhookRouter } from './webhook';
import { WebhookSecret } from './webhookSecret';

/**
 * How often it is looked whether the subscriptions still stand. The first attempt of a new service often fails, because
 * its host lets the site's handshake through only once the service is ready; hence not much later.
 */
const SUBSCRIPTION_SECONDS = 60;

/** How often it is looked whether the site can be read; what is read is kept for half a minute. */
const READABLE_SECONDS = 15;

/** How often it is looked for files that were sent in the chat and never submitted. */
const PENDING_FILES_SECONDS = 300;
/** How often the mailing addresses are counted. */
const MAIL_WATCH_SECONDS = 300;

/** A working group that is served: its site, its bot and what is done for it, and nothing that another group can reach. */
export interface Group {
  /** What Teams, the site and calendar programs ask of it, with addresses from the group's own on. */
  readonly routes: Router;
  readiness(): ReadinessState;
  health(): HealthReport;
  /** Begins to follow the site's lists, to keep the subscriptions and to post reminders; once the routes are listened on. */
  start(): void;
  /** Ends what is under way and starts nothing more. */
  stop(): Promise<void>;
  /** Removes what people sent and did not decide upon; once no request is under way. */
  dispose(): Promise<void>;
}

/** What a group may be opened with besides its settings. */
export interface GroupExtras {
  /** The bot's own, by which it is asked who owns a team; without it only the secretariat changes a channel's reminders. */
  readonly graphCredential?: TokenCredential;
  /** The service's, where e-mail goes by Graph. */
  readonly mailCredential?: TokenCredential;
  /** The service's, where the jobs are in a storage account that is known by its address. */
  readonly jobsCredential?: TokenCredential;
  /** How fast shared work goes, where it is not the usual pace. */
  readonly jobPace?: JobPace;
  /** Where contents are kept while they are looked at or waited for. */
  readonly disk?: Disk;
  /** Where it is measured what the service does; nowhere unless told. */
  readonly metrics?: ServiceMetrics;
  /** Who issues the tokens of what comes to the bot; the Bot Framework of the public cloud when absent. */
  readonly tokenIssuer?: TokenIssuer;
}

/**
 * Puts together what one group needs; nothing is asked of its site before it is started. Whatever is kept in memory or on
 * the disk for a group is made here, so that no two groups share it. A site that cannot be reached keeps nothing from
 * starting: the group goes on trying and says so in its health report.
 */
export async function openGroup(
  settings: ServiceSettings,
  connection: SiteConnection,
  log: Log,
  { graphCredential, mailCredential, jobsCredential, jobPace = JOB_PACE, disk = new Disk(), metrics = new ServiceMetrics(createNoopMeter()), tokenIssuer }: GroupExtras = {}
): Promise<Group> {
  const site = openSite(connection);
  const facts = new GroupFactsCache(site);
  // Where the bot's buttons lead; what is not a card points to the page.
  const deskUrl = settings.teamsAppId === undefined ? settings.deskUrl : teamsDeskLink(settings.teamsAppId, settings.deskUrl);
  const { mail } = settings;
  const trouble = new Map<string, string>();

  const limits = new PostingLimits(settings.postsPerSecond);
  const adapter = createBotAdapter(settings.bot, deskUrl, log, limits, { metrics, activitiesPerMinute: settings.activitiesPerMinute, ...(tokenIssuer === undefined ? {} : { issuer: tokenIssuer }) });
  let wakeNotices: () => void = () => undefined;
  const notices = new AuthorNotifier({
    site,
    facts,
    deskUrl,
    quietSeconds: settings.noticeSeconds,
    log,
    teams: adapter,
    wake: () => wakeNotices()
  });
  const authorReminders = new AuthorReminders({ site, facts, wake: () => wakeNotices() });
  const inspector = new DocumentInspector();
  const records = new DocumentRecords(site.deskState);
  const documents = new DocumentFactsReader(site, records);
  const checker = new ContributionChecker({
    site,
    documents,
    keeper: new RecordKeeper(site.contributions, records, inspector, disk),
    records,
    notifier: notices,
    handEntries: new HandEntries({ site, log }),
    translations: new TranslationKeeper(site)
  });
  const storage = new TeamsFiles(settings.fileHosts, log);
  const pendingFiles = new PendingFiles(() => site.clock.now(), disk);
  const teams = new GraphTeams({ url: settings.graphUrl, ...(graphCredential === undefined ? {} : { credential: graphCredential }), log });
  const submissions = new ChatSubmissions({ site, files: storage, pending: pendingFiles, inspector, log });
  const draftReminders = new DraftReminders({ site, facts, submissions, teams: adapter, deskUrl, log });
  const bot = new DeskBot({
    site,
    facts,
    deskUrl,
    ...(settings.calendarFeed ? { calendarUrl: `${settings.publicUrl}/calendar` } : {}),
    onSiteTrouble: (error) => log.warn({ event: 'bot.siteTrouble', ...failure(error) }),
    onPersonKnown: () => wakeNotices(),
    recheck: async (id) => recheck(checker, id, await facts.read(), log),
    submissions,
    storage,
    isTeamOwner: (teamId, personKey) => teams.isOwner(teamId, personKey)
  });
  let onLeading: () => void = () => undefined;
  const shared = settings.jobs === undefined ? undefined : new SharedWork({ storage: await JobStorage.open(settings.jobs, settings.siteUrl, log, jobsCredential), pace: jobPace, log, onLeading: () => onLeading() });
  const evidence = new FiledEvidence(site.deskState);
  const waiting = new WaitingDocuments(site);
  const { contributions } = site;
  const checks =
    shared === undefined
      ? new DocumentChecks({ contributions, checker, documents, facts, waiting, log })
      : new QueuedChecks({ contributions, records, evidence, waiting, send: (job) => shared.send('checkDocument', job), counts: () => checkCountsOf(shared) });
  const documentJobs = new DocumentJobs({ checker, facts, evidence, log });
  const requests = new LanguageRequestChecks({ site, log });
  let wakeAnnouncements: () => void = () => undefined;
  const monitor = new SiteMonitor({ site, facts, checks, requests, log, onDecided: () => wakeAnnouncements() });
  const mailRoom = mail === undefined ? undefined : new MailRoom({ facts, clock: site.clock, deskUrl, from: mail.from, transport: openTransport(mail, mailCredential) });
  const mailWatch = new MailWatch({ channels: site.channels, transport: mail?.transport ?? 'off', log });
  const way = new PostingRoute({ teams: adapter, ...(mailRoom === undefined ? {} : { mailRoom }) });
  const poster = new OncePoster({ site, log, way, random: Math.random });
  const corrector = new DateCorrector({ site, deskUrl, poster, log, update: (place, activityId, card) => adapter.update(place, activityId, card) });
  const events: EventAnnouncer = new EventAnnouncer({
    site,
    facts,
    events: new DeskEvents(site, facts, settings.siteUrl),
    attention: new AttentionItems({ site, facts, quietSeconds: settings.noticeSeconds }),
    deskUrl,
    poster,
    remindedUntil: () => reminders.state().lastTickAt
  });
  const subscriberReminders = new SubscriberReminders({ site, deskUrl, poster, corrector, announcer: events });
  const reminders: ReminderClock | ReminderPlanner =
    shared === undefined
      ? new ReminderClock({ site, facts, poster, reminders: subscriberReminders })
      : new ReminderPlanner({ site, facts, poster, way, reminders: subscriberReminders, send: (kind, job) => shared.send(kind, job) });
  const reminderJobs = new ReminderJobs({ site, facts, reminders: subscriberReminders, way, log, send: async (kind, job) => shared?.send(kind, job) });
  const postOrders = new PostOrderDesk({ site, deskUrl, poster, corrector, way, log });
  const announcer = new InterpretationAnnouncer({ site, facts, deskUrl, poster });
  const closedChannels = new ClosedChannels({ site, deskUrl, poster });
  const secret = new WebhookSecret(site.deskState, settings.webhookClientState);

  let isSiteReadable: boolean | undefined;
  let isStopping = false;
  const readiness = (): ReadinessState => readinessOf({ isSiteReadable: () => isSiteReadable, subscriptions: () => keeper.state(), isStopping: () => isStopping });

  const keeper = new SubscriptionKeeper({
    subscriptions: site.subscriptions,
    clock: site.clock,
    notificationUrl: `${settings.publicUrl}${WEBHOOK_PATH}`,
    secret,
    log
  });
  const health = (): HealthReport =>
    healthOf({
      siteUrl: settings.siteUrl,
      siteTime: () => site.clock.now(),
      siteTrouble: () => [...trouble.values()][0],
      diskTrouble: () => (disk.isFull ? DISK_TROUBLE : undefined),
      library: () => monitor.state(),
      reminders: () => reminders.state(),
      mail: () => mailWatch.state(),
      jobs: () => shared?.state(),
      subscriptions: () => keeper.state()
    });
  let wakeMonitor: () => void = () => undefined;
  const routes = express.Router();
  routes.use('/api/messages', adapter.messages(bot));
  routes.use(WEBHOOK_PATH, webhookRouter({ clientState: () => secret.current(), wake: () => wakeMonitor() }));
  if (settings.calendarFeed) {
    routes.use('/calendar', calendarFeed({ facts, deskUrl: settings.deskUrl, now: () => site.clock.now() }));
  }
  routes.use(answerFailure(log));

  const onError = (name: string) => (error: unknown): void => {
    log.error({ event: `${name}.failed`, ...failure(error) });
    trouble.set(name, wordTrouble(error, settings.siteUrl));
  };
  /** Does a piece of work again and again, and remembers for the health report whether the site let it. */
  const repeated = (seconds: number, name: string, work: () => Promise<void>): WakingLoop => {
    const run = async (): Promise<void> => {
      await work();
      trouble.delete(name);
    };
    return startWakingLoop(seconds, run, onError(name));
  };
  /** The same in one of several services. */
  const planned = (seconds: number, name: string, work: () => Promise<void>): WakingLoop =>
    repeated(seconds, name, async () => {
      if (shared === undefined || shared.isPlanning()) {
        await work();
      }
    });
  let loops: readonly WakingLoop[] = [];
  const readSite = async (): Promise<void> => {
    const wasLost = isSiteReadable === false;
    try {
      await facts.read();
      isSiteReadable = true;
    } catch (error) {
      isSiteReadable = false;
      throw error;
    }
    if (wasLost) {
      // What looks every few minutes only would stay behind, and say so, for as long.
      loops.forEach((loop) => loop.wake());
    }
  };
  const startLoops = (): WakingLoop[] => [
    planned(settings.pollSeconds, 'library', () => monitor.run()),
    planned(settings.tickSeconds, 'reminders', () => reminders.tick()),
    repeated(SUBSCRIPTION_SECONDS, 'subscription', () => keeper.run()),
    planned(settings.tickSeconds, 'notices', () => notices.run()),
    repeated(settings.tickSeconds, 'registrations', () => bot.retryRegistrations()),
    planned(settings.pollSeconds, 'announcements', () => announcer.run()),
    planned(settings.pollSeconds, 'closedChannels', () => closedChannels.run()),
    repeated(PENDING_FILES_SECONDS, 'pendingFiles', () => pendingFiles.tidy()),
    // In each of several services: the files are on its own disk.
    repeated(settings.tickSeconds, 'draftReminders', () => draftReminders.run()),
    planned(settings.tickSeconds, 'authorReminders', () => authorReminders.run()),
    repeated(MAIL_WATCH_SECONDS, 'mail', () => mailWatch.run()),
    planned(settings.tickSeconds, 'postOrders', () => postOrders.run()),
    planned(settings.pollSeconds, 'events', () => events.run()),
    repeated(READABLE_SECONDS, 'configuration', readSite)
  ];
  onLeading = () => {
    monitor.forget();
    if (reminders instanceof ReminderPlanner) {
      reminders.forget();
    }
    loops.forEach((loop) => loop.wake());
  };

  return {
    routes,
    readiness,
    health,
    start: () => {
      loops = startLoops();
      wakeMonitor = loops[0].wake;
      wakeNotices = loops[3].wake;
      wakeAnnouncements = () => [loops[5], loops[11]].forEach((loop) => loop.wake());
      shared?.start({
        checkDocument: (message) => documentJobs.check(message),
        remindSubscribers: (message) => reminderJobs.remind('remindSubscribers', message),
        mailReminders: (message) => reminderJobs.remind('mailReminders', message)
      });
      metrics.observe({ library: () => monitor.state(), reminders: () => reminders.state(), queues: () => shared?.state().kinds ?? {}, isReady: () => readiness().status === 'ready' });
    },
    stop: async () => {
      isStopping = true;
      if (reminders instanceof ReminderClock) {
        reminders.stop();
      }
      limits.stop();
      await Promise.all([...loops.map((loop) => loop.stop()), shared?.stop()]);
      await inspector.stop();
    },
    dispose: () => pendingFiles.stop()
  };
}

/** Has a document checked now. When there is no room for it, its entry in the library's change log brings it up again. */
async function recheck(checker: ContributionChecker, id: number, facts: GroupFacts, log: Log): Promise<void> {
  try {
    await checker.check(id, undefined, facts);
  } catch (error) {
    if (!(error instanceof DiskFullError)) {
      throw error;
    }
    log.error({ event: 'document.noRoom', itemId: id, ...failure(error) });
  }
}

/** The checks of a service that shares its work; what waits, waits in the queue. */
function checkCountsOf(shared: SharedWork): CheckCounts {
  const { done, putOff, failed, waiting } = shared.stateOf('checkDocument');
  return { checked: done + putOff, failed, waiting };
}
