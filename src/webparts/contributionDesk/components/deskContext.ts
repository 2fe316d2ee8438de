import * as React from 'react';
import type { WebPartKey } from '../../../messages/loadMessages';
import type { Translator } from '../../../messages/translator';
import type { Meeting } from '../../../rules/meeting';
import type { WorkingGroup } from '../../../rules/workingGroup';
import type { SiteConnection } from '../../../site/connection';
import type { DelegateSite } from '../../../site/delegateSite';
import type { DeskTarget } from '../../../site/deskTarget';
import type { DeskHost } from '../host/deskHost';

/** What every part of the desk needs, once it is loaded. */
export interface DeskContextValue {
  /** For a view that needs more of the site than {@link site}. */
  readonly connection: SiteConnection;
  readonly site: DelegateSite;
  readonly host: DeskHost;
  readonly group: WorkingGroup;
  readonly meetings: readonly Meeting[];
  readonly translator: Translator<WebPartKey>;
  /** The person's own IANA time zone. */
  readonly ownZone: string;
  /** Takes newer meetings over: every view then shows them. */
  readonly onMeetingsRead: (meetings: readonly Meeting[]) => void;
  /** The place that a link leads to, until the person goes on from there; another value for each link. */
  readonly target: DeskTarget | undefined;
  readonly onTargetLeft: () => void;
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
