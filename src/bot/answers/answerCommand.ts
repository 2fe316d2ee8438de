import { Temporal } from 'temporal-polyfill';
import type { CardCommand } from '../cards/cardCommand';
import type { DeskCard } from '../cards/deskCard';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';
import { answerById, answerLatest, answerOwn } from './contributionStatus';
import { answerCoordinator } from './coordinator';
import { helpFor } from './help';
import { answerHowToSubmit } from './howToSubmit';
import { answerLanguagesAt, answerWish } from './languageAnswers';
import { answerMeetingAt } from './meetingAnswers';
import { answerNews } from './news';
import { answerDeadlineAt } from './nextDeadline';
import { answerOwnLanguage } from './ownLanguage';
import { answerProgramme } from './programme';
import { answerReferences } from './references';
import { answerReminders, remindMe } from './reminderSubscriptions';
import { answerArrivalAt } from './standingAnswer';

/**
 * The answer to what a person asks for with a button of a card.
 * @throws SiteError
 */
export async function answerCommand(command: CardCommand, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  switch (command.command) {
    case 'nextMeeting':
      return answerMeetingAt(command.meetingId, context);
    case 'deadline':
      return answerDeadlineAt(command.topic, command.meetingId, context);
    case 'standing': {
      const { arrivesOn, purpose, meetingId } = command;
      const day = dateOf(arrivesOn);
      return answerArrivalAt({ ...(day === undefined ? {} : { arrivesOn: day }), ...(purpose === undefined ? {} : { purpose }) }, meetingId, context);
    }
    case 'contribution':
      return answerById(command.id, sources, context);
    case 'latestContributions':
      return answerLatest(sources, context);
    case 'ownContributions':
      return answerOwn(sources, context);
    case 'news':
      return answerNews(dateOf(command.since), sources, context);
    case 'coordinator':
      return answerCoordinator(command.region, sources, context);
    case 'programme':
      return answerProgramme(context);
    case 'references':
      return answerReferences(sources, context);
    case 'howToSubmit':
      return answerHowToSubmit(context);
    case 'ownLanguage':
      return answerOwnLanguage(command.choice, sources, context);
    case 'help':
      return helpFor('asked', context);
    case 'languages':
      return answerLanguagesAt(command.meetingId, command.languages ?? [], sources, context);
    case 'wish':
      return answerWish(command, sources, context);
    case 'reminders':
      return answerReminders(command.wish, undefined, sources, context);
    case 'remindMe':
      return remindMe(sources, context);
  }
}

function dateOf(text: string | undefined): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : Temporal.PlainDate.from(text);
}
