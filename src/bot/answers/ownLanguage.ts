import { translatorFor } from '../../messages/allMessages';
import type { Language } from '../../rules/language';
import { messageCard } from '../cards/chooseCard';
import type { DeskCard } from '../cards/deskCard';
import { chooseLanguageCard, languageSetCard } from '../cards/ownLanguageCards';
import { PersonNotVerifiedError } from '../verifiedPerson';
import type { AnswerContext } from './answerContext';
import type { AnswerSources } from './answerSources';

/**
 * Keeps the language in which a person wants to be answered, and says so in it; asks which one when none is said.
 * @throws SiteError when it could not be kept
 */
export async function answerOwnLanguage(choice: Language | undefined, sources: AnswerSources, context: AnswerContext): Promise<DeskCard> {
  const { deskUrl, translator } = context;
  if (choice === undefined) {
    return chooseLanguageCard(translator);
  }
  const chosen = translatorFor(choice);
  try {
    return (await sources.chooseLanguage(choice)) ? languageSetCard(deskUrl, chosen) : messageCard(chosen.t('bot.answer.ownLanguage.writeFirst'), deskUrl, chosen);
  } catch (error) {
    if (error instanceof PersonNotVerifiedError) {
      return messageCard(translator.t('bot.language.notVerified'), deskUrl, translator);
    }
    throw error;
  }
}
