import { Temporal } from 'temporal-polyfill';
import { comingMeetings } from './meetingMeant';
import type { DeskCard } from '../cards/deskCard';
import { programmeCard } from '../cards/programmeCard';
import { selfRefreshing } from '../cards/refresh';
import type { AnswerContext } from './answerContext';
import { countedDeadlines } from './countedDeadlines';

/** The programme of work: all meetings in order of their dates, and what is due for those to come. */
export function answerProgramme(context: AnswerContext): DeskCard {
  const { group, meetings, now, deskUrl, translator, readerId } = context;
  const coming = comingMeetings(meetings, now, group.zone);
  const entries = [...meetings]
    .sort((a, b) => Temporal.PlainDate.compare(a.start, b.start))
    .map((meeting) => ({ meeting, isComing: coming.includes(meeting), deadlines: coming.includes(meeting) ? countedDeadlines('any', meeting, group, now) : [] }));
  return selfRefreshing(programmeCard(entries, deskUrl, translator), { command: 'programme' }, translator.language, readerId);
}
