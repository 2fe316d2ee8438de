import type { IExecuteAction } from '@microsoft/teams.cards';
import type { MessageKey } from '../../messages/allMessages';
import { wordShortDate } from '../../messages/dates';
import type { Translator } from '../../messages/translator';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { Delegation } from '../../site/delegations';
import type { LanguageBoard } from '../languageBoard';
import type { LanguageWish } from '../languageWish';
import { commandButton } from './cardCommand';
import type { CardCommand } from './cardCommand';
import { MOST_CHOICES } from './chooseCard';
import { meetingLine } from './deadlineCard';
import { deskCard, factRows, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';
import { ownFacts, requestDeadlineFact, requestFacts, wordLanguages } from './languageRows';

/** The verb of the buttons that answer whether a wish is meant. */
export const CONFIRM_VERB = 'confirmWish';

/** Several meetings to choose from. @param commandFor what choosing one asks the bot for */
export function chooseMeetingCard(meetings: readonly Meeting[], commandFor: (meeting: Meeting) => CardCommand, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const { language } = translator;
  const buttons = meetings.slice(0, MOST_CHOICES).map((meeting) => commandButton(`${wordShortDate(meeting.start, language)} · ${meeting.title}`, commandFor(meeting), language));
  return deskCard(translator.t('bot.language.whichMeeting'), [], [...buttons, openDeskButton(deskUrl, translator)], translator);
}

/** Several delegations to choose from. @param commandFor what choosing one asks the bot for */
export function chooseDelegationCard(
  delegations: readonly Delegation[],
  commandFor: (delegation: Delegation) => CardCommand,
  deskUrl: string,
  translator: Translator<MessageKey>
): DeskCard {
  const buttons = delegations.slice(0, MOST_CHOICES).map((delegation) => commandButton(delegation.name, commandFor(delegation), translator.language));
  return deskCard(translator.t('bot.language.whichDelegation'), [], [...buttons, openDeskButton(deskUrl, translator)], translator);
}

/** Asks whether a wish is meant, because it acts in a delegation's name. */
export function confirmWishCard(wish: LanguageWish, delegation: Delegation, board: LanguageBoard, group: WorkingGroup, translator: Translator<MessageKey>): DeskCard {
  const isLate = wish.wish === 'ask' && board.deadline.daysLeft < 0;
  return deskCard(
    translator.t(`bot.language.confirm.${wish.wish}`, { delegation: delegation.name, languages: wordLanguages(wish.languages, translator) }),
    [
      meetingLine(board.meeting, translator),
      ...(isLate ? [paragraph(translator.t('bot.language.wouldBeLate'), { color: 'Warning' })] : []),
      ...factRows([requestDeadlineFact(board, group, translator)])
    ],
    [confirmButton(wish, true, translator), confirmButton(wish, false, translator)],
    translator
  );
}

/** What became of a wish. */
export interface WishOutcome {
  readonly wish: LanguageWish;
  readonly delegation: Delegation;
  /** Whether anything was changed; otherwise it stood so already. */
  readonly hasChanged: boolean;
  /** Only those who speak for the delegation read it; before others its other requests are not repeated as theirs. */
  readonly isPrivate?: true;
}

/** What the site holds after a wish. */
export function wishDoneCard({ wish, delegation, hasChanged, isPrivate }: WishOutcome, board: LanguageBoard, group: WorkingGroup, deskUrl: string, translator: Translator<MessageKey>): DeskCard {
  const own = board.own.filter((request) => request.delegation.id === delegation.id);
  const isLate = wish.wish === 'ask' && own.some(({ language, isLate: late }) => late && wish.languages.includes(language));
  return deskCard(
    translator.t(`bot.language.${hasChanged ? 'done' : 'already'}.${wish.wish}`, { delegation: delegation.name, languages: wordLanguages(wish.languages, translator) }),
    [
      meetingLine(board.meeting, translator),
      ...(isLate ? [paragraph(translator.t('bot.language.isLate'), { color: 'Warning' })] : []),
      ...factRows([
        ...requestFacts(board.tallies.filter(({ language }) => wish.languages.includes(language)), translator),
        ...(isPrivate === true ? ownFacts(own, translator) : []),
        requestDeadlineFact(board, group, translator)
      ])
    ],
    [commandButton(translator.t('bot.language.button.state'), { command: 'languages', meetingId: board.meeting.id }, translator.language), openDeskButton(deskUrl, translator)],
    translator
  );
}

/** `Action.Execute` with the same as `Action.Submit` for clients that do not know it; see the completion card. */
function confirmButton(wish: LanguageWish, isConfirmed: boolean, translator: Translator<MessageKey>): IExecuteAction {
  const title = translator.t(isConfirmed ? `bot.language.yes.${wish.wish}` : 'bot.language.no');
  const data = { language: translator.language, desk: { ...wish, command: 'confirmWish', isConfirmed } };
  return {
    type: 'Action.Execute',
    verb: CONFIRM_VERB,
    title,
    data,
    ...(isConfirmed ? { style: 'positive' as const } : {}),
    fallback: { type: 'Action.Submit', title, data }
  };
}
