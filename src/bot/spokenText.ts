import { TurnContext } from 'botbuilder';
import type { Activity } from 'botbuilder';

/** The words of a message: without the mention of the bot, and without the markup that mentions and editors leave. */
export function spokenText(activity: Activity): string {
  const text = TurnContext.removeRecipientMention(activity) ?? activity.text ?? '';
  return text
    .replace(/<at[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .trim();
}
