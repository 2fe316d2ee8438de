import * as React from 'react';
import type { LanguagesKey } from '../../../../messages/loadLanguages';
import type { Translator } from '../../../../messages/translator';
import type { LanguageSite } from '../../../../site/languageSite';
import { useDesk } from '../deskContext';
import type { DeskContextValue } from '../deskContext';

/** What interpretation, translations and regions need beside what the desk has loaded. */
export interface LanguagesContextValue {
  readonly languageSite: LanguageSite;
  /** Their own texts; the shared ones are the desk's `translator`. */
  readonly said: Translator<LanguagesKey>;
}

/** Carries {@link LanguagesContextValue} down the tree. */
export const LanguagesContext = React.createContext<LanguagesContextValue | undefined>(undefined);

/**
 * What the desk has loaded and what is about languages and regions.
 * @throws Error outside a `LanguagesProvider`
 */
export function useLanguages(): DeskContextValue & LanguagesContextValue {
  const desk = useDesk();
  const languages = React.useContext(LanguagesContext);
  if (languages === undefined) {
    throw new Error('useLanguages() was called outside a LanguagesProvider. Put the component below one.');
  }
  return { ...desk, ...languages };
}
