import { Temporal } from 'temporal-polyfill';
import type { Purpose } from '../../rules/contribution';
import type { Meeting } from '../../rules/meeting';
import { standingOf } from '../../rules/standing';
import type { StandingDecision } from '../../rules/standing';
import { noMeetingCard } from '../cards/deadlineCard';
import type { DeskCard } from '../cards/deskCard';
import { arrivalCard } from '../cards/arrivalCard';
import type { MeetingReference } from '../intents/wishes/meetingReference';
import type { AnswerContext } from './answerContext';
import { chooseAmong } from './chooseMeeting';
import { meetingNamed } from './meetingMeant';

/** A contribution that somebody thinks of sending. */
export interface ThoughtOf {
  /** In the group's zone; today when the question does not say. */
  readonly arrivesOn?: Temporal.PlainDate;
  readonly purpose?: Purpose;
}

/**
 * What the deadlines make of a contribution that arrives on a day, for the meeting that a message names, or else the
 * first one that is not over by then.
 */
export function answerArrival(thought: ThoughtOf, reference: MeetingReference, context: AnswerContext): DeskCard {
  const { group, meetings } = context;
  const named = meetingNamed(reference, meetings, arrivalOf(thought, context), group.zone);
  const { arrivesOn, purpose } = thought;
  return named === undefined || 'id' in named
    ? answerArrivalAt(thought, named?.id, context)
    : chooseAmong(
        named,
        ({ id }) => ({
          command: 'standing',
          ...(arrivesOn === undefined ? {} : { arrivesOn: arrivesOn.toString() }),
          ...(purpose === undefined ? {} : { purpose }),
          meetingId: id
        }),
        context
      );
}

/** The same for a meeting that was chosen on a card. */
export function answerArrivalAt(thought: ThoughtOf, meetingId: number | undefined, context: AnswerContext): DeskCard {
  const { group, deskUrl, translator } = context;
  const at = arrivalOf(thought, context);
  const meeting = meetingOf(meetingId, at, context);
  if (meeting === undefined) {
    return noMeetingCard(deskUrl, translator);
  }
  const purpose = thought.purpose ?? 'action';
  const decided = (kind: Purpose, day: Temporal.Instant): StandingDecision => standingOf(kind, day, meeting, group);
  const date = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const decision = decided(purpose, at);
  const dayAfter = decided(purpose, noonOf(date.add({ days: 1 }), group.zone));
  return arrivalCard(
    {
      meeting,
      purpose,
      date,
      decision,
      ...(dayAfter.standing === decision.standing ? {} : { dayAfter }),
      // Who does not say what for may not know that there is another kind.
      ...(thought.purpose === undefined ? { forInformation: decided('information', at) } : {})
    },
    context
  );
}

/** The planned meeting that is meant, or else the first that is not over when the contribution arrives. */
function meetingOf(meetingId: number | undefined, at: Temporal.Instant, { meetings, group }: AnswerContext): Meeting | undefined {
  const day = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const planned = meetings.filter(({ status }) => status === 'planned').sort((a, b) => Temporal.PlainDate.compare(a.start, b.start));
  return meetingId === undefined ? planned.find(({ end }) => Temporal.PlainDate.compare(end, day) >= 0) : planned.find(({ id }) => id === meetingId);
}

/** Every moment of a day is the same to the deadlines, which end with it. */
function arrivalOf({ arrivesOn }: ThoughtOf, { now, group }: AnswerContext): Temporal.Instant {
  return arrivesOn === undefined ? now : noonOf(arrivesOn, group.zone);
}

function noonOf(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant();
}
