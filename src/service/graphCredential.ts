import type { TokenCredential } from '@azure/identity';
import type { BotCredentials } from './settings';

/**
 * The bot's own sign-in at Microsoft Graph: resource-specific consent is given to the app that the Teams manifest names.
 * @returns undefined for a bot on this machine, and for one whose tenant is not set
 */
export async function graphCredential(bot: BotCredentials | undefined): Promise<TokenCredential | undefined> {
  if (bot?.tenantId === undefined) {
    return undefined;
  }
  // Loaded only where it is used; see the site's connection.
  const { ClientSecretCredential, ManagedIdentityCredential } = await import('@azure/identity');
  return bot.appPassword === undefined ? new ManagedIdentityCredential({ clientId: bot.appId }) : new ClientSecretCredential(bot.tenantId, bot.appId, bot.appPassword);
}
