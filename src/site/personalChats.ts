import { LANGUAGES } from '../rules/language';
import type { Language } from '../rules/language';
import { choiceOf, textOf } from './columnValues';
import type { Row } from './columnValues';
import type { SiteConnection } from './connection';
import { isSiteError } from './errors';
import { quoted } from './odata';
import { CHAT_STATUSES, SITE_SCHEMA } from './schema';
import { ANY_VERSION, SiteList } from './siteList';

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

/** The people whom the bot can tell something, because they installed it or talked to it. */
export class PersonalChats {
  private readonly list: SiteList<typeof SITE_SCHEMA.personalChats>;

  public constructor(connection: SiteConnection) {
    this.list = new SiteList(connection, SITE_SCHEMA.personalChats);
  }

  /** The open chat of the person with an address; undefined when the bot does not know the person. */
  public async byEmail(email: string): Promise<PersonalChat | undefined> {
    const row = await this.list.find(`PersonEmail eq ${quoted(email.toLowerCase())} and ChatStatus eq 'active'`);
    return row === undefined ? undefined : chatOf(row);
  }

  /** Enters a person or brings what is known up to date; a chat that was closed is open again. */
  public async remember(chat: PersonalChat): Promise<void> {
    const values = {
      Title: chat.email,
      PersonEmail: chat.email.toLowerCase(),
      Reference: chat.reference,
      ChatLanguage: chat.language,
      ChatStatus: 'active'
    };
    const known = await this.find(chat.personKey);
    if (known !== undefined) {
      await this.list.update(known.Id, values, ANY_VERSION);
      return;
    }
    try {
      await this.list.add({ ...values, PersonKey: chat.personKey });
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
