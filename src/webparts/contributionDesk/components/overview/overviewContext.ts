import * as React from 'react';
import type { OverviewKey } from '../../../../messages/loadOverview';
import type { Translator } from '../../../../messages/translator';
import type { Contribution } from '../../../../site/contribution';
import type { TranslationFilter } from '../languages/translationRows';
import type { DocumentFilter } from '../secretariat/documentFilter';

/** Where the figures of an overview lead: to the list that is behind each. */
export interface OverviewDoors {
  readonly openDocuments: (filter: DocumentFilter) => void;
  readonly openDocument: (contribution: Contribution) => void;
  readonly openLanguages: () => void;
  readonly openTranslations: (filter: TranslationFilter) => void;
}

/** What the parts of an overview share. */
export interface OverviewContextValue {
  /** The overview's own texts; the shared ones are the desk's `translator`. */
  readonly told: Translator<OverviewKey>;
  readonly doors: OverviewDoors;
}

/** Carries {@link OverviewContextValue} down the tree. */
export const OverviewContext = React.createContext<OverviewContextValue | undefined>(undefined);

/**
 * The texts of the overview and where its figures lead.
 * @throws Error outside the overview
 */
export function useOverview(): OverviewContextValue {
  const overview = React.useContext(OverviewContext);
  if (overview === undefined) {
    throw new Error('useOverview() was called outside the overview. Put the component below OverviewContext.Provider.');
  }
  return overview;
}
