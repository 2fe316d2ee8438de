import { receiptFacts, wordNext } from '../receipt';
import type { ReceiptParts } from '../receipt';
import { receiptButton } from '../receiptFile';
import { deskCard, factRows, openDeskButton, openDocumentButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { documentName } from './documentName';

/** How a file came into the library. */
export interface Sending {
  /** The name of the file as it was sent; another one in the library is told. */
  readonly sentAs: string;
  /** Whether the sender is its author there; if not, they are told whom to ask. */
  readonly isInTheirName: boolean;
}

/** The receipt of a contribution that was submitted in the chat. */
export function receiptCard(parts: ReceiptParts, { sentAs, isInTheirName }: Sending, deskUrl: string): DeskCard {
  const { contribution, group, translator } = parts;
  const document = documentName(contribution, group, translator);
  const next = wordNext(parts);
  const isRenamed = contribution.fileName !== sentAs;
  return deskCard(
    translator.t(`bot.contribution.state.${contribution.docStatus ?? 'unchecked'}`, { document }),
    [
      ...(isRenamed ? [paragraph(translator.t('bot.submit.renamed', { fileName: contribution.fileName }), { isSubtle: true })] : []),
      ...factRows(receiptFacts(parts)),
      ...(isInTheirName ? [] : [paragraph(translator.t('bot.submit.notInYourName', { address: group.secretariatAddress }), { color: 'Warning' })]),
      ...(next === undefined ? [] : [{ ...paragraph(next), spacing: 'Large' as const }])
    ],
    [receiptButton(contribution.id, translator), openDocumentButton(contribution.url, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}
