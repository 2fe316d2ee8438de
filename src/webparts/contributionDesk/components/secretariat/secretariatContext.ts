import * as React from 'react';
import type { SecretariatKey } from '../../../../messages/loadSecretariat';
import type { Translator } from '../../../../messages/translator';
import type { DocumentActions } from '../../../../site/documentActions';
import type { MeetingActions } from '../../../../site/meetingActions';
import type { SecretariatSite } from '../../../../site/secretariatSite';
import { useDesk } from '../deskContext';
import type { DeskContextValue } from '../deskContext';

/** What the secretariat's view needs beside what the desk has loaded. */
export interface SecretariatContextValue {
  readonly site: SecretariatSite;
  readonly documentActions: DocumentActions;
  readonly meetingActions: MeetingActions;
  /** The view's own texts; the shared ones are the desk's `translator`. */
  readonly words: Translator<SecretariatKey>;
}

/** Carries {@link SecretariatContextValue} down the tree. */
export const SecretariatContext = React.createContext<SecretariatContextValue | undefined>(undefined);

/**
 * What the desk has loaded and what the secretariat's view adds.
 * @throws Error outside the secretariat's view
 */
export function useSecretariat(): DeskContextValue & SecretariatContextValue {
  const desk = useDesk();
  const secretariat = React.useContext(SecretariatContext);
  if (secretariat === undefined) {
    throw new Error("useSecretariat() was called outside the secretariat's view. Put the component below SecretariatContext.Provider.");
  }
  return { ...desk, ...secretariat };
}
