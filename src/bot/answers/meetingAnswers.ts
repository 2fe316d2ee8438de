import { nextMeeting } from '../../rules/meeting';
import type { Meeting } from '../../rules/meeting';
import { noMeetingCard } from '../cards/deadlineCard';
import type { DeskCard } from '../cards/deskCard';
import { meetingCard } from '../cards/meetingCard';
import { selfRefreshing } from '../cards/refresh';
import type { MeetingReference } from '../intents/wishes/meetingReference';
import type { AnswerContext } from './answerContext';
import { chooseAmong } from './chooseMeeting';
import { countedDeadlines } from './countedDeadlines';
import { meetingNamed } from './meetingMeant';

/** When the group meets: the meeting that a message names, or else the next one. */
export function answerMeeting(reference: MeetingReference, context: AnswerContext): DeskCard {
  const { group, meetings, now } = context;
  const named = meetingNamed(reference, meetings, now, group.zone);
  return named === undefined || 'id' in named ? answerMeetingAt(named?.id, context) : chooseAmong(named, ({ id }) => ({ command: 'nextMeeting', meetingId: id }), context);
}

/** The same of a meeting that was chosen on a card, or the next one. */
export function answerMeetingAt(meetingId: number | undefined, context: AnswerContext): DeskCard {
  const { group, meetings, now, deskUrl, translator, readerId } = context;
  const next = nextMeeting(meetings, now, group.zone);
  const meeting = meetingId === undefined ? next : meetings.find(({ id, status }) => id === meetingId && status === 'planned');
  if (meeting === undefined) {
    return noMeetingCard(deskUrl, translator);
  }
  const open = openDeadline(meeting, context);
  const card = meetingCard({ meeting, isNext: meeting.id === next?.id, ...(open === undefined ? {} : { deadline: open }) }, context);
  return selfRefreshing(card, { command: 'nextMeeting', ...(meetingId === undefined ? {} : { meetingId }) }, translator.language, readerId);
}

function openDeadline(meeting: Meeting, { group, now }: AnswerContext) {
  return countedDeadlines('any', meeting, group, now).find(({ daysLeft }) => daysLeft >= 0);
}
