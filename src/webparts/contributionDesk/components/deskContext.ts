import * as React from 'react';
import type { WebPartKey } from '../../../messages/loadMessages';
import type { Translator } from '../../../messages/translator';
import type { Meeting } from '../../../rules/meeting';
import type { WorkingGroup } from '../../../rules/workingGroup';
import type { DelegateSite } from '../../../site/delegateSite';

/** What every part of the desk needs, once it is loaded. */
export interface DeskContextValue {
  readonly site: DelegateSite;
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  readonly translator: Translator<WebPartKey>;
  /** The person's own IANA time zone. */
  readonly ownZone: string;
}

/** Carries {@link DeskContextValue} down the tree. */
export const DeskContext = React.createContext<DeskContextValue | undefined>(undefined);

/**
 * What the desk has loaded.
 * @throws Error outside a loaded desk
 */
export function useDesk(): DeskContextValue {
  const desk = React.useContext(DeskContext);
  if (desk === undefined) {
    throw new Error('useDesk() was called outside a loaded desk. Put the component below DeskContext.Provider.');
  }
  return desk;
}
