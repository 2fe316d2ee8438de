import type { ISubmitAction } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import { wordDeadline } from '../../messages/dates';
import { languageName } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import type { Language } from '../../rules/language';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { LanguageBoard } from '../languageBoard';
import { commandButton } from './cardCommand';
import { wordDeadlineSentence } from '../../messages/reminderWording';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { interpretationCard } from './interpretationCard';
import { headingOf, ownFacts, requestDeadlineFact, requestFacts } from './languageRows';

/**
 * What is asked for about the interpretation at a meeting, with buttons to ask and to withdraw; once it is decided, the
 * decision.
 * @param question which languages it is about; and whether it was not understood, so that the buttons must tell
 */
export function languageStateCard(
  board: LanguageBoard,
  question: { readonly languages: readonly Language[]; readonly isUnsure?: boolean },
  group: WorkingGroup,
  deskUrl: string,
  translator: Translator<MessageKey>,
  ownZone?: string
): DeskCard {
  const { meeting, decision, phase, tallies, own } = board;
  if (phase === 'decided' && decision !== undefined) {
    return interpretationCard(meeting, decision, deskUrl, translator);
  }
  const state = phaseSentence(board, group, translator);
  const sentence = question.isUnsure === true ? translator.t('bot.language.unsure') : (countSentence(board, question.languages, translator) ?? state);
  return deskCard(
    sentence,
    [
      meetingLine(meeting, translator),
      ...(sentence === state ? [] : [paragraph(state)]),
      ...factRows([
        ...requestFacts(tallies, translator),
        ...ownFacts(own, translator),
        requestDeadlineFact(board, group, translator, ownZone)
      ])
    ],
    [...wishButtons(board, question.languages, translator), openDeskButton(deskUrl, translator)],
    translator
  );
}

/** Where the decision stands while there is none that holds, in one sentence. */
function phaseSentence({ phase, deadline }: LanguageBoard, group: WorkingGroup, translator: Translator<MessageKey>): string {
  if (phase === 'collecting') {
    return wordDeadlineSentence(deadline, group, translator);
  }
  return phase === 'reopened' ? translator.t('bot.language.reopened') : translator.t('bot.language.toDecide', { when: wordDeadline(deadline.deadline, group, translator) });
}

/** The answer about one language while nothing is decided. */
function countSentence({ tallies }: LanguageBoard, languages: readonly Language[], translator: Translator<MessageKey>): string | undefined {
  const tally = languages.length === 1 ? tallies.find(({ language }) => language === languages[0]) : undefined;
  if (tally === undefined) {
    return undefined;
  }
  const language = headingOf(tally.language, translator);
  const count = tally.delegations.length;
  return tally.threshold === undefined
    ? translator.t('bot.language.countOnlyOf', { language, count })
    : translator.t('bot.language.countOf', { language, count, threshold: tally.threshold });
}

/** A button for each language that can still be asked for or withdrawn; those that the question names come first. */
function wishButtons({ meeting, tallies, own }: LanguageBoard, named: readonly Language[], translator: Translator<MessageKey>): ISubmitAction[] {
  return tallies
    .map(({ language }) => language)
    .sort((a, b) => Number(named.includes(b)) - Number(named.includes(a)))
    .map((language) => {
      const wish = own.some((request) => request.language === language) ? 'withdraw' : 'ask';
      const label = translator.t(`bot.language.button.${wish}`, { language: languageName(language, translator.language) });
      return commandButton(label, { command: 'wish', wish, languages: [language], meetingId: meeting.id }, translator.language);
    });
}
