import type { MessageKey } from '../messages/allMessages';
import type { Translator } from '../messages/translator';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';
import type { Contribution } from '../site/contribution';
import { formFacts, problemFacts, problemsOf, standingFacts } from './cards/contributionFacts';
import type { Fact } from './cards/deskCard';

/** What a receipt of a contribution is made from. */
export interface ReceiptParts {
  readonly contribution: Contribution;
  readonly meeting: Meeting | undefined;
  readonly group: WorkingGroup;
  readonly translator: Translator<MessageKey>;
}

/** The lines of a receipt, the same on the card and in the file: all by the library's own record. */
export function receiptFacts({ contribution, meeting, group, translator }: ReceiptParts): Fact[] {
  return [
    ...problemFacts(problemsOf(contribution, translator), translator),
    ...standingFacts(contribution, meeting, group, translator),
    { label: translator.t('field.title'), value: contribution.title ?? contribution.fileName },
    ...formFacts(contribution, meeting, translator),
    { label: translator.t('field.symbol'), value: contribution.docSymbol ?? translator.t('bot.submit.numberPending') },
    { label: translator.t('bot.submit.file'), value: contribution.fileName }
  ];
}

/** What happens next with a contribution, and what its author can do; undefined when nothing more does. */
export function wordNext({ contribution: { docStatus, standing }, translator }: ReceiptParts): string | undefined {
  if (docStatus === 'needsAttention') {
    return translator.t('bot.submit.next.attention');
  }
  const isUnderWay = docStatus === undefined || docStatus === 'received' || docStatus === 'held';
  return isUnderWay && standing !== undefined ? translator.t(`bot.submit.next.${standing}`) : undefined;
}

/** A receipt as a plain text. */
export function receiptText(parts: ReceiptParts): string {
  const { group, translator } = parts;
  const lines = receiptFacts(parts).map(({ label, value, note }) => `${label}: ${value}${note === undefined ? '' : `\r\n  ${note}`}`);
  const next = wordNext(parts);
  return [`${translator.t('bot.submit.receipt.title')} · ${group.acronym}`, '', ...lines, ...(next === undefined ? [] : ['', next]), ''].join('\r\n');
}
