import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readSettings, SETTING_VARIABLES, SettingsError } from '../../../src/service/settings';
import { SITE_VARIABLES, siteSettings, SiteSettingsError } from '../../../src/service/siteConnection';
import { damaged, hostileText } from '../hostile';
import type { FuzzTarget } from '../target';

const SECRET = 'fuzzSecret7';
const NEAR = [
  'https://example.sharepoint.com/sites/group', '3978', '0', '127.0.0.1', '00000000-0000-0000-0000-000000000000', 'on', 'smtp', 'graph', 'SingleTenant', 'UserAssignedMSI', 'desk@example.org', 'info', '60', '60000', 'http/json',
  '*.sharepoint.com, http://localhost:1', `smtps://user:${SECRET}@mail.example.org:465`, `DefaultEndpointsProtocol=https;AccountName=name;AccountKey=${SECRET};EndpointSuffix=core.windows.net`,
  'https://example.queue.core.windows.net', '{"X-Key":"value"}', 'certificate', 'none', 'tenant', SECRET
] as const;
/** Those that open something by themselves: a sign-in of this machine. */
const NOT_HERE = ['managedIdentity', 'default'];
/** A name is no secret. */
const SECRETS = ['SMTP_URL', 'JOBS_CONNECTION_STRING', 'AZURE_STORAGE_CONNECTION_STRING', 'MicrosoftAppPassword', 'WEBHOOK_CLIENT_STATE'];

const variable = fc.constantFrom(...SETTING_VARIABLES, ...SITE_VARIABLES);
const value = fc.oneof(fc.constantFrom<string>(...NEAR), damaged(fc.constantFrom<string>(...NEAR)), hostileText);

/** The environment of the service: used, or refused with what to do and without a secret. */
export const settings: FuzzTarget = {
  name: 'settings',
  cases: 110_000,
  open: () =>
    Promise.resolve({
      property: fc.asyncProperty(fc.dictionary(variable, value, { maxKeys: 8 }), async (environment) => {
        try {
          const read = readSettings(environment);
          assert(read.port >= 0 && read.port <= 65_535 && URL.canParse(read.siteUrl) && read.fileHosts !== undefined);
        } catch (error) {
          assert(error instanceof SettingsError && error.problems.length > 0, error as Error);
          const open = Object.entries(environment).some(([name, text]) => !SECRETS.includes(name) && text.includes(SECRET));
          assert(open || !error.message.includes(SECRET), error.message);
        }
        if (NOT_HERE.includes(environment.SITE_SIGN_IN)) {
          return;
        }
        try {
          await siteSettings(environment.SITE_URL ?? 'https://example.org', environment);
        } catch (error) {
          assert(error instanceof SiteSettingsError, error as Error);
        }
      })
    })
};
