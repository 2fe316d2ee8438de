import type { TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Language } from '../rules/language';
import type { DeskSite } from '../site/deskSite';
import { isSiteError } from '../site/errors';
import { postingPlaceOf, storePlace } from './conversation';
import type { PendingRegistrations } from './pendingRegistrations';
import { PersonNotVerifiedError, verifiedPerson } from './verifiedPerson';

/** More people than talk to the bot at once. */
const MOST_CHOICES = 5000;

/** Keeps the site's list of the people whom the bot can tell something in their own chat, and their language. */
export class PersonRegister {
  /** Who was entered by this process with which language, so that not every message is a request to Teams and to the site. */
  private readonly entered = new Map<string, Language>();
  /** What each person chose, by their id in Teams, as the site had it when they were first met; `none` when they did not. */
  private readonly choices = new LRUCache<string, Language | 'none'>({ max: MOST_CHOICES });

  /** @param onKnown told of the address of a person who was entered */
  public constructor(
    private readonly chats: DeskSite['personalChats'],
    private readonly pending: PendingRegistrations,
    private readonly onKnown: (email: string) => void
  ) {}

  /**
   * Enters the person who talks to the bot in a personal chat; anywhere else nothing happens.
   * @param language the person's; undefined when the event does not tell, then English until one does
   */
  public async remember(context: TurnContext, language: Language | undefined): Promise<void> {
    const { activity } = context;
    if (activity.conversation.conversationType !== 'personal') {
      return;
    }
    const who = [activity.from.id, activity.conversation.id, activity.serviceUrl].join(' ');
    const known = this.entered.get(who);
    if (known !== undefined && known === (language ?? known)) {
      return;
    }
    const place = postingPlaceOf(activity);
    try {
      const { key, email } = await verifiedPerson(context);
      await this.pending.attempt(`person ${key}`, async () => {
        await this.chats.remember({ personKey: key, email, reference: storePlace(place), language: language ?? 'en' });
        this.entered.set(who, language ?? 'en');
        this.onKnown(email);
      });
    } catch (error) {
      // The person is asked for again with the next message.
      if (!(error instanceof PersonNotVerifiedError)) {
        throw error;
      }
    }
  }

  /** The language that the sender chose to be answered in; undefined when they chose none or it cannot be told now. */
  public async chosenLanguage(context: TurnContext): Promise<Language | undefined> {
    const { id, aadObjectId } = context.activity.from;
    const known = this.choices.get(id);
    if (known !== undefined) {
      return known === 'none' ? undefined : known;
    }
    try {
      const chosen = await this.chats.chosenLanguage(aadObjectId?.toLowerCase() ?? (await verifiedPerson(context)).key);
      this.choices.set(id, chosen ?? 'none');
      return chosen;
    } catch (error) {
      if (!isSiteError(error) && !(error instanceof PersonNotVerifiedError)) {
        throw error;
      }
      return undefined;
    }
  }

  /**
   * Keeps the language that the sender wants to be answered in, with their personal chat.
   * @returns false when the bot has no personal chat with them and this is none
   * @throws PersonNotVerifiedError or SiteError; nothing is kept then
   */
  public async chooseLanguage(context: TurnContext, language: Language): Promise<boolean> {
    const { activity } = context;
    const { key, email } = await verifiedPerson(context);
    if (activity.conversation.conversationType === 'personal') {
      await this.chats.remember({ personKey: key, email, reference: storePlace(postingPlaceOf(activity)), language });
      this.onKnown(email);
    }
    const isKept = await this.chats.chooseLanguage(key, language);
    if (isKept) {
      this.choices.set(activity.from.id, language);
    }
    return isKept;
  }
}
