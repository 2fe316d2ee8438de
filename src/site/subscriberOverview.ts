import { ChangeLog } from './changeLog';
import type { ChannelStatus } from './channels';
import { choiceOf, listOf, textOf } from './columnValues';
import type { SiteConnection } from './connection';
import { allInWindows } from './idWindows';
import { isMailingKey } from './mailingAddress';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { CHANNEL_STATUSES, SITE_SCHEMA } from './schema';
import { SiteList } from './siteList';

/** A channel, group chat or mailing address as the secretariat sees it. */
export interface ListedChannel {
  readonly id: number;
  readonly etag: string;
  readonly key: string;
  readonly title: string;
  readonly isMail: boolean;
  readonly language: Language;
  /** The kinds that were chosen; none for all that members act upon. */
  readonly kinds: readonly string[];
  readonly status: ChannelStatus;
}

/** Who gets reminders. */
export interface SubscriberList {
  readonly channels: readonly ListedChannel[];
  /** What each person chose who wants reminders in their own chat: nothing that tells who they are. */
  readonly people: readonly { readonly kinds: readonly string[] }[];
}

interface ChannelRow {
  readonly Id: number;
  readonly Title: unknown;
  readonly ConversationKey: unknown;
  readonly ChannelLanguage: unknown;
  readonly ReminderKinds: unknown;
  readonly ChannelStatus: unknown;
  readonly 'odata.etag': string;
}

const CHANNEL_COLUMNS = ['Id', 'Title', 'ConversationKey', 'ChannelLanguage', 'ReminderKinds', 'ChannelStatus'];

/** Something that was read, kept until its list changes. */
interface Kept<T> {
  readonly mark: string;
  readonly value: T;
}

/**
 * Who gets reminders, for the secretariat: all channels and mailing addresses, and of people only how many. The lists may be
 * long, so they are read again only when they have changed.
 */
export class SubscriberOverview {
  private readonly channels: SiteList<typeof SITE_SCHEMA.channels>;
  private readonly chats: SiteList<typeof SITE_SCHEMA.personalChats>;
  private readonly marks: { readonly channels: ChangeLog; readonly chats: ChangeLog };
  private keptChannels?: Kept<readonly ListedChannel[]>;
  private keptPeople?: Kept<SubscriberList['people']>;

  public constructor(connection: SiteConnection) {
    this.channels = new SiteList(connection, SITE_SCHEMA.channels);
    this.chats = new SiteList(connection, SITE_SCHEMA.personalChats);
    this.marks = { channels: new ChangeLog(connection, SITE_SCHEMA.channels), chats: new ChangeLog(connection, SITE_SCHEMA.personalChats) };
  }

  /** Everybody who gets reminders, and the channels that get none at present. @throws SiteError */
  public async read(): Promise<SubscriberList> {
    // The marks are asked for first: what happens in between is then seen at the next reading.
    const [channelMark, chatMark] = await Promise.all([this.marks.channels.currentToken(), this.marks.chats.currentToken()]);
    const [channels, people] = await Promise.all([
      this.keptChannels?.mark === channelMark ? this.keptChannels.value : this.readChannels(),
      this.keptPeople?.mark === chatMark ? this.keptPeople.value : this.readPeople()
    ]);
    this.keptChannels = { mark: channelMark, value: channels };
    this.keptPeople = { mark: chatMark, value: people };
    return { channels, people };
  }

  /**
   * Pauses a channel or lets its reminders go on.
   * @throws SiteError `changedByOthers` when it is no longer as it was shown
   */
  public async setStatus({ id, etag }: ListedChannel, status: Exclude<ChannelStatus, 'closed'>): Promise<void> {
    await this.channels.update(id, { ChannelStatus: status }, etag);
  }

  private async readChannels(): Promise<ListedChannel[]> {
    const rows = await allInWindows<ChannelRow>(this.channels, CHANNEL_COLUMNS);
    return rows.map((row) => {
      const key = textOf(row.ConversationKey) ?? '';
      return {
        id: row.Id,
        etag: row['odata.etag'],
        key,
        title: textOf(row.Title) ?? key,
        isMail: isMailingKey(key),
        language: choiceOf(row.ChannelLanguage, LANGUAGES) ?? 'en',
        kinds: listOf(row.ReminderKinds),
        status: choiceOf(row.ChannelStatus, CHANNEL_STATUSES) ?? 'active'
      };
    });
  }

  private async readPeople(): Promise<SubscriberList['people']> {
    const rows = await allInWindows<{ readonly ReminderKinds: unknown }>(this.chats, ['ReminderKinds'], "ChatReminders eq 1 and ChatStatus eq 'active'");
    return rows.map((row) => ({ kinds: listOf(row.ReminderKinds) }));
  }
}
