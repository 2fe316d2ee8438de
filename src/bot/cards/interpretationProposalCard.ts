import type { MessageKey } from '../../messages/allMessages';
import type { Translator } from '../../messages/translator';
import type { InterpretationPhase, LanguageOutcome } from '../../rules/interpretation';
import type { LanguageTally } from '../../rules/languageRequest';
import type { Meeting } from '../../rules/meeting';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { outcomeFacts, requestFacts, wordLanguages } from './languageRows';

/** What the rules propose for the interpretation at a meeting. */
export interface InterpretationProposal {
  readonly meeting: Meeting;
  /** Whether it is to be decided for the first time or again. */
  readonly phase: Extract<InterpretationPhase, 'toDecide' | 'reopened'>;
  readonly outcomes: readonly LanguageOutcome[];
  readonly tallies: readonly LanguageTally[];
}

/** Proposes to the secretariat which languages are interpreted, with the reason for each and the requests behind it. */
export function interpretationProposalCard({ meeting, phase, outcomes, tallies }: InterpretationProposal, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const provided = outcomes.filter(({ isProvided }) => isProvided).map(({ language }) => language);
  return deskCard(
    translator.t(`bot.language.propose.${phase}`, { meeting: meeting.title, languages: wordLanguages(provided, translator) }),
    [
      meetingLine(meeting, translator),
      ...factRows(outcomeFacts({ outcomes, reason: '' }, translator)),
      ...factRows(requestFacts(tallies, translator)),
      paragraph(translator.t('bot.language.propose.why'), { isSubtle: true, size: 'Small' })
    ],
    [openDeskButton(deskUrl, translator)],
    translator
  );
}
