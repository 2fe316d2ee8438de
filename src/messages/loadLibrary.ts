import type { Language } from '../rules/language';
import type library from './catalogue/library.en.json';
import type { Messages } from './translator';

/** The keys of what only the library says. */
export type LibraryKey = keyof typeof library;

type Catalogue = { default: Messages<LibraryKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'library-ar' */ './catalogue/library.ar.json'),
  zh: () => import(/* webpackChunkName: 'library-zh' */ './catalogue/library.zh.json'),
  en: () => import(/* webpackChunkName: 'library-en' */ './catalogue/library.en.json'),
  fr: () => import(/* webpackChunkName: 'library-fr' */ './catalogue/library.fr.json'),
  ru: () => import(/* webpackChunkName: 'library-ru' */ './catalogue/library.ru.json'),
  es: () => import(/* webpackChunkName: 'library-es' */ './catalogue/library.es.json')
};

/**
 * The texts of the library in one language, fetched for those who have it.
 * @throws when they cannot be fetched
 */
export async function loadLibrary(language: Language): Promise<Messages<LibraryKey>> {
  return (await CATALOGUES[language]()).default;
}
