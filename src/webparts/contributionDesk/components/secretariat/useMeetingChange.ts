import * as React from 'react';
import type { Meeting } from '../../../../rules/meeting';
import { SiteError, isSiteError } from '../../../../site/errors';
import type { MeetingDecisionKind, ShownMeeting } from '../../../../site/meetingActions';
import { useSecretariat } from './secretariatContext';

/** A change of a meeting that is confirmed in a form. */
export interface MeetingChange {
  /** The meeting that the change is decided upon. */
  readonly base: ShownMeeting;
  readonly isWorking: boolean;
  /** Why it did not succeed. */
  readonly error?: unknown;
  /** Somebody else changed the meeting: {@link base} is how it is now. */
  readonly isStale: boolean;
  readonly confirm: (after: Meeting, reason: string) => void;
}

/**
 * Changes a meeting. When somebody else changed it since it was shown, it is read again, and the person decides anew
 * with what they typed.
 */
export function useMeetingChange(kind: MeetingDecisionKind, shown: ShownMeeting, onDone: (after: Meeting) => void): MeetingChange {
  const { site, meetingActions } = useSecretariat();
  const [state, setState] = React.useState<Omit<MeetingChange, 'confirm'>>({ base: shown, isWorking: false, isStale: false });

  const confirm = async (after: Meeting, reason: string): Promise<void> => {
    const { base } = state;
    setState({ base, isWorking: true, isStale: state.isStale });
    try {
      await meetingActions.change(base, after, kind, reason);
      onDone(after);
    } catch (problem) {
      try {
        if (!isSiteError(problem, 'changedByOthers')) {
          throw problem;
        }
        const newest = await site.meetings.getForChange(after.id);
        if (newest === undefined) {
          throw new SiteError('notFound', `Meeting ${after.id} is no longer there`);
        }
        setState({ base: newest, isWorking: false, isStale: true });
      } catch (error) {
        setState({ base, isWorking: false, isStale: false, error });
      }
    }
  };
  return { ...state, confirm: (after, reason) => void confirm(after, reason) };
}
