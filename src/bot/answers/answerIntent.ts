import type { DeskCard } from '../cards/deskCard';
import type { Intent } from '../intents/intent';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';
import { answerBySymbol, answerByTitle, answerOwn } from './contributionStatus';
import { answerCoordinator } from './coordinator';
import { helpFor, helpForUnknown } from './help';
import { answerHowToSubmit } from './howToSubmit';
import { answerLanguageState, answerSpokenWish } from './languageAnswers';
import { answerMeeting } from './meetingAnswers';
import { answerNews } from './news';
import { answerDeadline } from './nextDeadline';
import { answerOwnLanguage } from './ownLanguage';
import { answerProgramme } from './programme';
import { answerReferences } from './references';
import { answerReminders } from './reminderSubscriptions';
import { answerArrival } from './standingAnswer';

/**
 * The answer to what a person wants to know.
 * @throws SiteError
 */
export async function answerIntent(intent: Intent, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  switch (intent.kind) {
    case 'nextMeeting':
      return answerMeeting(intent.meeting, context);
    case 'deadline':
      return answerDeadline(intent.topic, intent.meeting, context);
    case 'standing':
      return answerArrival(intent, intent.meeting, context);
    case 'contributionStatus':
      if (intent.symbol !== undefined) {
        return answerBySymbol(intent.symbol, sources, context);
      }
      return intent.titleWords.length === 0 ? answerOwn(sources, context) : answerByTitle(intent.titleWords, sources, context);
    case 'news':
      return answerNews(intent.since, sources, context);
    case 'coordinator':
      return answerCoordinator(intent.region, sources, context);
    case 'programme':
      return answerProgramme(context);
    case 'references':
      return answerReferences(sources, context);
    case 'howToSubmit':
      return answerHowToSubmit(context);
    case 'ownLanguage':
      return answerOwnLanguage(intent.language, sources, context);
    case 'languageRequest':
      return answerSpokenWish('ask', intent, sources, context);
    case 'languageWithdrawal':
      return answerSpokenWish('withdraw', intent, sources, context);
    case 'languageState':
      return answerLanguageState(intent, false, sources, context);
    case 'languageUnsure':
      return answerLanguageState(intent, true, sources, context);
    case 'reminders':
      return answerReminders(intent.wish, intent.language, sources, context);
    case 'help':
      return helpFor('asked', context);
    case 'unknown':
      return helpForUnknown(intent.closest, context);
    default:
      return helpFor('notUnderstood', context);
  }
}
