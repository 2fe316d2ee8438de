import { Temporal } from 'temporal-polyfill';
import { nextMeeting } from '../../rules/meeting';
import type { Meeting } from '../../rules/meeting';
import { deadlineCard, noMeetingCard } from '../cards/deadlineCard';
import type { CountedDeadline } from '../../messages/reminderWording';
import type { DeskCard } from '../cards/deskCard';
import { selfRefreshing } from '../cards/refresh';
import type { DeadlineTopic } from '../intents/intent';
import type { MeetingReference } from '../intents/wishes/meetingReference';
import type { AnswerContext } from './answerContext';
import { chooseAmong } from './chooseMeeting';
import { countedDeadlines } from './countedDeadlines';
import { meetingNamed } from './meetingMeant';

/** The deadlines of a topic that a message asks for: of the meeting that it names, or else the next. */
export function answerDeadline(topic: DeadlineTopic, reference: MeetingReference, context: AnswerContext): DeskCard {
  const { group, meetings, now } = context;
  const named = meetingNamed(reference, meetings, now, group.zone);
  return named === undefined || 'id' in named ? answerNextDeadline(topic, context, named) : chooseAmong(named, ({ id }) => ({ command: 'deadline', topic, meetingId: id }), context);
}

/** The same of a meeting that was chosen on a card, or the next. */
export function answerDeadlineAt(topic: DeadlineTopic, meetingId: number | undefined, context: AnswerContext): DeskCard {
  const meeting = meetingId === undefined ? undefined : context.meetings.find(({ id }) => id === meetingId);
  return meetingId !== undefined && meeting?.status !== 'planned' ? noMeetingCard(context.deskUrl, context.translator) : answerNextDeadline(topic, context, meeting);
}

/**
 * When the next deadline of a topic is: of a meeting if one is given, else of the first planned meeting that still has
 * one open; when none has, the next meeting is shown with its deadlines as passed.
 */
export function answerNextDeadline(topic: DeadlineTopic, context: AnswerContext, wanted?: Meeting): DeskCard {
  const { group, meetings, now, translator, deskUrl, readerId } = context;
  const counted = (meeting: Meeting): CountedDeadline[] => countedDeadlines(topic, meeting, group, now);
  const planned = meetings.filter(({ status }) => status === 'planned').sort((a, b) => Temporal.PlainDate.compare(a.start, b.start));
  const open = (meeting: Meeting): boolean => counted(meeting).some((each) => each.daysLeft >= 0);
  const meeting = wanted ?? planned.find(open) ?? nextMeeting(meetings, now, group.zone);
  if (meeting === undefined) {
    return noMeetingCard(deskUrl, translator);
  }
  const deadlines = counted(meeting);
  const next = deadlines.find((each) => each.daysLeft >= 0);
  const card = deadlineCard({ meeting, deadlines, ...(next === undefined ? {} : { next }) }, context);
  return selfRefreshing(card, { command: 'deadline', topic, ...(wanted === undefined ? {} : { meetingId: wanted.id }) }, translator.language, readerId);
}
