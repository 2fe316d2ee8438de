import type { Meeting } from '../../rules/meeting';
import type { CardCommand } from '../cards/cardCommand';
import { noMeetingCard } from '../cards/deadlineCard';
import type { DeskCard } from '../cards/deskCard';
import { chooseMeetingCard } from '../cards/wishCards';
import type { AnswerContext } from './answerContext';

/** Asks which of several meetings is meant; says so when none is planned. @param commandFor what choosing one asks the bot for */
export function chooseAmong(meetings: readonly Meeting[], commandFor: (meeting: Meeting) => CardCommand, { deskUrl, translator }: AnswerContext): DeskCard {
  return meetings.length === 0 ? noMeetingCard(deskUrl, translator) : chooseMeetingCard(meetings, commandFor, deskUrl, translator);
}
