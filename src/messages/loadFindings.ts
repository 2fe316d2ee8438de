import type { Language } from '../rules/language';
import type findings from './catalogue/findings.en.json';
import type { Messages } from './translator';

/** The keys of the sentences that say what was found in a document and what to do. */
export type FindingKey = keyof typeof findings;

type Catalogue = { default: Messages<FindingKey> };

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ar: () => import(/* webpackChunkName: 'findings-ar' */ './catalogue/findings.ar.json'),
  zh: () => import(/* webpackChunkName: 'findings-zh' */ './catalogue/findings.zh.json'),
  en: () => import(/* webpackChunkName: 'findings-en' */ './catalogue/findings.en.json'),
  fr: () => import(/* webpackChunkName: 'findings-fr' */ './catalogue/findings.fr.json'),
  ru: () => import(/* webpackChunkName: 'findings-ru' */ './catalogue/findings.ru.json'),
  es: () => import(/* webpackChunkName: 'findings-es' */ './catalogue/findings.es.json')
};

/**
 * The sentences about findings in one language, fetched when there is something to say.
 * @throws when they cannot be fetched
 */
export async function loadFindings(language: Language): Promise<Messages<FindingKey>> {
  return (await CATALOGUES[language]()).default;
}
