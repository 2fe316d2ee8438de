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
      noticeSeconds: 120,
      pollSeconds: 60,
      tickSeconds: 20
    });
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

  it('drop the slash at the end of an address', () => {
    expect(readSettings({ SITE_URL: 'https://contoso.sharepoint.com/sites/group/' }).siteUrl).toBe('https://contoso.sharepoint.com/sites/group');
  });
});
