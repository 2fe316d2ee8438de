import type { TokenCredential } from '@azure/identity';
import { SettingsError } from '../settings';
import { GraphTransport } from './graphTransport';
import type { MailSettings } from './mailSettings';
import type { MailTransport } from './mailTransport';
import { SmtpTransport } from './smtpTransport';

/**
 * The transport that the settings name.
 * @param credential who the service is to Microsoft Graph
 * @throws SettingsError
 */
export function openTransport(settings: MailSettings, credential: TokenCredential | undefined): MailTransport {
  if (settings.transport === 'smtp') {
    return new SmtpTransport(settings.server);
  }
  if (credential === undefined) {
    throw new SettingsError(['MAIL_TRANSPORT is graph, which takes the sign-in of the service: set SITE_TENANT_ID, SITE_CLIENT_ID and SITE_CERTIFICATE_PATH, or SITE_SIGN_IN']);
  }
  return new GraphTransport({ graphUrl: settings.graphUrl, sender: settings.from, credential });
}
