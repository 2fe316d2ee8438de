import type { Language } from '../rules/language';
import type terms from './catalogue/terms.en.json';
import type webPart from './catalogue/webPart.en.json';
import type { Messages } from './translator';

/** The keys of everything that the web part says: the shared terms and its own texts. */
export type WebPartKey = keyof typeof terms | keyof typeof webPart;

/** Catalogue files as a dynamic import gives them. */
type Catalogues = [{ default: Messages<keyof typeof terms> }, { default: Messages<keyof typeof webPart> }];

/** Spelled out, so that the bundler makes one chunk for each language. */
const CATALOGUES: Readonly<Record<Language, () => Promise<Catalogues>>> = {
  ar: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-ar' */ './catalogue/terms.ar.json'),
      import(/* webpackChunkName: 'messages-ar' */ './catalogue/webPart.ar.json')
    ]),
  zh: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-zh' */ './catalogue/terms.zh.json'),
      import(/* webpackChunkName: 'messages-zh' */ './catalogue/webPart.zh.json')
    ]),
  en: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-en' */ './catalogue/terms.en.json'),
      import(/* webpackChunkName: 'messages-en' */ './catalogue/webPart.en.json')
    ]),
  fr: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-fr' */ './catalogue/terms.fr.json'),
      import(/* webpackChunkName: 'messages-fr' */ './catalogue/webPart.fr.json')
    ]),
  ru: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-ru' */ './catalogue/terms.ru.json'),
      import(/* webpackChunkName: 'messages-ru' */ './catalogue/webPart.ru.json')
    ]),
  es: () =>
    Promise.all([
      import(/* webpackChunkName: 'messages-es' */ './catalogue/terms.es.json'),
      import(/* webpackChunkName: 'messages-es' */ './catalogue/webPart.es.json')
    ])
};

/**
 * The web part's texts in one language, fetched on demand.
 * @throws when the texts cannot be fetched
 */
export async function loadMessages(language: Language): Promise<Messages<WebPartKey>> {
  const [shared, own] = await CATALOGUES[language]();
  return { ...shared.default, ...own.default };
}
