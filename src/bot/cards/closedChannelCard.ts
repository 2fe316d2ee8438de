import type { MessageKey } from '../../messages/allMessages';
import { isolate } from '../../messages/isolate';
import type { Translator } from '../../messages/translator';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

/** Tells the secretariat which channels get no reminders any more, and what brings them back. */
export function closedChannelCard(titles: readonly string[], deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  return deskCard(
    translator.t('bot.closed.sentence', { count: titles.length }),
    [...titles.map((title) => paragraph(isolate(title), { weight: 'Bolder' })), paragraph(translator.t('bot.closed.why')), paragraph(translator.t('bot.closed.next'))],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
