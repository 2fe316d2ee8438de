import * as React from 'react';
import { languageOfCulture } from '../../../messages/locale';
import type { Language } from '../../../rules/language';
import { keepOwnLanguage, ownLanguage } from '../preferences/ownLanguage';

/** The language of the desk and the way to another one. */
export interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

/**
 * The page's language, or the one that the person chose instead. Choosing the page's own again lets the desk follow the
 * page from then on.
 * @param culture the page's culture, such as `fr-FR`
 */
export function useLanguageChoice(culture: string): LanguageChoice {
  const [own, setOwn] = React.useState(ownLanguage);
  const ofPage = languageOfCulture(culture);
  const choose = React.useCallback(
    (language: Language) => {
      const chosen = language === ofPage ? undefined : language;
      keepOwnLanguage(chosen);
      setOwn(chosen);
    },
    [ofPage]
  );
  return { language: own ?? ofPage, choose };
}
