import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { choiceOf, listOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { isSiteError } from './errors';
import { quoted } from './odata';
import { CHANNEL_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

/** Whether a channel gets reminders: `paused` by the secretariat, `closed` when the bot was removed. */
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number];

/** A Teams conversation in which the bot is installed. */
export interface Channel {
  readonly id: number;
  /** The conversation's id in Teams, at most 255 characters. */
  readonly conversationKey: string;
  readonly title: string;
  /** Conversation reference, JSON. */
  readonly reference: string;
  /** Language of its reminders. */
  readonly language: Language;
  /** Kinds of reminders that it wants; none means all. */
  readonly kinds: readonly string[];
  readonly status: ChannelStatus;
}

/** What the bot knows of a conversation. */
export type ChannelRegistration = Pick<Channel, 'conversationKey' | 'reference' | 'language' | 'kinds'> &
  Partial<Pick<Channel, 'title'>>;

/** The Teams conversations that reminders go to. */
export class Channels {
  private readonly list: SiteList<typeof SITE_SCHEMA.channels>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.channels);
  }

  /** The channels that get reminders. */
  public async active(): Promise<Channel[]> {
    return (await this.list.all("ChannelStatus eq 'active'")).map(channelOf);
  }

  /** All channels that were ever entered, whatever their state. */
  public async all(): Promise<Channel[]> {
    return (await this.list.all()).map(channelOf);
  }

  /**
   * Enters a conversation or brings it up to date. One that was closed becomes active again; one that the secretariat
   * paused stays paused.
   */
  public async upsert(registration: ChannelRegistration): Promise<void> {
    try {
      await this.enter(registration);
    } catch (error) {
      if (!isSiteError(error, 'duplicate', 'changedByOthers')) {
        throw error;
      }
      // Teams tells of an installation in several events; another one was faster, so look again.
      await this.upsert(registration);
    }
  }

  /** Stops reminders to a conversation, because the bot was removed or the conversation is gone. */
  public async close(conversationKey: string): Promise<void> {
    const known = await this.find(conversationKey);
    if (known !== undefined && known.ChannelStatus !== 'closed') {
      await this.list.update(known.Id, { ChannelStatus: 'closed' }, ANY_VERSION);
    }
  }

  private async enter({ conversationKey, title, reference, language, kinds }: ChannelRegistration): Promise<void> {
    const values = {
      ...(title === undefined ? {} : { Title: title }),
      Reference: reference,
      ChannelLanguage: language,
      ReminderKinds: kinds.join(',')
    };
    const known = await this.find(conversationKey);
    if (known === undefined) {
      await this.list.add({ ...values, Title: title ?? conversationKey, ConversationKey: conversationKey, ChannelStatus: 'active' });
    } else {
      const reopened = known.ChannelStatus === 'closed' ? { ChannelStatus: 'active' } : {};
      await this.list.update(known.Id, { ...values, ...reopened }, known['odata.etag']);
    }
  }

  private find(conversationKey: string): Promise<Row<typeof SITE_SCHEMA.channels> | undefined> {
    return this.list.find(`ConversationKey eq ${quoted(conversationKey)}`);
  }
}

function channelOf(row: Row<typeof SITE_SCHEMA.channels>): Channel {
  const conversationKey = textOf(row.ConversationKey) ?? '';
  return {
    id: row.Id,
    conversationKey,
    title: textOf(row.Title) ?? conversationKey,
    reference: textOf(row.Reference) ?? '',
    language: choiceOf(row.ChannelLanguage, LANGUAGES) ?? 'en',
    kinds: listOf(row.ReminderKinds),
    status: choiceOf(row.ChannelStatus, CHANNEL_STATUSES) ?? 'active'
  };
}
