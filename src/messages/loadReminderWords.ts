import type { Language } from '../rules/language';
import type terms from './catalogue/terms.en.json';
import type { ReminderKey } from './reminderWording';
import type { TermKey } from './terms';
import type { Messages } from './translator';

/** Catalogue files as a dynamic import gives them. */
type Catalogues = [{ default: Messages<keyof typeof terms> }, { default: Messages<ReminderKey> }];

/** Spelled out, so that the bundler makes one chunk for each language; the terms are in one that is there already. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogues>>> = {
  ar: () => Promise.all([import(/* webpackChunkName: 'messages-ar' */ './catalogue/terms.ar.json'), import(/* webpackChunkName: 'reminder-ar' */ './catalogue/reminder.ar.json')]),
  zh: () => Promise.all([import(/* webpackChunkName: 'messages-zh' */ './catalogue/terms.zh.json'), import(/* webpackChunkName: 'reminder-zh' */ './catalogue/reminder.zh.json')]),
  en: () => Promise.all([import(/* webpackChunkName: 'messages-en' */ './catalogue/terms.en.json'), import(/* webpackChunkName: 'reminder-en' */ './catalogue/reminder.en.json')]),
  fr: () => Promise.all([import(/* webpackChunkName: 'messages-fr' */ './catalogue/terms.fr.json'), import(/* webpackChunkName: 'reminder-fr' */ './catalogue/reminder.fr.json')]),
  ru: () => Promise.all([import(/* webpackChunkName: 'messages-ru' */ './catalogue/terms.ru.json'), import(/* webpackChunkName: 'reminder-ru' */ './catalogue/reminder.ru.json')]),
  es: () => Promise.all([import(/* webpackChunkName: 'messages-es' */ './catalogue/terms.es.json'), import(/* webpackChunkName: 'reminder-es' */ './catalogue/reminder.es.json')])
};

/**
 * What reminders say in one language, fetched when it is previewed.
 * @throws when it cannot be fetched
 */
export async function loadReminderWords(language: Language): Promise<Messages<ReminderKey | TermKey>> {
  const [shared, own] = await CATALOGUES[language]();
  return { ...shared.default, ...own.default };
}
