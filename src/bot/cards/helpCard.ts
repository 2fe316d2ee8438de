import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

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
      ...(occasion === 'notUnderstood' ? [] : [paragraph(translator.t('bot.help.intro'))]),
      ...(occasion === 'personalWelcome' ? [paragraph(translator.t('bot.help.inTeam'), { isSubtle: true, size: 'Small' })] : [])
    ],
    [
      commandButton(translator.t('bot.ask.deadline'), { command: 'deadline', topic: 'any' }, language),
      commandButton(translator.t('bot.ask.languages'), { command: 'deadline', topic: 'interpretation' }, language),
      commandButton(translator.t('bot.ask.contributions'), { command: 'latestContributions' }, language),
      openDeskButton(deskUrl, translator)
    ],
    translator
  );
}
