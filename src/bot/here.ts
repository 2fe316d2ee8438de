import { TeamsInfo } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import { postingPlaceOf } from './conversation';
import type { PostingPlace } from './conversation';
import { verifiedPerson } from './verifiedPerson';

/** Asks the directory whether a person owns a team; both by their ids there. Implemented by the service. */
export type TeamOwnership = (teamId: string, personKey: string) => Promise<boolean>;

/** Where somebody says something to the bot. */
export interface Here {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** Where the bot posts by itself to this conversation. */
  readonly place: PostingPlace;
  /**
   * Whether the sender owns the team of the channel, as the directory says; never outside a team.
   * @throws PersonNotVerifiedError
   */
  ownsTeam(): Promise<boolean>;
}

/** Where an activity comes from. */
export function hereOf(context: TurnContext, isOwner: TeamOwnership): Here {
  const { conversationType } = context.activity.conversation;
  const kind = conversationType === 'personal' || conversationType === 'channel' ? conversationType : 'groupChat';
  return {
    kind,
    place: postingPlaceOf(context.activity),
    ownsTeam: async () => {
      const { key } = await verifiedPerson(context);
      const teamId = kind === 'channel' ? await directoryIdOfTeam(context) : undefined;
      return teamId !== undefined && isOwner(teamId, key);
    }
  };
}

/** The team's id in the directory, asked of Teams; undefined when it does not say. */
async function directoryIdOfTeam(context: TurnContext): Promise<string | undefined> {
  try {
    return (await TeamsInfo.getTeamDetails(context)).aadGroupId;
  } catch {
    return undefined;
  }
}
