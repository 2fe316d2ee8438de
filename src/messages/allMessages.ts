import type { Language } from '../rules/language';
import botAr from './catalogue/bot.ar.json';
import botEn from './catalogue/bot.en.json';
import botEs from './catalogue/bot.es.json';
import botFr from './catalogue/bot.fr.json';
import botRu from './catalogue/bot.ru.json';
import botZh from './catalogue/bot.zh.json';
import findingsAr from './catalogue/findings.ar.json';
import findingsEn from './catalogue/findings.en.json';
import findingsEs from './catalogue/findings.es.json';
import findingsFr from './catalogue/findings.fr.json';
import findingsRu from './catalogue/findings.ru.json';
import findingsZh from './catalogue/findings.zh.json';
import termsAr from './catalogue/terms.ar.json';
import termsEn from './catalogue/terms.en.json';
import termsEs from './catalogue/terms.es.json';
import termsFr from './catalogue/terms.fr.json';
import termsRu from './catalogue/terms.ru.json';
import termsZh from './catalogue/terms.zh.json';
import { createTranslator } from './translator';
import type { Messages, Translator } from './translator';

/** The keys of everything that the bot and the service say: the shared terms, the findings and the bot's own texts. */
export type MessageKey = keyof typeof termsEn | keyof typeof findingsEn | keyof typeof botEn;

const MESSAGES: Readonly<Record<Language, Messages<MessageKey>>> = {
  ar: { ...termsAr, ...findingsAr, ...botAr },
  zh: { ...termsZh, ...findingsZh, ...botZh },
  en: { ...termsEn, ...findingsEn, ...botEn },
  fr: { ...termsFr, ...findingsFr, ...botFr },
  ru: { ...termsRu, ...findingsRu, ...botRu },
  es: { ...termsEs, ...findingsEs, ...botEs }
};

const translators = new Map<Language, Translator<MessageKey>>();

/**
 * The translator of a language over all messages. All six languages are loaded at once, which suits the service;
 * the web part loads the one language that it shows.
 */
export function translatorFor(language: Language): Translator<MessageKey> {
  const known = translators.get(language);
  if (known !== undefined) {
    return known;
  }
  const translator = createTranslator<MessageKey>(language, MESSAGES[language]);
  translators.set(language, translator);
  return translator;
}

/** Whether a text is the key of a message. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(MESSAGES.en, text);
}
