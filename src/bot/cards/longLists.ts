import type { IRichTextBlock } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import { paragraph } from './deskCard';

/** The last of a list that is in order of time. */
export function newestOf<T>(items: readonly T[], most: number): readonly T[] {
  return items.slice(-most);
}

/** The line that says how many are left out; none when none are. */
export function moreLine(count: number, translator: Translator<MessageKey>): IRichTextBlock[] {
  return count <= 0 ? [] : [paragraph(translator.t('bot.answer.more', { count }), { isSubtle: true, size: 'Small' })];
}
