import * as React from 'react';
import type { ReminderDeskKey } from '../../../../messages/loadReminderDesk';
import type { Translator } from '../../../../messages/translator';
import type { Meeting } from '../../../../rules/meeting';
import type { ReminderSite } from '../../../../site/reminderSite';
import { useSecretariat } from '../secretariat/secretariatContext';
import type { ReminderRecord } from './readReminders';

/** What the parts of the page of reminders share. */
export interface RemindersContextValue {
  readonly reminderSite: ReminderSite;
  /** The page's own texts; the shared ones are the desk's `translator`. */
  readonly said: Translator<ReminderDeskKey>;
  readonly meeting: Meeting;
  readonly record: ReminderRecord;
  /** Reads again after something was done. */
  readonly refresh: () => void;
  /** Says in the page's status what was done. */
  readonly tell: (message: string) => void;
}

/** Carries {@link RemindersContextValue} down the tree. */
export const RemindersContext = React.createContext<RemindersContextValue | undefined>(undefined);

/**
 * What the desk has loaded and what is about a meeting's reminders.
 * @throws Error outside the page of reminders
 */
export function useReminders(): ReturnType<typeof useSecretariat> & RemindersContextValue {
  const secretariat = useSecretariat();
  const reminders = React.useContext(RemindersContext);
  if (reminders === undefined) {
    throw new Error('useReminders() was called outside the page of reminders. Put the component below RemindersContext.Provider.');
  }
  return { ...secretariat, ...reminders };
}
