import type { Language } from '../rules/language';
import type reminderDesk from './catalogue/reminderDesk.en.json';
import type { Messages } from './translator';

/** The keys of what only the secretariat's page of reminders says. */
export type ReminderDeskKey = keyof typeof reminderDesk;

type Catalogue = { default: Messages<ReminderDeskKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'reminderDesk-ar' */ './catalogue/reminderDesk.ar.json'),
  zh: () => import(/* webpackChunkName: 'reminderDesk-zh' */ './catalogue/reminderDesk.zh.json'),
  en: () => import(/* webpackChunkName: 'reminderDesk-en' */ './catalogue/reminderDesk.en.json'),
  fr: () => import(/* webpackChunkName: 'reminderDesk-fr' */ './catalogue/reminderDesk.fr.json'),
  ru: () => import(/* webpackChunkName: 'reminderDesk-ru' */ './catalogue/reminderDesk.ru.json'),
  es: () => import(/* webpackChunkName: 'reminderDesk-es' */ './catalogue/reminderDesk.es.json')
};

/**
 * The texts of the secretariat's page of reminders in one language, fetched when it is shown.
 * @throws when they cannot be fetched
 */
export async function loadReminderDesk(language: Language): Promise<Messages<ReminderDeskKey>> {
  return (await CATALOGUES[language]()).default;
}
