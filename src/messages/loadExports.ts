import type { Language } from '../rules/language';
import type exports from './catalogue/exports.en.json';
import type { Messages } from './translator';

/** The keys of the words in files that are given out. */
export type ExportKey = keyof typeof exports;

type Catalogue = { default: Messages<ExportKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'exports-ar' */ './catalogue/exports.ar.json'),
  zh: () => import(/* webpackChunkName: 'exports-zh' */ './catalogue/exports.zh.json'),
  en: () => import(/* webpackChunkName: 'exports-en' */ './catalogue/exports.en.json'),
  fr: () => import(/* webpackChunkName: 'exports-fr' */ './catalogue/exports.fr.json'),
  ru: () => import(/* webpackChunkName: 'exports-ru' */ './catalogue/exports.ru.json'),
  es: () => import(/* webpackChunkName: 'exports-es' */ './catalogue/exports.es.json')
};

/**
 * The words of files that are given out in one language, fetched when one is made.
 * @throws when they cannot be fetched
 */
export async function loadExports(language: Language): Promise<Messages<ExportKey>> {
  return (await CATALOGUES[language]()).default;
}
