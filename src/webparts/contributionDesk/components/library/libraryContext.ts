import * as React from 'react';
import type { LibraryKey } from '../../../../messages/loadLibrary';
import type { Translator } from '../../../../messages/translator';
import type { AuthorNotices } from '../../../../site/authorNotices';
import type { ContributionPages } from '../../../../site/contributionPages';
import type { SavedViews } from '../../../../site/savedViews';
import type { DeskContextValue } from '../deskContext';
import { useLanguages } from '../languages/languagesContext';
import type { LanguagesContextValue } from '../languages/languagesContext';
import { useSecretariat } from '../secretariat/secretariatContext';
import type { SecretariatContextValue } from '../secretariat/secretariatContext';

/** What the library needs beside what the secretariat's view has. */
export interface LibraryContextValue {
  readonly pages: ContributionPages;
  readonly savedViews: SavedViews;
  readonly authorNotices: AuthorNotices;
  /** Its own texts. */
  readonly texts: Translator<LibraryKey>;
}

/** Carries {@link LibraryContextValue} down the tree. */
export const LibraryContext = React.createContext<LibraryContextValue | undefined>(undefined);

/**
 * What the desk, the secretariat's view and the library have loaded.
 * @throws Error outside the library
 */
export function useLibrary(): DeskContextValue & SecretariatContextValue & LanguagesContextValue & LibraryContextValue {
  const outer = useLanguages();
  const secretariat = useSecretariat();
  const library = React.useContext(LibraryContext);
  if (library === undefined) {
    throw new Error('useLibrary() was called outside the library. Put the component below LibraryContext.Provider.');
  }
  return { ...outer, ...secretariat, ...library };
}
