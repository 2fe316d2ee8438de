import type { Contribution } from '../../site/contribution';
import { receiptText } from '../receipt';
import type { ReceiptRequest } from '../receiptFile';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/** A file for a person. */
export interface ReceiptFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Programs that open a text without knowing its encoding take it from this. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The receipt of a contribution as a file, for its author and for the secretariat only.
 * @returns undefined for everybody else, and when the document is gone
 * @throws SiteError
 * @throws PersonNotVerifiedError
 */
export async function receiptFile({ contributionId }: ReceiptRequest, sources: AnswerSources, { group, meetings, translator }: AnswerContext): Promise<ReceiptFile | undefined> {
  const { email } = await sources.person();
  const contribution = await sources.site.contributions.get(contributionId);
  if (contribution === undefined || !(await isFor(email, contribution, sources))) {
    return undefined;
  }
  const meeting = meetings.find(({ id }) => id === contribution.meetingId);
  return {
    name: `${translator.t('bot.submit.receipt.fileName', { id: contributionId })}.txt`,
    content: new TextEncoder().encode(BYTE_ORDER_MARK + receiptText({ contribution, meeting, group, translator }))
  };
}

async function isFor(email: string, { createdBy }: Contribution, { site }: AnswerSources): Promise<boolean> {
  return createdBy.email.toLowerCase() === email || site.isSecretariat(email);
}
