import * as v from 'valibot';
import { isFileHost } from './fileHosts';
import { isConnectionString, isQueueUrl } from './jobs/jobsSettings';
import type { JobsSettings } from './jobs/jobsSettings';
import type { MailSettings } from './mail/mailSettings';
import type { SmtpServer } from './mail/smtpTransport';

/** Settings that cannot be used, with every problem found at once. */
export class SettingsError extends Error {
  public constructor(public readonly problems: readonly string[]) {
    super(`The service cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** The bot's identity at the Bot Framework; absent for a bot on this machine only. */
export interface BotCredentials {
  readonly appId: string;
  /** Absent for a managed identity, which needs none. */
  readonly appPassword?: string;
  readonly appType: BotAppType;
  /** The directory of the group's site; people of no other are answered. */
  readonly tenantId: string;
}

const BOT_APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
type BotAppType = (typeof BOT_APP_TYPES)[number];

/** Everything that the service reads from its environment. */
export interface ServiceSettings {
  readonly siteUrl: string;
  /** The address that the service listens on. */
  readonly host: string;
  readonly port: number;
  /** Where the site reaches this service for its webhook. */
  readonly publicUrl: string;
  /** The page with the web part. */
  readonly deskUrl: string;
  /** The id of the app in Teams; with it, the bot's buttons open the desk inside Teams. */
  readonly teamsAppId?: string;
  /** The secret that the site's notifications carry; made and kept on the site when absent. */
  readonly webhookClientState?: string;
  readonly bot?: BotCredentials;
  readonly logLevel: string;
  /** How often the library is looked at without a notification. */
  readonly pollSeconds: number;
  /** How often the reminders are looked at. */
  readonly tickSeconds: number;
  /** How much the bot posts by itself in a second at the most. */
  readonly postsPerSecond: number;
  /** How many messages, clicks and searches of one person the bot looks at in a minute. */
  readonly activitiesPerMinute: number;
  /** How long a document lacks something before its author is told. */
  readonly noticeSeconds: number;
  /** Where Microsoft Graph is, which knows who owns a team. */
  readonly graphUrl: string;
  /** Where Teams keeps the files that people send to the bot; see `TeamsFiles`. */
  readonly fileHosts: readonly string[];
  /** Whether the calendar of meetings and deadlines is served without a sign-in. */
  readonly calendarFeed: boolean;
  /** How reminders go to mailing addresses; absent while they do not. */
  readonly mail?: MailSettings;
  /** Where several services share their work; absent for one that works alone. */
  readonly jobs?: JobsSettings;
  /** How measurements are sent; absent while they are not. */
  readonly metrics?: MetricsSettings;
}

/** How measurements are sent; where to is read by the exporter itself, from the variables that OpenTelemetry names for it. */
export interface MetricsSettings {
  readonly intervalMilliseconds: number;
}

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host);
}

const webAddress = (name: string): v.GenericSchema<string, string> =>
  v.pipe(
    v.string(),
    v.check((text) => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : ''), `${name} must be a web address such as https://contoso.sharepoint.com/sites/group`),
    v.transform((text) => text.replace(/\/+$/, ''))
  );

const wholeNumber = (name: string, least: number, most: number): v.GenericSchema<string, number> =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, `${name} must be a whole number`),
    v.transform(Number),
    v.minValue(least, `${name} must be at least ${least}`),
    v.maxValue(most, `${name} must be at most ${most}`)
  );

const mailAddress = (name: string): v.GenericSchema<string, string> => v.pipe(v.string(), v.trim(), v.rfcEmail(`${name} must be an e-mail address such as desk@example.org`));

/** The address is never quoted: it may hold a password. */
const smtpServer = v.pipe(
  v.string(),
  v.check((text) => readSmtpServer(text) !== undefined, 'SMTP_URL must be the address of a mail server such as smtps://user:password@mail.example.org:465, with signs other than letters and digits in the password percent-encoded'),
  v.transform((text) => readSmtpServer(text) as SmtpServer)
);

/** The text is never quoted: it holds a key. */
const connectionString = (name: string): v.GenericSchema<string, string> =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check(isConnectionString, `${name} must be the connection string of a storage account, as "Access keys" in the Azure portal shows it: DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...;EndpointSuffix=core.windows.net`)
  );

