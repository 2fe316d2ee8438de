import { TurnContext } from 'botbuilder';
import type { Activity, ConversationReference } from 'botbuilder';
import * as v from 'valibot';

const channelDataSchema = v.object({
  eventType: v.optional(v.string()),
  team: v.optional(v.object({ id: v.string() })),
  channel: v.optional(v.object({ id: v.optional(v.string()) })),
  settings: v.optional(v.object({ selectedChannel: v.optional(v.object({ id: v.string() })) }))
});

/** What Teams adds to an activity, as far as the bot uses it. */
export type TeamsChannelData = v.InferOutput<typeof channelDataSchema>;

/** What Teams says about an activity beyond the protocol; empty when it says nothing usable. */
export function teamsDataOf(activity: Partial<Activity>): TeamsChannelData {
  const result = v.safeParse(channelDataSchema, activity.channelData);
  return result.success ? result.output : {};
}

/** A conversation in which the bot posts by itself, as the site keeps it. */
export interface PostingPlace {
  /** The id of the channel or group chat, without the thread. */
  readonly key: string;
  readonly reference: Partial<ConversationReference>;
  /** The team that the channel belongs to; a bot is removed from a whole team at once. */
  readonly teamId?: string;
}

/**
 * The place that an activity comes from: the channel that a person chose when installing the bot, else the channel
 * or chat itself. An activity of a team without a channel comes from its general channel, which has the team's id.
 * Sources: Microsoft Teams documentation, "Conversation events in your Teams bot" (`settings.selectedChannel`) and
 * "Channel and group chat conversations with a bot" (`;messageid=` marks the thread).
 */
export function postingPlaceOf(activity: Activity): PostingPlace {
  const { team, channel, settings } = teamsDataOf(activity);
  const key = withoutThread(settings?.selectedChannel?.id ?? channel?.id ?? activity.conversation.id);
  const { activityId: _activityId, user: _user, ...reference } = TurnContext.getConversationReference(activity);
  return {
    key,
    reference: { ...reference, conversation: { ...activity.conversation, id: key } },
    ...(team === undefined ? {} : { teamId: team.id })
  };
}

/**
 * The thread of a message in a place. Only channels have threads; elsewhere an answer stands below what was said last.
 * Source: Microsoft Teams documentation, "Channel and group chat conversations with a bot" (`;messageid=` marks the thread).
 */
export function inThread(place: PostingPlace, messageId: string): PostingPlace {
  const { conversation } = place.reference;
  return place.teamId === undefined || conversation === undefined
    ? place
    : { ...place, reference: { ...place.reference, conversation: { ...conversation, id: `${withoutThread(conversation.id)};messageid=${messageId}` } } };
}

/** The key of the conversation that an activity belongs to. */
export function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

const storedSchema = v.object({
  teamId: v.optional(v.string()),
  reference: v.looseObject({
    channelId: v.string(),
    serviceUrl: v.pipe(v.string(), v.url()),
    conversation: v.looseObject({ id: v.string() }),
    bot: v.looseObject({ id: v.string() })
  })
});

/** A place as the text that the site keeps. */
export function storePlace({ reference, teamId }: PostingPlace): string {
  return JSON.stringify({ reference, ...(teamId === undefined ? {} : { teamId }) });
}

/**
 * The place in a text that the site keeps.
 * @returns undefined when the text is not one; somebody edited the list by hand
 */
export function readPlace(key: string, stored: string): PostingPlace | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), storedSchema), stored);
  if (!result.success) {
    return undefined;
  }
  // Checked above for the parts that posting needs; the rest came from the protocol and goes back to it.
  const reference = result.output.reference as unknown as Partial<ConversationReference>;
  return { key, reference, ...(result.output.teamId === undefined ? {} : { teamId: result.output.teamId }) };
}
