import type { MessageKey } from '../../messages/allMessages';
import { languageName } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import { LANGUAGES } from '../../rules/language';
import { commandButton } from './cardCommand';
import { deskCard, openDeskButton, paragraph } from './deskCard';
import type { DeskCard } from './deskCard';

/** Asks for the language of the answers; each stands there in its own words. */
export function chooseLanguageCard(translator: Translator<MessageKey>): DeskCard {
  return deskCard(
    translator.t('bot.answer.ownLanguage.which'),
    [],
    LANGUAGES.map((language) => commandButton(languageName(language, language), { command: 'ownLanguage', choice: language }, translator.language)),
    translator
  );
}

/** Says which language was kept, in that language. */
export function languageSetCard(deskUrl: string, chosen: Translator<MessageKey>): DeskCard {
  return deskCard(chosen.t('bot.answer.ownLanguage.set'), [paragraph(chosen.t('bot.answer.ownLanguage.also'))], [openDeskButton(deskUrl, chosen)], chosen);
}
