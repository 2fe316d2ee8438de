import { Temporal } from 'temporal-polyfill';
import { daysLeft, deadlinesOf } from '../../rules/deadlines';
import type { Deadline } from '../../rules/deadlines';
import { nextMeeting } from '../../rules/meeting';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import { deadlineCard, noMeetingCard } from '../cards/deadlineCard';
import type { CountedDeadline } from '../cards/deadlineCard';
import type { DeskCard } from '../cards/deskCard';
import type { DeadlineTopic } from '../intents/intent';
import type { AnswerContext } from './answerContext';

/**
 * When the next deadline of a topic is. It belongs to the first planned meeting that still has one open; when none
 * has, the next meeting is shown with its deadlines as passed.
 */
export function answerNextDeadline(topic: DeadlineTopic, { group, meetings, now, translator, deskUrl }: AnswerContext): DeskCard {
  const counted = (meeting: Meeting): CountedDeadline[] =>
    deadlinesOn(topic, meeting, group).map((deadline) => ({ deadline, daysLeft: daysLeft(deadline, now) }));
  const planned = meetings.filter(({ status }) => status === 'planned').sort((a, b) => Temporal.PlainDate.compare(a.start, b.start));
  for (const meeting of planned) {
    const deadlines = counted(meeting);
    const next = deadlines.find((each) => each.daysLeft >= 0);
    if (next !== undefined) {
      return deadlineCard({ meeting, next, deadlines }, group, deskUrl, translator);
    }
  }
  const meeting = nextMeeting(meetings, now, group.zone);
  return meeting === undefined
    ? noMeetingCard(deskUrl, translator)
    : deadlineCard({ meeting, deadlines: counted(meeting) }, group, deskUrl, translator);
}

/** The deadlines of a meeting that a topic is about, in order of their dates. */
function deadlinesOn(topic: DeadlineTopic, meeting: Meeting, group: WorkingGroup): Deadline[] {
  const { bindingTranslation, binding, opening, languageRequest } = deadlinesOf(meeting, group);
  const contributions = bindingTranslation.kind === binding.kind ? [binding] : [bindingTranslation, binding];
  const deadlines = {
    any: [...contributions, languageRequest, opening],
    contributions,
    information: [opening],
    interpretation: [languageRequest]
  }[topic];
  return deadlines.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}
