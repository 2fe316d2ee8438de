import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { IntentKind } from '../intents/intent';
import { MOST_CHOICES } from './chooseCard';
import { deskCard, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';
import { exampleButtons } from './examples';

/** What a message may have meant, a button each that asks it. @returns undefined when there is nothing to suggest */
export function suggestionCard(closest: readonly IntentKind[], deskUrl: string, translator: Translator<MessageKey>): DeskCard | undefined {
  const buttons = exampleButtons(closest, translator).slice(0, MOST_CHOICES);
  return buttons.length === 0 ? undefined : deskCard(translator.t('bot.answer.didYouMean'), [], [...buttons, openDeskButton(deskUrl, translator)], translator);
}