const environmentSchema = v.object({
  SITE_URL: v.optional(webAddress('SITE_URL'), 'http://localhost:8787/sites/tdag-wg-sop'),
  PORT: v.optional(wholeNumber('PORT', 0, 65535), '3978'),
  HOST: v.optional(v.string()),
  PUBLIC_URL: v.optional(webAddress('PUBLIC_URL')),
  DESK_URL: v.optional(webAddress('DESK_URL')),
  TEAMS_APP_ID: v.optional(v.pipe(v.string(), v.uuid('TEAMS_APP_ID must be an app id such as 00000000-0000-0000-0000-000000000000'))),
  WEBHOOK_CLIENT_STATE: v.optional(v.pipe(v.string(), v.minLength(16, 'WEBHOOK_CLIENT_STATE must have at least 16 characters'), v.maxLength(128, 'WEBHOOK_CLIENT_STATE must have at most 128 characters'))),
  MicrosoftAppId: v.optional(v.pipe(v.string(), v.uuid('MicrosoftAppId must be an application id such as 00000000-0000-0000-0000-000000000000'))),
  MicrosoftAppPassword: v.optional(v.string()),
  MicrosoftAppType: v.optional(v.picklist(BOT_APP_TYPES, 'MicrosoftAppType must be MultiTenant, SingleTenant or UserAssignedMSI'), 'SingleTenant'),
  MicrosoftAppTenantId: v.optional(v.string()),
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent'), 'info'),
  POLL_SECONDS: v.optional(wholeNumber('POLL_SECONDS', 1, 86400), '60'),
  TICK_SECONDS: v.optional(wholeNumber('TICK_SECONDS', 1, 3600), '20'),
  POSTS_PER_SECOND: v.optional(wholeNumber('POSTS_PER_SECOND', 1, 50), '30'),
  // More than a person types, clicks and searches by typing in a minute, with the cards in view that refresh themselves.
  ACTIVITIES_PER_MINUTE: v.optional(wholeNumber('ACTIVITIES_PER_MINUTE', 10, 100_000), '120'),
  NOTICE_SECONDS: v.optional(wholeNumber('NOTICE_SECONDS', 0, 86400), '120'),
  GRAPH_URL: v.optional(webAddress('GRAPH_URL'), 'https://graph.microsoft.com'),
  FILE_HOSTS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')),
      v.everyItem(isFileHost, 'FILE_HOSTS must list hosts such as *.sharepoint.com, or origins such as http://localhost:8080, separated by commas')
    ),
    '*.sharepoint.com'
  ),
  CALENDAR_FEED: v.optional(v.picklist(['on', 'off'], 'CALENDAR_FEED must be on or off'), 'on'),
  MAIL_TRANSPORT: v.optional(v.picklist(['off', 'smtp', 'graph'], 'MAIL_TRANSPORT must be off, smtp or graph'), 'off'),
  SMTP_URL: v.optional(smtpServer),
  MAIL_FROM: v.optional(mailAddress('MAIL_FROM')),
  MAIL_SENDER: v.optional(mailAddress('MAIL_SENDER')),
  JOBS_CONNECTION_STRING: v.optional(connectionString('JOBS_CONNECTION_STRING')),
  AZURE_STORAGE_CONNECTION_STRING: v.optional(connectionString('AZURE_STORAGE_CONNECTION_STRING')),
  JOBS_QUEUE_URL: v.optional(v.pipe(v.string(), v.trim(), v.check(isQueueUrl, 'JOBS_QUEUE_URL must be the address of the queues of a storage account, such as https://example.queue.core.windows.net'))),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.optional(webAddress('OTEL_EXPORTER_OTLP_ENDPOINT')),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: v.optional(webAddress('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT')),
  OTEL_EXPORTER_OTLP_PROTOCOL: v.optional(v.literal('http/json', 'OTEL_EXPORTER_OTLP_PROTOCOL must be http/json or left out: the service sends its measurements by no other protocol')),
  OTEL_METRIC_EXPORT_INTERVAL: v.optional(wholeNumber('OTEL_METRIC_EXPORT_INTERVAL', 1000, 3_600_000), '60000'),
  OTEL_METRICS_EXPORTER: v.optional(v.picklist(['otlp', 'none'], 'OTEL_METRICS_EXPORTER must be otlp or none'), 'otlp'),
  OTEL_SDK_DISABLED: v.optional(v.picklist(['true', 'false'], 'OTEL_SDK_DISABLED must be true or false'), 'false'),
  OTEL_SERVICE_NAME: v.optional(v.string())
});

/** The environment variables that the service reads, besides those of its connection with the site. */
export const SETTING_VARIABLES: readonly string[] = ['DESK_GROUPS', ...Object.keys(environmentSchema.entries)];

