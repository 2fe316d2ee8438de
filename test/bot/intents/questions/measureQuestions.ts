import type { Intent } from '../../../../src/bot/intents/intent';
import type { LabelledQuestion } from './labelledQuestions';

/** How a question was understood: asked back about is neither right nor wrong. */
export type Verdict = 'right' | 'askedBack' | 'wrong';

/** Whether what was understood is what a question asks for, with everything that it says. */
export function verdictOf(intent: Intent, question: LabelledQuestion): Verdict {
  if (isAsked(intent, question)) {
    return 'right';
  }
  return intent.kind === 'unknown' || intent.kind === 'languageUnsure' ? 'askedBack' : 'wrong';
}

function isAsked(intent: Intent, { kind, topic, arrivesOn, purpose, number, titleWords, since, region, wish, language, languages }: LabelledQuestion): boolean {
  if (intent.kind !== kind) {
    return false;
  }
  switch (intent.kind) {
    case 'deadline':
      return intent.topic === topic;
    case 'standing':
      return intent.arrivesOn.toString() === arrivesOn && (purpose === undefined || intent.purpose === purpose);
    case 'contributionStatus':
      return intent.symbol?.number === number && (number !== undefined || intent.titleWords.length > 0 === (titleWords === true));
    case 'news':
      return (intent.since?.toString() ?? null) === (since ?? null);
    case 'coordinator':
      return (intent.region ?? null) === (region ?? null);
    case 'reminders':
      return intent.wish === wish && (language === undefined || intent.language === language);
    case 'ownLanguage':
      return (intent.language ?? null) === (language ?? null);
    case 'languageRequest':
    case 'languageWithdrawal':
    case 'languageState':
      return [...intent.languages].sort().join() === [...(languages ?? [])].sort().join();
    default:
      return true;
  }
}
