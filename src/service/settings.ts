import * as v from 'valibot';

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
  readonly appPassword: string;
  readonly appType: 'MultiTenant' | 'SingleTenant';
  readonly tenantId?: string;
}

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
  /** The secret that the site's notifications carry; made and kept on the site when absent. */
  readonly webhookClientState?: string;
  readonly bot?: BotCredentials;
  readonly logLevel: string;
  /** How often the library is looked at without a notification. */
  readonly pollSeconds: number;
  /** How often the reminders are looked at. */
  readonly tickSeconds: number;
  /** How long a document lacks something before its author is told. */
  readonly noticeSeconds: number;
}

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

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

const environmentSchema = v.object({
  SITE_URL: v.optional(webAddress('SITE_URL'), 'http://localhost:8787/sites/tdag-wg-sop'),
  PORT: v.optional(wholeNumber('PORT', 0, 65535), '3978'),
  HOST: v.optional(v.string()),
  PUBLIC_URL: v.optional(webAddress('PUBLIC_URL')),
  DESK_URL: v.optional(webAddress('DESK_URL')),
  WEBHOOK_CLIENT_STATE: v.optional(v.pipe(v.string(), v.minLength(16, 'WEBHOOK_CLIENT_STATE must have at least 16 characters'), v.maxLength(128, 'WEBHOOK_CLIENT_STATE must have at most 128 characters'))),
  MicrosoftAppId: v.optional(v.pipe(v.string(), v.uuid('MicrosoftAppId must be an application id such as 00000000-0000-0000-0000-000000000000'))),
  MicrosoftAppPassword: v.optional(v.string()),
  MicrosoftAppType: v.optional(v.picklist(['MultiTenant', 'SingleTenant'], 'MicrosoftAppType must be MultiTenant or SingleTenant'), 'SingleTenant'),
  MicrosoftAppTenantId: v.optional(v.string()),
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent'), 'info'),
  POLL_SECONDS: v.optional(wholeNumber('POLL_SECONDS', 1, 86400), '60'),
  TICK_SECONDS: v.optional(wholeNumber('TICK_SECONDS', 1, 3600), '20'),
  NOTICE_SECONDS: v.optional(wholeNumber('NOTICE_SECONDS', 0, 86400), '120')
});

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
  const host = read.HOST ?? (bot === undefined ? '127.0.0.1' : '0.0.0.0');
  if (bot === undefined && !LOOPBACK_HOSTS.includes(host)) {
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
    ...(read.WEBHOOK_CLIENT_STATE === undefined ? {} : { webhookClientState: read.WEBHOOK_CLIENT_STATE }),
    ...(bot === undefined ? {} : { bot }),
    logLevel: read.LOG_LEVEL,
    pollSeconds: read.POLL_SECONDS,
    tickSeconds: read.TICK_SECONDS,
    noticeSeconds: read.NOTICE_SECONDS
  };
}

function botCredentials(read: v.InferOutput<typeof environmentSchema>): BotCredentials | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: appPassword, MicrosoftAppType: appType, MicrosoftAppTenantId: tenantId } = read;
  if (appId === undefined && appPassword === undefined) {
    return undefined;
  }
  if (appId === undefined || appPassword === undefined) {
    throw new SettingsError([`${appId === undefined ? 'MicrosoftAppId' : 'MicrosoftAppPassword'} is missing: set both, or neither for a bot on this machine only`]);
  }
  if (appType === 'SingleTenant' && tenantId === undefined) {
    throw new SettingsError(['MicrosoftAppTenantId is missing: a SingleTenant bot needs the id of its tenant']);
  }
  return { appId, appPassword, appType, ...(tenantId === undefined ? {} : { tenantId }) };
}
