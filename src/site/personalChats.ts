import type { Temporal } from 'temporal-polyfill';
import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import type { ReminderSettings } from '../rules/reminderSettings';
import { choiceOf, listOf, modifiedAt, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { SiteError, isSiteError } from './errors';
import { quoted } from './odata';
import { postingColumns, postingIn } from './postingColumns';
import { CHAT_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, inRange, SiteList } from './siteList';
import type { IdRange } from './siteList';
import { kindsChosenNow, subscribedNow, subscribedSince } from './subscribedSince';
import type { SubscribedSince } from './subscribedSince';

/** A person's own conversation with the bot. */
export interface PersonalChat {
  /** The person's id in the directory. */
  readonly personKey: string;
  /** The person's address as the directory says it, in small letters. */
  readonly email: string;
  /** Conversation reference, JSON. */
  readonly reference: string;
  readonly language: Language;
}

/** A person's own conversation with what they want of the reminders. */
export interface RemindedChat extends PersonalChat, SubscribedSince {
  /** What they chose last, also when they want none now. */
  readonly reminders: ReminderSettings;
  readonly wantsReminders: boolean;
}

/** A row of the list. */
export interface ChatRow {
  readonly id: number;
  /** When anybody changed it last, by the site's clock. */
  readonly modifiedAt: Temporal.Instant;
  /** Undefined for a person who gets no reminders. */
  readonly reminded?: RemindedChat;
}

/** The people whom the bot can tell something, because they installed it or talked to it. */
export class PersonalChats {
  private readonly list: SiteList<typeof SITE_SCHEMA.personalChats>;

  public constructor(private readonly connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.personalChats);
  }

  /** The open chat of the person with an address; undefined when the bot does not know the person. */
  public async byEmail(email: string): Promise<PersonalChat | undefined> {
    const row = await this.list.find(`PersonEmail eq ${quoted(email.toLowerCase())} and ChatStatus eq 'active'`);
    return row === undefined ? undefined : chatOf(row);
  }

  /** The chat of a person by their id in the directory; undefined when the bot does not know the person. */
  public async byKey(personKey: string): Promise<RemindedChat | undefined> {
    const row = await this.find(personKey);
    return row === undefined ? undefined : remindedChatOf(row);
  }

  /** The open chats of the people who want reminders. */
  public async reminded(): Promise<RemindedChat[]> {
    // Not by a filter: the site refuses one that lets more than 5,000 items through.
    return (await this.list.all()).filter(isReminded).map(remindedChatOf);
  }

  /** The whole list, or the rows with ids in a range, a page at a time, so that it need not be held. */
  public async *pages(range?: IdRange): AsyncGenerator<ChatRow[]> {
    for await (const page of this.list.pages(range === undefined ? undefined : inRange(range))) {
      yield page.map((row) => ({ id: row.Id, modifiedAt: modifiedAt(row), ...(isReminded(row) ? { reminded: remindedChatOf(row) } : {}) }));
    }
  }

  /** How many rows the list has. */
  public async count(): Promise<number> {
    return this.list.count();
  }

  /**
   * Records what a person wants of the reminders, and whether they want any.
   * @throws SiteError `notFound` when the bot does not know the person
   */
  public async subscribe(personKey: string, settings: ReminderSettings, wantsReminders: boolean): Promise<void> {
    const known = await this.find(personKey);
    if (known === undefined) {
      throw new SiteError('notFound', 'The person has not been entered');
    }
    const { language, kinds } = settings;
    const since = known.ChatReminders !== true && wantsReminders ? subscribedNow(this.connection.clock) : kindsChosenNow(known, kinds, this.connection.clock);
    const values = { ChatReminders: wantsReminders, ReminderLanguage: language, ReminderKinds: kinds.join(','), ...postingColumns(settings), ...since };
    await this.list.update(known.Id, values, ANY_VERSION);
  }

  /** The language that a person chose; undefined for one who did not, or whom the bot does not know. */
  public async chosenLanguage(personKey: string): Promise<Language | undefined> {
    const known = await this.find(personKey);
    return known?.LanguageChosen === true ? choiceOf(known.ChatLanguage, LANGUAGES) : undefined;
  }

  /**
   * Keeps the language that a person chose, which {@link remember} then leaves alone.
   * @returns false when the bot does not know the person
   */
  public async chooseLanguage(personKey: string, language: Language): Promise<boolean> {
    const known = await this.find(personKey);
    if (known === undefined) {
      return false;
    }
    await this.list.update(known.Id, { ChatLanguage: language, LanguageChosen: true }, ANY_VERSION);
    return true;
  }

  /**
   * Enters a person or brings what is known up to date; a chat that was closed is open again. A language that the person
   * chose stays.
   */
  public async remember(chat: PersonalChat): Promise<void> {
    const values = { Title: chat.email, PersonEmail: chat.email.toLowerCase(), Reference: chat.reference, ChatStatus: 'active' };
    const ofTeams = { ChatLanguage: chat.language };
    const known = await this.find(chat.personKey);
    if (known !== undefined) {
      await this.list.update(known.Id, known.LanguageChosen === true ? values : { ...values, ...ofTeams }, ANY_VERSION);
      return;
    }
    try {
      await this.list.add({ ...values, ...ofTeams, PersonKey: chat.personKey });
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      // Teams tells of an installation in several events; another one was faster, and what it wrote is as new.
    }
  }

  /** Tells the person nothing more, because the bot was removed or the conversation is gone. */
  public async close(personKey: string): Promise<void> {
    const known = await this.find(personKey);
    if (known !== undefined && choiceOf(known.ChatStatus, CHAT_STATUSES) !== 'closed') {
      await this.list.update(known.Id, { ChatStatus: 'closed' }, ANY_VERSION);
    }
  }

  private find(personKey: string): Promise<Row<typeof SITE_SCHEMA.personalChats> | undefined> {
    return this.list.find(`PersonKey eq ${quoted(personKey)}`);
  }
}

function chatOf(row: Row<typeof SITE_SCHEMA.personalChats>): PersonalChat {
  return {
    personKey: textOf(row.PersonKey) ?? '',
    email: textOf(row.PersonEmail) ?? '',
    reference: textOf(row.Reference) ?? '',
    language: choiceOf(row.ChatLanguage, LANGUAGES) ?? 'en'
  };
}

function isReminded(row: Row<typeof SITE_SCHEMA.personalChats>): boolean {
  return row.ChatReminders === true && row.ChatStatus === 'active';
}

function remindedChatOf(row: Row<typeof SITE_SCHEMA.personalChats>): RemindedChat {
  const chat = chatOf(row);
  return {
    ...chat,
    wantsReminders: row.ChatReminders === true,
    ...subscribedSince(row),
    reminders: {
      language: choiceOf(row.ReminderLanguage, LANGUAGES) ?? chat.language,
      kinds: listOf(row.ReminderKinds),
      ...postingIn(row)
    }
  };
}
