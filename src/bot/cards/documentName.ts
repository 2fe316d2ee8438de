import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Contribution } from '../../site/contribution';
import { plainText } from './plainText';

/** The longest title that stands within a sentence. */
const LONGEST_TITLE = 120;

/** What people call a document: its symbol or number when it has one, and its title, or else its file's name. */
export function documentName(contribution: Contribution, group: WorkingGroup, translator: Translator<MessageKey>): string {
  const { docSymbol, docNumber, title, fileName } = contribution;
  const symbol = docSymbol ?? (docNumber === undefined ? undefined : `${group.acronym}/${docNumber}`);
  const quoted = translator.t('bot.contribution.quoted', { title: plainText(title ?? fileName, LONGEST_TITLE) });
  return symbol === undefined ? quoted : `${plainText(symbol)} ${quoted}`;
}
