import type { TokenCredential } from '@azure/identity';
import * as v from 'valibot';
import { failure } from './log';
import type { Log } from './log';

const LONGEST_SECONDS = 10;

const membersSchema = v.object({ value: v.array(v.object({ roles: v.nullish(v.array(v.string())), userId: v.nullish(v.string()) })) });

/** What asking the directory about teams works with. */
export interface GraphTeamsParts {
  /** Where Microsoft Graph is. */
  readonly url: string;
  /** The bot's own; without it nobody is known to own a team. */
  readonly credential?: TokenCredential;
  readonly log: Log;
}

/**
 * Asks Microsoft Graph who owns a team. It needs the resource-specific consent `TeamMember.Read.Group`, which the
 * Teams manifest asks for and an owner gives with the installation. Whatever fails, nobody is an owner by it.
 * Source: Microsoft Graph reference, "List members of team".
 */
export class GraphTeams {
  public constructor(private readonly parts: GraphTeamsParts) {}

  /** Whether a person owns a team, both by their ids in the directory. */
  public async isOwner(teamId: string, personKey: string): Promise<boolean> {
    const { url, credential, log } = this.parts;
    if (credential === undefined) {
      return false;
    }
    try {
      const token = await credential.getToken(`${url}/.default`);
      const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${personKey.replaceAll("'", "''")}')`;
      const response = await fetch(`${url}/v1.0/teams/${encodeURIComponent(teamId)}/members?$filter=${encodeURIComponent(filter)}`, {
        headers: { Authorization: `Bearer ${token?.token ?? ''}`, Accept: 'application/json' },
        signal: AbortSignal.timeout(LONGEST_SECONDS * 1000)
      });
      if (!response.ok) {
        await response.body?.cancel();
        log.warn({ event: 'graph.refused', status: response.status });
        return false;
      }
      const { value } = v.parse(membersSchema, await response.json());
      return value.some(({ userId, roles }) => userId?.toLowerCase() === personKey.toLowerCase() && roles?.includes('owner') === true);
    } catch (error) {
      log.warn({ event: 'graph.failed', ...failure(error) });
      return false;
    }
  }
}
