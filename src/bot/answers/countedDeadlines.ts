import { Temporal } from 'temporal-polyfill';
import { daysLeft, deadlinesOf } from '../../rules/deadlines';
import type { Deadline } from '../../rules/deadlines';
import type { Meeting } from '../../rules/meeting';
import type { WorkingGroup } from '../../rules/workingGroup';
import type { CountedDeadline } from '../../messages/reminderWording';
import type { DeadlineTopic } from '../intents/intent';

/** The deadlines of a meeting that a topic is about, in order of their dates, with the days that are left at an instant. */
export function countedDeadlines(topic: DeadlineTopic, meeting: Meeting, group: WorkingGroup, now: Temporal.Instant): CountedDeadline[] {
  return deadlinesOn(topic, meeting, group).map((deadline) => ({ deadline, daysLeft: daysLeft(deadline, now) }));
}

function deadlinesOn(topic: DeadlineTopic, meeting: Meeting, group: WorkingGroup): Deadline[] {
  const { bindingTranslation, binding, opening, languageRequest } = deadlinesOf(meeting, group);
  const contributions = bindingTranslation.kind === binding.kind ? [binding] : [bindingTranslation, binding];
  const deadlines = {
    any: [...contributions, languageRequest, opening],
    contributions,
    translation: [bindingTranslation],
    publication: [binding],
    information: [opening],
    interpretation: [languageRequest]
  }[topic];
  return deadlines.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
}
