import { readGroupSettings } from '../../src/service/groupSettings';
import { readSettings } from '../../src/service/settings';
import type { SettingsError } from '../../src/service/settings';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    return (error as SettingsError).problems;
  }
  return [];
}

const credentials = { MicrosoftAppId: '11111111-2222-3333-4444-555555555555', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };

describe('the settings of the service', () => {
  it('need nothing on this machine', () => {
    expect(readSettings({})).toEqual({
      siteUrl: 'http://localhost:8787/sites/tdag-wg-sop',
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://localhost:3978',
      deskUrl: 'http://localhost:8787/sites/tdag-wg-sop',
      logLevel: 'info',
      postsPerSecond: 30,
      noticeSeconds: 120,
      activitiesPerMinute: 120,
      graphUrl: 'https://graph.microsoft.com',
      fileHosts: ['*.sharepoint.com'],
      calendarFeed: true,
      pollSeconds: 60,
      tickSeconds: 20
    });
  });

  it("take the app's id in Teams, which must be one", () => {
    expect(readSettings({ TEAMS_APP_ID: 'ffe25d5e-416a-4760-8488-57cd53ef1f49' }).teamsAppId).toBe('ffe25d5e-416a-4760-8488-57cd53ef1f49');
    expect(problemsOf({ TEAMS_APP_ID: 'contribution-desk' })[0]).toContain('TEAMS_APP_ID must be an app id');
  });

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', HOST: ' ' })).toEqual(readSettings({}));
  });

  it('refuse to open a bot without credentials to other machines', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })[0]).toContain('Leave HOST out, or set MicrosoftAppId and MicrosoftAppPassword');
    expect(readSettings({ HOST: 'localhost' }).host).toBe('localhost');
  });

  it('listen to every address once the bot has credentials', () => {
    expect(readSettings(credentials)).toMatchObject({ host: '0.0.0.0', bot: { appType: 'SingleTenant', tenantId: 'tenant' } });
  });

  it('name what is missing of the credentials', () => {
    expect(problemsOf({ MicrosoftAppId: credentials.MicrosoftAppId })[0]).toContain('MicrosoftAppPassword is missing');
    expect(problemsOf({ ...credentials, MicrosoftAppTenantId: '' })[0]).toContain('MicrosoftAppTenantId is missing');
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ SITE_URL: 'sharepoint', PORT: '99999', POLL_SECONDS: 'often', LOG_LEVEL: 'loud', WEBHOOK_CLIENT_STATE: 'short' });
    for (const name of ['SITE_URL', 'PORT', 'POLL_SECONDS', 'LOG_LEVEL', 'WEBHOOK_CLIENT_STATE']) {
      expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  describe('of e-mail', () => {
    const smtp = { MAIL_TRANSPORT: 'smtp', MAIL_FROM: 'desk@example.org' };
    const server = (SMTP_URL: string) => readSettings({ ...smtp, SMTP_URL }).mail;

    it('name a mail server, how it is reached and who signs in', () => {
      expect(server('smtps://desk%40example.org:a%2Fb%3Ac@mail.example.org')).toEqual({
        transport: 'smtp',
        from: 'desk@example.org',
        server: { host: 'mail.example.org', port: 465, secure: true, plain: false, credentials: { user: 'desk@example.org', pass: 'a/b:c' } }
      });
      expect(server('smtp://mail.example.org')).toMatchObject({ server: { port: 587, secure: false, plain: false } });
      expect(server('smtp://[::1]:2525')).toMatchObject({ server: { host: '::1', port: 2525, plain: true } });
    });

    it.each(['mail.example.org', 'http://mail.example.org', 'smtp://', 'smtps://user@mail.example.org', 'smtps://:secret@mail.example.org', 'smtps://user:%zz@mail.example.org', 'smtps://mail.example.org/queue'])(
      'refuse %s as a mail server without repeating it',
      (SMTP_URL) => {
        const [problem, ...others] = problemsOf({ ...smtp, SMTP_URL });
        expect(problem).toMatch(/^SMTP_URL must be the address of a mail server/);
        expect(others).toEqual([]);
        expect(problem.replace(/such as \S+/, '')).not.toMatch(/secret|user:|%zz|queue/);
      }
    );

    it('name what is missing', () => {
      expect(problemsOf({ MAIL_TRANSPORT: 'smtp' })[0]).toContain('SMTP_URL and MAIL_FROM missing');
      expect(problemsOf({ MAIL_TRANSPORT: 'graph' })[0]).toContain('MAIL_SENDER is missing');
      expect(problemsOf({ MAIL_TRANSPORT: 'pigeon', MAIL_FROM: 'desk', MAIL_SENDER: 'desk' })).toEqual([
        'MAIL_TRANSPORT must be off, smtp or graph',
        expect.stringMatching(/^MAIL_FROM must be/),
        expect.stringMatching(/^MAIL_SENDER must be/)
      ]);
    });

    it('name the mailbox that Microsoft Graph sends from, and show the token to nobody unencrypted', () => {
      const graph = { MAIL_TRANSPORT: 'graph', MAIL_SENDER: 'desk@example.org' };
      expect(readSettings(graph).mail).toEqual({ transport: 'graph', graphUrl: 'https://graph.microsoft.com', from: 'desk@example.org' });
      expect(problemsOf({ ...graph, GRAPH_URL: 'http://graph.example.org' })[0]).toContain('GRAPH_URL must begin with https');
      expect(readSettings({ ...graph, GRAPH_URL: 'http://127.0.0.1:8080' }).mail).toMatchObject({ graphUrl: 'http://127.0.0.1:8080' });
    });

    it('are off unless they are asked for', () => {
      expect(readSettings({ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'desk@example.org' }).mail).toBeUndefined();
    });
  });

  describe('of shared jobs', () => {
    const connectionString = 'DefaultEndpointsProtocol=https;AccountName=example;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net';

    it('are absent for a service that works alone', () => {
      expect(readSettings({}).jobs).toBeUndefined();
    });

    it('name a storage account by a connection string or by its address', () => {
      expect(readSettings({ JOBS_CONNECTION_STRING: connectionString }).jobs).toEqual({ connectionString });
      expect(readSettings({ AZURE_STORAGE_CONNECTION_STRING: connectionString }).jobs).toEqual({ connectionString });
      expect(readSettings({ JOBS_QUEUE_URL: 'https://example.queue.core.windows.net' }).jobs).toEqual({ queueUrl: 'https://example.queue.core.windows.net' });
    });

    it('prefer what is meant for the jobs to what the environment has for anything', () => {
      expect(readSettings({ JOBS_QUEUE_URL: 'https://example.queue.core.windows.net', AZURE_STORAGE_CONNECTION_STRING: connectionString }).jobs).toEqual({ queueUrl: 'https://example.queue.core.windows.net' });
    });

    it('say what is wrong with them and never quote the key', () => {
      for (const wrong of ['c2VjcmV0', 'AccountKey=c2VjcmV0', 'QueueEndpoint=https://example.queue.core.windows.net;SharedAccessSignature=c2VjcmV0']) {
        const [problems] = problemsOf({ JOBS_CONNECTION_STRING: wrong });
        expect(problems).toMatch('JOBS_CONNECTION_STRING must be the connection string of a storage account');
        expect(problems).not.toMatch('c2VjcmV0');
      }
    });

    it.each(['http://example.queue.core.windows.net', 'https://example.blob.core.windows.net', 'https://example.queue.core.windows.net/jobs'])('do not take %s for the address of queues', (url) => {
      expect(problemsOf({ JOBS_QUEUE_URL: url })[0]).toMatch('JOBS_QUEUE_URL must be the address of the queues of a storage account');
    });

    it('are not taken both ways', () => {
      expect(problemsOf({ JOBS_CONNECTION_STRING: connectionString, JOBS_QUEUE_URL: 'https://example.queue.core.windows.net' })[0]).toMatch('exclude each other');
    });
  });

  describe('of a bot that is a managed identity', () => {
    const managed = { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: credentials.MicrosoftAppId, MicrosoftAppTenantId: 'tenant' };

    it('need no password', () => {
      expect(readSettings(managed)).toMatchObject({ host: '0.0.0.0', bot: { appType: 'UserAssignedMSI', appId: credentials.MicrosoftAppId, tenantId: 'tenant' } });
      expect(readSettings(managed).bot).not.toHaveProperty('appPassword');
    });

    it('take none, and want the tenant', () => {
      expect(problemsOf({ ...managed, MicrosoftAppPassword: 'secret' })[0]).toContain('MicrosoftAppPassword must be left out');
      expect(problemsOf({ ...managed, MicrosoftAppTenantId: '' })[0]).toContain('MicrosoftAppTenantId is missing');
    });
  });

  describe('of measurements', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };

    it('are absent until it is said where they go', () => {
      expect(readSettings({}).metrics).toBeUndefined();
      expect(readSettings({ OTEL_SERVICE_NAME: 'desk', OTEL_METRIC_EXPORT_INTERVAL: '5000' }).metrics).toBeUndefined();
      expect(readSettings({ ...endpoint, OTEL_METRIC_EXPORT_INTERVAL: '5000' }).metrics).toEqual({ intervalMilliseconds: 5000 });
      expect(readSettings({ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://otel.example.org/v1/metrics' }).metrics).toEqual({ intervalMilliseconds: 60_000 });
    });

    it('can be switched off as OpenTelemetry says', () => {
      expect(readSettings({ ...endpoint, OTEL_METRICS_EXPORTER: 'none' }).metrics).toBeUndefined();
      expect(readSettings({ ...endpoint, OTEL_SDK_DISABLED: 'true' }).metrics).toBeUndefined();
    });

    it('refuse a protocol that the service does not speak', () => {
      expect(problemsOf({ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })[0]).toContain('OTEL_EXPORTER_OTLP_PROTOCOL must be http/json');
    });
  });

  it('drop the slash at the end of an address', () => {
    expect(readSettings({ SITE_URL: 'https://contoso.sharepoint.com/sites/group/' }).siteUrl).toBe('https://contoso.sharepoint.com/sites/group');
  });
});

