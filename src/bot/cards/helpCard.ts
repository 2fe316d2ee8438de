import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { IntentKind } from '../intents/intent';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { CardElement, DeskCard } from './deskCard';
import { exampleButtons } from './examples';

/** What can be asked besides what has a button of its own. */
const MORE_EXAMPLES: readonly IntentKind[] = ['nextMeeting', 'standing', 'contributionStatus', 'news', 'languageRequest', 'howToSubmit', 'programme', 'references', 'coordinator', 'ownLanguage'];

/** Why the card is shown, which decides its first sentence. */
export type HelpOccasion = 'asked' | 'notUnderstood' | 'personalWelcome' | 'channelWelcome';

/** What the bot can do, with a button for each kind of question. Never a dead end. */
export function helpCard(occasion: HelpOccasion, groupName: string, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const { language } = translator;
  const sentence = {
    asked: translator.t('bot.welcome.personal', { group: groupName }),
    notUnderstood: translator.t('bot.unknown'),
    personalWelcome: translator.t('bot.welcome.personal', { group: groupName }),
    channelWelcome: translator.t('bot.welcome.channel', { group: groupName })
  }[occasion];
  return deskCard(
    sentence,
    [
      ...(occasion === 'notUnderstood' ? [] : [paragraph(translator.t('bot.help.intro')), ...exampleLines(translator)]),
      ...(occasion === 'personalWelcome' ? [paragraph(translator.t('bot.help.inTeam'), { isSubtle: true, size: 'Small' })] : [])
    ],
    [
      commandButton(translator.t('bot.ask.deadline'), { command: 'deadline', topic: 'any' }, language),
      commandButton(translator.t('bot.ask.interpretation'), { command: 'languages' }, language),
      commandButton(translator.t('bot.ask.languages'), { command: 'deadline', topic: 'interpretation' }, language),
      commandButton(translator.t('bot.ask.contributions'), { command: 'latestContributions' }, language),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}

/** Examples as lines of text, each of which asks its question when it is chosen. */
function exampleLines(translator: Translator<MessageKey>): CardElement[] {
  return exampleButtons(MORE_EXAMPLES, translator).map((button) => ({ ...paragraph(button.title ?? '', { selectAction: button }), spacing: 'Small' }));
}
