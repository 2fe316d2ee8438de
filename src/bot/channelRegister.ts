import type { Activity } from 'botbuilder';
import { languageOfCulture } from '../messages/locale';
import type { Channel } from '../site/channels';
import type { DeskSite } from '../site/deskSite';
import { postingPlaceOf, readPlace, storePlace, teamsDataOf, withoutThread } from './conversation';

/** Whether an activity comes from a place that gets reminders: a channel or a group chat. */
export function getsReminders({ conversation }: Activity): boolean {
  return conversation.conversationType !== 'personal' && conversation.isGroup === true;
}

/** Keeps the site's list of the channels and group chats in which the bot posts. */
export class ChannelRegister {
  public constructor(private readonly channels: DeskSite['channels']) {}

  /**
   * Registers the channel or group chat that the bot was added to. Done again it renews the address only: language
   * and kinds of reminders may have been chosen since.
   */
  public async add(activity: Activity): Promise<void> {
    const place = postingPlaceOf(activity);
    const entered = await this.channels.byKey(place.key);
    const known = entered?.status === 'closed' ? undefined : entered;
    await this.channels.upsert({
      conversationKey: place.key,
      reference: storePlace(place),
      language: known?.language ?? languageOfCulture(activity.locale),
      kinds: known?.kinds ?? []
    });
  }

  /**
   * Registers the place of a message when nothing of its team or chat was ever registered: its installation was told
   * while the site, or this service, was down. What was closed or paused stays so.
   */
  public async addUnknown(activity: Activity): Promise<void> {
    const { key, teamId } = postingPlaceOf(activity);
    const isSame = ({ conversationKey, reference }: Channel): boolean =>
      conversationKey === key || (teamId !== undefined && readPlace(conversationKey, reference)?.teamId === teamId);
    if (!(await this.channels.all()).some(isSame)) {
      await this.add(activity);
    }
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