describe('the settings of several groups', () => {
  const APP = { sop: '11111111-2222-3333-4444-555555555555', rdtp: '66666666-2222-3333-4444-555555555555' };
  const two = { DESK_GROUPS: 'SOP, rdtp', SOP_SITE_URL: 'https://example.org/sites/sop', RDTP_SITE_URL: 'https://example.org/sites/rdtp' };
  const problems = (changes: Record<string, string>): readonly string[] => {
    try {
      readGroupSettings({ ...two, ...changes });
    } catch (error) {
      return (error as SettingsError).problems;
    }
    return [];
  };

  it('are those of one group as long as no groups are named', () => {
    expect(readGroupSettings({ PORT: '4000' })).toEqual({ groups: [{ settings: readSettings({ PORT: '4000' }), environment: { PORT: '4000' } }], ignored: [] });
  });

  it('are common unless a group has its own, and the groups have paths of their own', () => {
    const { groups } = readGroupSettings({ ...two, PUBLIC_URL: 'https://desk.example.org', POLL_SECONDS: '30', RDTP_POLL_SECONDS: '90', SITE_CLIENT_ID: 'common', RDTP_SITE_CLIENT_ID: 'own' });
    expect(groups.map(({ name, settings, environment }) => [name, settings.siteUrl, settings.publicUrl, settings.pollSeconds, environment.SITE_CLIENT_ID])).toEqual([
      ['sop', 'https://example.org/sites/sop', 'https://desk.example.org/groups/sop', 30, 'common'],
      ['rdtp', 'https://example.org/sites/rdtp', 'https://desk.example.org/groups/rdtp', 90, 'own']
    ]);
  });

  it('never take for a group what identifies another, and name what is left unused', () => {
    const { groups, ignored } = readGroupSettings({ ...two, ...credentials, DESK_URL: 'https://example.org/desk', WEBHOOK_CLIENT_STATE: 'sixteen-characters', SITE_URL: 'https://example.org/sites/other' });
    expect(groups.map(({ settings }) => [settings.bot, settings.webhookClientState, settings.deskUrl])).toEqual([
      [undefined, undefined, 'https://example.org/sites/sop'],
      [undefined, undefined, 'https://example.org/sites/rdtp']
    ]);
    expect([...ignored].sort()).toEqual(['DESK_URL', 'MicrosoftAppId', 'MicrosoftAppPassword', 'SITE_URL', 'WEBHOOK_CLIENT_STATE']);
  });

  it('refuse a site, a bot, an app in Teams and a secret that two groups would share, without quoting a secret', () => {
    const bots = { MicrosoftAppTenantId: 'tenant', SOP_MicrosoftAppPassword: 'a', RDTP_MicrosoftAppPassword: 'b', SOP_MicrosoftAppId: APP.sop };
    expect(problems({ RDTP_SITE_URL: 'https://example.org/sites/SOP/' })).toEqual([expect.stringMatching(/^SOP and RDTP have the same SITE_URL/)]);
    expect(problems({ SOP_SITE_URL: 'https://example.org:443/sites/rdtp' })).toEqual([expect.stringMatching(/^SOP and RDTP have the same SITE_URL/)]);
    expect(problems({ ...bots, RDTP_MicrosoftAppId: APP.sop.toUpperCase() })).toEqual([expect.stringMatching(/^SOP and RDTP have the same MicrosoftAppId/)]);
    expect(problems({ ...bots, RDTP_MicrosoftAppId: APP.rdtp })).toEqual([]);
    expect(problems({ SOP_TEAMS_APP_ID: APP.sop, RDTP_TEAMS_APP_ID: APP.sop })).toEqual([expect.stringMatching(/^SOP and RDTP have the same TEAMS_APP_ID/)]);
    const [secret, ...others] = problems({ SOP_WEBHOOK_CLIENT_STATE: 'sixteen-characters', RDTP_WEBHOOK_CLIENT_STATE: 'sixteen-characters' });
    expect([secret.includes('the same WEBHOOK_CLIENT_STATE'), secret.includes('sixteen'), others]).toEqual([true, false, []]);
  });

  it('name the group of each problem, what is missing and what groups cannot have of their own', () => {
    expect(problems({ DESK_GROUPS: 'SOP,RDTP,FUTURESGQ', SOP_PORT: '4000', SOP_LOG_LEVEL: 'info' })).toEqual([
      'SOP_PORT must be PORT: all groups have it in common',
      'SOP_LOG_LEVEL must be LOG_LEVEL: all groups have it in common',
      'FUTURESGQ_SITE_URL is missing: each of the DESK_GROUPS has its own site'
    ]);
    expect(problems({ RDTP_POLL_SECONDS: 'often' })).toEqual(['RDTP: POLL_SECONDS must be a whole number']);
    expect(problems({ RDTP_TEAMS_APP_ID: 'desk' })).toEqual([expect.stringMatching(/^RDTP_TEAMS_APP_ID must be an app id/)]);
    expect(problems({ DESK_GROUPS: 'TDAG-WG-SOP' })).toEqual([expect.stringMatching(/^DESK_GROUPS must list names/)]);
    expect(problems({ DESK_GROUPS: 'SOP,sop' })).toEqual(['DESK_GROUPS names a group twice']);
  });

  it('refuse a site of a group that is not named, and a variable whose letters differ in case, and tell what else means nothing', () => {
    expect(problems({ DESK_GROUPS: 'SOP' })).toEqual([expect.stringMatching(/^RDTP_SITE_URL is set, but DESK_GROUPS does not name RDTP/)]);
    expect(problems({ DESK_GROUPS: '' })).toHaveLength(2);
    expect(problems({ DESK_GROUPS: '', SITE_URL: 'https://example.org/sites/one' })).toEqual([]);
    expect(problems({ SOP_MICROSOFTAPPID: APP.sop })).toEqual(['SOP_MICROSOFTAPPID must be written SOP_MicrosoftAppId']);
    expect(readGroupSettings({ ...two, RDTP_POLL_SECOND: '5', SOPS_SITE: 'x' }).ignored).toEqual(['RDTP_POLL_SECOND']);
    expect(readGroupSettings({ DESK_GROUPS: 'SITE', SITE_URL: 'https://example.org/a', SITE_SITE_URL: 'https://example.org/b', SITE_SIGN_IN: 'none' }).ignored).toEqual(['SITE_URL']);
  });

  it('do not open a group without a bot to other machines because another one has its bot', () => {
    const one = { MicrosoftAppTenantId: 'tenant', SOP_MicrosoftAppPassword: 'a', SOP_MicrosoftAppId: APP.sop };
    expect(problems(one)).toEqual([expect.stringMatching(/^RDTP has no bot/)]);
    expect(problems({ ...one, HOST: '127.0.0.1' })).toEqual([]);
    expect(problems({ ...one, HOST: '0.0.0.0' })[0]).toMatch(/^RDTP: HOST is 0\.0\.0\.0/);
  });
});
