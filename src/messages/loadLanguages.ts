import type { Language } from '../rules/language';
import type languages from './catalogue/languages.en.json';
import type { Messages } from './translator';

/** The keys of what is said about interpretation, translations and regions. */
export type LanguagesKey = keyof typeof languages;

type Catalogue = { default: Messages<LanguagesKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'languages-ar' */ './catalogue/languages.ar.json'),
  zh: () => import(/* webpackChunkName: 'languages-zh' */ './catalogue/languages.zh.json'),
  en: () => import(/* webpackChunkName: 'languages-en' */ './catalogue/languages.en.json'),
  fr: () => import(/* webpackChunkName: 'languages-fr' */ './catalogue/languages.fr.json'),
  ru: () => import(/* webpackChunkName: 'languages-ru' */ './catalogue/languages.ru.json'),
  es: () => import(/* webpackChunkName: 'languages-es' */ './catalogue/languages.es.json')
};

/**
 * The texts about interpretation, translations and regions in one language, fetched when they are shown.
 * @throws when they cannot be fetched
 */
export async function loadLanguages(language: Language): Promise<Messages<LanguagesKey>> {
  return (await CATALOGUES[language]()).default;
}
