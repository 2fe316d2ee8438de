import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { InterpretationDecision } from '../../rules/interpretation';
import type { Meeting } from '../../rules/meeting';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { outcomeFacts, wordOutcomes } from './languageRows';

/**
 * Announces which languages are interpreted at a meeting and why.
 * @param decision with the secretariat's reason, which is shown where it decided otherwise than the rules
 */
export function interpretationCard(meeting: Meeting, decision: InterpretationDecision & { readonly reason: string }, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const hasNoFunds = decision.outcomes.some(({ reason }) => reason === 'noFunds');
  return deskCard(
    wordOutcomes(decision.outcomes, meeting.title, translator),
    [
      meetingLine(meeting, translator),
      ...(hasNoFunds ? [paragraph(translator.t('bot.language.reason.noFunds'))] : []),
      ...factRows(outcomeFacts(decision, translator))
    ],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
