import { comingMeetings } from './meetingMeant';
import type { DeskCard } from '../cards/deskCard';
import { submitCard } from '../cards/submitCard';
import type { AnswerContext } from './answerContext';
import { countedDeadlines } from './countedDeadlines';

/** Where and how a contribution is sent, and until when for the next meeting that still takes some. */
export function answerHowToSubmit(context: AnswerContext): DeskCard {
  const { group, meetings, now } = context;
  const coming = comingMeetings(meetings, now, group.zone).map((meeting) => ({ meeting, deadlines: countedDeadlines('contributions', meeting, group, now).filter(({ daysLeft }) => daysLeft >= 0) }));
  return submitCard(coming.find(({ deadlines }) => deadlines.length > 0), context);
}
