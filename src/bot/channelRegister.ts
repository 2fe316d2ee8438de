import type { Activity } from 'botbuilder';
import { languageOfCulture } from '../messages/locale';
import type { DeskSite } from '../site/deskSite';
import { postingPlaceOf, readPlace, storePlace, teamsDataOf, withoutThread } from './conversation';

/** Keeps the site's list of the channels and group chats in which the bot posts. */
export class ChannelRegister {
  public constructor(private readonly channels: DeskSite['channels']) {}

  /**
   * Registers the channel or group chat that the bot was added to. Done again it renews the address only: language
   * and kinds of reminders may have been chosen since.
   * @returns false when it is a personal chat, which gets no reminders
   */
  public async add(activity: Activity): Promise<boolean> {
    if (activity.conversation.conversationType === 'personal' || activity.conversation.isGroup !== true) {
      return false;
    }
    const place = postingPlaceOf(activity);
    const known = (await this.channels.active()).find(({ conversationKey }) => conversationKey === place.key);
    await this.channels.upsert({
      conversationKey: place.key,
      reference: storePlace(place),
      language: known?.language ?? languageOfCulture(activity.locale),
      kinds: known?.kinds ?? []
    });
    return true;
  }

  /** Closes what the bot was removed from: a group chat, or all channels of a team. */
  public async remove(activity: Activity): Promise<void> {
    const key = withoutThread(activity.conversation.id);
    const team = teamsDataOf(activity).team?.id;
    const open = await this.channels.active();
    const left = open.filter(
      ({ conversationKey, reference }) =>
        conversationKey === key || (team !== undefined && readPlace(conversationKey, reference)?.teamId === team)
    );
    await Promise.all(left.map(({ conversationKey }) => this.channels.close(conversationKey)));
  }

  /** Closes a channel that was deleted from its team. */
  public async removeChannel(activity: Activity): Promise<void> {
    const key = teamsDataOf(activity).channel?.id;
    if (key !== undefined && (await this.channels.active()).some(({ conversationKey }) => conversationKey === key)) {
      await this.channels.close(key);
    }
  }
}
