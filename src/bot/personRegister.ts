import type { TurnContext } from 'botbuilder';
import type { Language } from '../rules/language';
import type { DeskSite } from '../site/deskSite';
import { postingPlaceOf, storePlace } from './conversation';
import type { PendingRegistrations } from './pendingRegistrations';
import { PersonNotVerifiedError, verifiedPerson } from './verifiedPerson';

/** Keeps the site's list of the people whom the bot can tell something in their own chat. */
export class PersonRegister {
  /** Who was entered by this process with which language, so that not every message is a request to Teams and to the site. */
  private readonly entered = new Map<string, Language>();

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
}
