import type { Temporal } from 'temporal-polyfill';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import type { ReminderSettings } from '../rules/reminderSettings';
import { choiceOf, instantOf, listOf, modifiedAt, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { isMailingKey, mailingKey, readMailAddress, storeMailAddress } from './mailingAddress';
import { quoted } from './odata';
import { postingColumns, postingIn } from './postingColumns';
import { CHANNEL_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, inRange, SiteList } from './siteList';
import type { IdRange } from './siteList';
import { kindsChosenNow, subscribedNow, subscribedSince } from './subscribedSince';
import type { SubscribedSince } from './subscribedSince';

/** Whether a channel gets reminders: `paused` by the secretariat, `closed` when the bot was removed. */
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number];

/** What gets reminders: a Teams conversation in which the bot is installed, or a mailing address. */
export interface Channel extends ReminderSettings, SubscribedSince {
  readonly id: number;
  /** The conversation's id in Teams, at most 255 characters, or `mailto:` and a mailing address. */
  readonly conversationKey: string;
  readonly title: string;
  /** Conversation reference or mailing address, JSON. */
  readonly reference: string;
  readonly status: ChannelStatus;
}

/** A channel that gets no reminders any more. */
export interface ClosedChannel extends Channel {
  /** When it was closed, by the site's clock; stays the same whatever is changed of it afterwards. */
  readonly closedAt: Temporal.Instant;
}

/** A row of the list. */
export interface ChannelRow {
  readonly id: number;
  /** When anybody changed it last, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
  /** Undefined for a row that gets no reminders. */
  readonly active?: Channel;
}

/** What the bot knows of a conversation. */
export type ChannelRegistration = Pick<Channel, 'conversationKey' | 'reference' | 'language' | 'kinds'> &
  Partial<Pick<Channel, 'title'>>;

/** The Teams conversations and mailing addresses that reminders go to. */
export class Channels {
  private readonly list: SiteList<typeof SITE_SCHEMA.channels>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.channels);
  }

  /** The channels that get reminders. */
  public async active(): Promise<Channel[]> {
    // Not by a filter: the site refuses one that lets more than 5,000 items through.
    return (await this.list.all()).map(channelOf).filter(({ status }) => status === 'active');
  }

  /** The whole list, or the rows with ids in a range, a page at a time, so that it need not be held. */
  public async *pages(range?: IdRange): AsyncGenerator<ChannelRow[]> {
    for await (const page of this.list.pages(range === undefined ? undefined : inRange(range))) {
      yield page.map((row) => {
        const channel = channelOf(row);
        return { id: row.Id, modifiedAt: modifiedAt(row), ...(channel.status === 'active' ? { active: channel } : {}) };
      });
    }
  }

  /** How many rows the list has. */
  public async count(): Promise<number> {
    return this.list.count();
  }

  /**
   * The channels that were closed because the bot was removed or the conversation is gone; without those that somebody closed
   * by hand in the list.
   */
  public async closed(): Promise<ClosedChannel[]> {
    return (await this.list.all()).flatMap((row) => {
      const closedAt = row.ChannelStatus === 'closed' ? instantOf(row.ClosedAt) : undefined;
      return closedAt === undefined ? [] : [{ ...channelOf(row), closedAt }];
    });
  }

  /** All channels that were ever entered, whatever their state. */
  public async all(): Promise<Channel[]> {
    return (await this.list.all()).map(channelOf);
  }

  /** The channel with a conversation's id; undefined when it was never entered. */
  public async byKey(conversationKey: string): Promise<Channel | undefined> {
    const row = await this.find(conversationKey);
    return row === undefined ? undefined : channelOf(row);
  }

  /**
   * Records what a conversation wants of the reminders, and whether it gets any.
   * @throws SiteError `notFound` when it was never entered
   */
  public async subscribe(conversationKey: string, settings: ReminderSettings, status: Exclude<ChannelStatus, 'closed'>): Promise<void> {
    const known = await this.find(conversationKey);
    if (known === undefined) {
      throw new SiteError('notFound', 'The conversation has not been entered');
    }
    const { language, kinds } = settings;
    const since = known.ChannelStatus !== 'active' && status === 'active' ? subscribedNow(this.connection.clock) : kindsChosenNow(known, kinds, this.connection.clock);
    const values = { ChannelLanguage: language, ReminderKinds: kinds.join(','), ChannelStatus: status, ...postingColumns(settings), ...since };
    await this.list.update(known.Id, values, ANY_VERSION);
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

  /**
   * Enters a mailing address, e.g. of a mailing list, or changes the language of one. One that was closed becomes active
   * again; one that the secretariat paused stays paused.
   * @throws SiteError `invalid` when the text is no address
   */
  public async addMailingAddress(text: string, language: Language): Promise<void> {
    const address = readMailAddress(text);
    if (address === undefined) {
      throw new SiteError('invalid', 'This is not an e-mail address, or it is longer than 160 characters. An address is such as list@example.org');
    }
    const conversationKey = mailingKey(address);
    const known = await this.find(conversationKey);
    await this.upsert({ conversationKey, title: address, reference: storeMailAddress(address), language, kinds: listOf(known?.ReminderKinds) });
  }

  /** Stops reminders to a conversation, because the bot was removed or the conversation is gone. */
  public async close(conversationKey: string): Promise<void> {
    const known = await this.find(conversationKey);
    if (known === undefined || known.ChannelStatus === 'closed') {
      return;
    }
    try {
      // One closing has one stamp, also when two services close at once.
      await this.list.update(known.Id, { ChannelStatus: 'closed', ClosedAt: this.connection.clock.now().toString() }, known['odata.etag']);
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers')) {
        throw error;
      }
      await this.close(conversationKey);
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
      await this.list.add({ ...values, Title: title ?? conversationKey, ConversationKey: conversationKey, ChannelStatus: 'active', ...subscribedNow(this.connection.clock) });
    } else {
      const since = known.ChannelStatus === 'closed' ? { ChannelStatus: 'active', ClosedAt: null, ...subscribedNow(this.connection.clock) } : kindsChosenNow(known, kinds, this.connection.clock);
      await this.list.update(known.Id, { ...values, ...since }, known['odata.etag']);
    }
  }

  private find(conversationKey: string): Promise<Row<typeof SITE_SCHEMA.channels> | undefined> {
    return this.list.find(`ConversationKey eq ${quoted(conversationKey)}`);
  }
}

function channelOf(row: Row<typeof SITE_SCHEMA.channels>): Channel {
  const conversationKey = textOf(row.ConversationKey) ?? '';
  // A mailing address is entered by hand as well; then it counts when its row was last changed.
  const changedAt = isMailingKey(conversationKey) ? instantOf(row.Modified) : undefined;
  return {
    id: row.Id,
    conversationKey,
    title: textOf(row.Title) ?? conversationKey,
    reference: textOf(row.Reference) ?? '',
    language: choiceOf(row.ChannelLanguage, LANGUAGES) ?? 'en',
    kinds: listOf(row.ReminderKinds),
    ...postingIn(row),
    ...(changedAt === undefined ? {} : { since: changedAt }),
    ...subscribedSince(row),
    status: choiceOf(row.ChannelStatus, CHANNEL_STATUSES) ?? 'active'
  };
}
