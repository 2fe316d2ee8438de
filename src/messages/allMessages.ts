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
import languagesAr from './catalogue/languages.ar.json';
import languagesEn from './catalogue/languages.en.json';
import languagesEs from './catalogue/languages.es.json';
import languagesFr from './catalogue/languages.fr.json';
import languagesRu from './catalogue/languages.ru.json';
import languagesZh from './catalogue/languages.zh.json';
import mailAr from './catalogue/mail.ar.json';
import mailEn from './catalogue/mail.en.json';
import mailEs from './catalogue/mail.es.json';
import mailFr from './catalogue/mail.fr.json';
import mailRu from './catalogue/mail.ru.json';
import mailZh from './catalogue/mail.zh.json';
import reminderAr from './catalogue/reminder.ar.json';
import reminderEn from './catalogue/reminder.en.json';
import reminderEs from './catalogue/reminder.es.json';
import reminderFr from './catalogue/reminder.fr.json';
import reminderRu from './catalogue/reminder.ru.json';
import reminderZh from './catalogue/reminder.zh.json';
import termsAr from './catalogue/terms.ar.json';
import termsEn from './catalogue/terms.en.json';
import termsEs from './catalogue/terms.es.json';
import termsFr from './catalogue/terms.fr.json';
import termsRu from './catalogue/terms.ru.json';
import termsZh from './catalogue/terms.zh.json';
import type { ReminderKey } from './reminderWording';
import { createTranslator } from './translator';
import type { Messages, Translator } from './translator';

/** The keys of everything that the bot and the service say: the shared terms, the findings, what is said of languages
 * and regions, the bot's own texts, those around e-mail and those of the reminders. */
export type MessageKey = keyof typeof termsEn | keyof typeof findingsEn | keyof typeof languagesEn | keyof typeof botEn | keyof typeof mailEn | ReminderKey;

const MESSAGES: Readonly<Record<Language, Messages<MessageKey>>> = {
  ar: { ...termsAr, ...findingsAr, ...languagesAr, ...botAr, ...mailAr, ...reminderAr },
  zh: { ...termsZh, ...findingsZh, ...languagesZh, ...botZh, ...mailZh, ...reminderZh },
  en: { ...termsEn, ...findingsEn, ...languagesEn, ...botEn, ...mailEn, ...reminderEn },
  fr: { ...termsFr, ...findingsFr, ...languagesFr, ...botFr, ...mailFr, ...reminderFr },
  ru: { ...termsRu, ...findingsRu, ...languagesRu, ...botRu, ...mailRu, ...reminderRu },
  es: { ...termsEs, ...findingsEs, ...languagesEs, ...botEs, ...mailEs, ...reminderEs }
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
