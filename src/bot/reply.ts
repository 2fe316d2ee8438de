import { CardFactory, MessageFactory } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { translatorFor } from '../messages/allMessages';
import type { Language } from '../rules/language';
import { SiteNotSetUpError } from '../site/errors';
import type { SiteError } from '../site/errors';
import { messageCard } from './cards/chooseCard';
import type { DeskCard } from './cards/deskCard';

/**
 * A card as a message. The sentence goes into `summary`, which notifications and chat lists show, and into the card's
 * own `fallbackText`; it is not repeated in `text`, because Teams shows a message's text above its card and the
 * reader would get it twice.
 */
export function cardMessage({ card, summary }: DeskCard): Partial<Activity> {
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(card));
  return { ...message, summary };
}

/** What is wrong with the site and what to do. */
export function siteTroubleCard(error: SiteError, language: Language, deskUrl: string): DeskCard {
  const translator = translatorFor(language);
  return messageCard(translator.t(error instanceof SiteNotSetUpError ? 'bot.trouble.notSetUp' : 'bot.trouble.site'), deskUrl, translator);
}
