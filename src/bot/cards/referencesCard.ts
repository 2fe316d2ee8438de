import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import { deskCard, factRows, openDeskButton } from './deskCard';
import type { DeskCard } from './deskCard';
import { moreLine } from './longLists';

/** More rows do not fit on a phone. */
const MOST_REFERENCES = 10;

/** A document that the group works from. */
export interface Reference {
  readonly symbol: string;
  readonly title?: string;
  readonly url?: string;
}

/** The documents that the group works from, each leading to where it is. */
export function referencesCard(references: readonly Reference[], deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const count = references.length;
  const shown = references.slice(0, MOST_REFERENCES);
  return deskCard(
    count === 0 ? translator.t('bot.answer.references.none') : translator.t('bot.answer.references.some', { count }),
    [
      ...factRows(shown.map(({ symbol, title, url }) => ({ label: symbol, value: title ?? symbol, ...(url === undefined ? {} : { url }) }))),
      ...moreLine(count - shown.length, translator)
    ],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
