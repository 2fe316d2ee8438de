import type { Language } from '../rules/language';
import type secretariat from './catalogue/secretariat.en.json';
import type { Messages } from './translator';

/** The keys of what only the secretariat's view says. */
export type SecretariatKey = keyof typeof secretariat;

type Catalogue = { default: Messages<SecretariatKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'secretariat-ar' */ './catalogue/secretariat.ar.json'),
  zh: () => import(/* webpackChunkName: 'secretariat-zh' */ './catalogue/secretariat.zh.json'),
  en: () => import(/* webpackChunkName: 'secretariat-en' */ './catalogue/secretariat.en.json'),
  fr: () => import(/* webpackChunkName: 'secretariat-fr' */ './catalogue/secretariat.fr.json'),
  ru: () => import(/* webpackChunkName: 'secretariat-ru' */ './catalogue/secretariat.ru.json'),
  es: () => import(/* webpackChunkName: 'secretariat-es' */ './catalogue/secretariat.es.json')
};

/**
 * The texts of the secretariat's view in one language, fetched for those who have it.
 * @throws when they cannot be fetched
 */
export async function loadSecretariat(language: Language): Promise<Messages<SecretariatKey>> {
  return (await CATALOGUES[language]()).default;
}