/**
 * Reads the service's settings.
 * @param environment the process environment; an empty variable counts as absent
 * @throws SettingsError with a sentence for each problem
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ServiceSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = v.safeParse(environmentSchema, given);
  if (!result.success) {
    throw new SettingsError(result.issues.map(({ message }) => message));
  }
  const read = result.output;
  const bot = botCredentials(read);
  const mail = mailSettings(read);
  const jobs = jobsSettings(read);
  const metrics = metricsSettings(read);
  const host = read.HOST ?? (bot === undefined ? '127.0.0.1' : '0.0.0.0');
  if (bot === undefined && !isLoopback(host)) {
    throw new SettingsError([
      `HOST is ${host}, but the bot has no credentials, so anybody who reaches it could speak to it. Leave HOST out, or set MicrosoftAppId and MicrosoftAppPassword`
    ]);
  }
  return {
    siteUrl: read.SITE_URL,
    host,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    deskUrl: read.DESK_URL ?? read.SITE_URL,
    ...(read.TEAMS_APP_ID === undefined ? {} : { teamsAppId: read.TEAMS_APP_ID }),
    ...(read.WEBHOOK_CLIENT_STATE === undefined ? {} : { webhookClientState: read.WEBHOOK_CLIENT_STATE }),
    ...(bot === undefined ? {} : { bot }),
    logLevel: read.LOG_LEVEL,
    pollSeconds: read.POLL_SECONDS,
    tickSeconds: read.TICK_SECONDS,
    postsPerSecond: read.POSTS_PER_SECOND,
    activitiesPerMinute: read.ACTIVITIES_PER_MINUTE,
    noticeSeconds: read.NOTICE_SECONDS,
    graphUrl: read.GRAPH_URL,
    fileHosts: read.FILE_HOSTS,
    calendarFeed: read.CALENDAR_FEED === 'on',
    ...(mail === undefined ? {} : { mail }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(metrics === undefined ? {} : { metrics })
  };
}

function botCredentials(read: v.InferOutput<typeof environmentSchema>): BotCredentials | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId } = read;
  if (appId === undefined && appPassword === undefined) {
    return undefined;
  }
  const isManaged = appType === 'UserAssignedMSI';
  if (appId === undefined || (appPassword === undefined && !isManaged)) {
    throw new SettingsError([`${appId === undefined ? 'MicrosoftAppId' : 'MicrosoftAppPassword'} is missing: set both, or neither for a bot on this machine only`]);
  }
  if (isManaged && appPassword !== undefined) {
    throw new SettingsError(['MicrosoftAppPassword must be left out: a bot whose MicrosoftAppType is UserAssignedMSI signs in by its managed identity']);
  }
  if (tenantId === undefined) {
    throw new SettingsError(['MicrosoftAppTenantId is missing: it is the id of the tenant of the group’s site, and the bot answers people of that tenant only']);
  }
  return { appId, appType, tenantId, ...(appPassword === undefined ? {} : { appPassword }) };
}

function mailSettings(read: v.InferOutput<typeof environmentSchema>): MailSettings | undefined {
  const { MAIL_TRANSPORT: transport, SMTP_URL: server, MAIL_FROM: from, MAIL_SENDER: sender, GRAPH_URL: graphUrl } = read;
  if (transport === 'off') {
    return undefined;
  }
  if (transport === 'graph') {
    if (sender === undefined) {
      throw new SettingsError(['MAIL_SENDER is missing: MAIL_TRANSPORT is graph, so say from which mailbox of the tenant e-mail is sent']);
    }
    if (new URL(graphUrl).protocol !== 'https:' && !isLoopback(new URL(graphUrl).hostname)) {
      throw new SettingsError(['GRAPH_URL must begin with https: the service shows its token there']);
    }
    return { transport, graphUrl, from: sender };
  }
  if (server === undefined || from === undefined) {
    const missing = [...(server === undefined ? ['SMTP_URL'] : []), ...(from === undefined ? ['MAIL_FROM'] : [])];
    throw new SettingsError([`${missing.join(' and ')} missing: MAIL_TRANSPORT is smtp, so say by which mail server e-mail is sent and from which address`]);
  }
  return { transport, server, from };
}

function jobsSettings({ JOBS_CONNECTION_STRING: own, AZURE_STORAGE_CONNECTION_STRING: general, JOBS_QUEUE_URL: queueUrl }: v.InferOutput<typeof environmentSchema>): JobsSettings | undefined {
  if (queueUrl !== undefined && own !== undefined) {
    throw new SettingsError(['JOBS_CONNECTION_STRING and JOBS_QUEUE_URL exclude each other: a connection string signs in with the key that it holds, an address with the identity of the service. Leave one of them out']);
  }
  if (queueUrl !== undefined) {
    return { queueUrl };
  }
  const connectionString = own ?? general;
  return connectionString === undefined ? undefined : { connectionString };
}

/** Off until it is said where to, as nobody expects a program to send anything by itself. */
function metricsSettings(read: v.InferOutput<typeof environmentSchema>): MetricsSettings | undefined {
  const hasEndpoint = (read.OTEL_EXPORTER_OTLP_ENDPOINT ?? read.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT) !== undefined;
  const isOff = !hasEndpoint || read.OTEL_METRICS_EXPORTER === 'none' || read.OTEL_SDK_DISABLED === 'true';
  return isOff ? undefined : { intervalMilliseconds: read.OTEL_METRIC_EXPORT_INTERVAL };
}

/** @returns undefined when the text is no address of a mail server */
function readSmtpServer(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname + url.search + url.hash)) {
    return undefined;
  }
  const [user, pass] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) {
    return undefined;
  }
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    plain: isLoopback(host),
    ...(user === '' ? {} : { credentials: { user, pass } })
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
