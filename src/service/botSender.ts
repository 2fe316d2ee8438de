/** Why an activity is refused whatever its token says. */
export type Refusal = 'notThisMachine' | 'notTeams' | 'noAddress' | 'otherTenant';

/** The only channel of the Bot Framework whose word on who somebody is counts here. */
const TEAMS = 'msteams';

/**
 * Whether an activity may come in at all, by where it says that it comes from. The token is verified beside this, and binds
 * the channel and the address that answers go to.
 *
 * - Without a tenant the bot has no identity and answers only this machine: it would send its answers wherever a request tells
 *   it to.
 * - The Bot Framework has other channels, on by default, that let the sender choose their own id; and a way of its own for
 *   one whose tokens anybody in the tenant can get.
 * - `botbuilder` compares the address for answers with the token's only when there is one.
 * - A person is known to the site by their address, which the directory of their tenant vouches for. Another tenant's
 *   administrator can write any address into theirs.
 *
 * @param tenantId the directory of the group's site; undefined for a bot on this machine only
 * @returns undefined for an activity that may come in
 */
export function refusalOf(activity: unknown, tenantId: string | undefined): Refusal | undefined {
  const { channelId, serviceUrl, channelData, conversation } = (activity ?? {}) as {
    readonly channelId?: unknown;
    readonly serviceUrl?: unknown;
    readonly channelData?: { readonly tenant?: { readonly id?: unknown } | null } | null;
    readonly conversation?: { readonly tenantId?: unknown } | null;
  };
  if (tenantId === undefined) {
    return isThisMachine(serviceUrl) ? undefined : 'notThisMachine';
  }
  if (channelId !== TEAMS) {
    return 'notTeams';
  }
  if (typeof serviceUrl !== 'string' || serviceUrl === '') {
    return 'noAddress';
  }
  const tenants = [channelData?.tenant?.id, conversation?.tenantId].filter((id) => id !== undefined && id !== null);
  const isOwn = tenants.length > 0 && tenants.every((id) => typeof id === 'string' && id.toLowerCase() === tenantId.toLowerCase());
  return isOwn ? undefined : 'otherTenant';
}

function isThisMachine(serviceUrl: unknown): boolean {
  return typeof serviceUrl === 'string' && URL.canParse(serviceUrl) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(serviceUrl).hostname);
}
