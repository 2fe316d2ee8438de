import type { Language } from '../rules/language';
import type overview from './catalogue/overview.en.json';
import type { Messages } from './translator';

/** The keys of what only the overview of a meeting says. */
export type OverviewKey = keyof typeof overview;

type Catalogue = { default: Messages<OverviewKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'overview-ar' */ './catalogue/overview.ar.json'),
  zh: () => import(/* webpackChunkName: 'overview-zh' */ './catalogue/overview.zh.json'),
  en: () => import(/* webpackChunkName: 'overview-en' */ './catalogue/overview.en.json'),
  fr: () => import(/* webpackChunkName: 'overview-fr' */ './catalogue/overview.fr.json'),
  ru: () => import(/* webpackChunkName: 'overview-ru' */ './catalogue/overview.ru.json'),
  es: () => import(/* webpackChunkName: 'overview-es' */ './catalogue/overview.es.json')
};

/**
 * The texts of the overview of a meeting in one language, fetched when it is shown.
 * @throws when they cannot be fetched
 */
export async function loadOverview(language: Language): Promise<Messages<OverviewKey>> {
  return (await CATALOGUES[language]()).default;
}
