import type { DecisionKind } from '../rules/decision';
import type { Meeting } from '../rules/meeting';
import type { Decision, DecisionEffect } from './decisions';
import { isSiteError } from './errors';
import type { SecretariatSite } from './secretariatSite';

/** What can be decided about a meeting. */
export type MeetingDecisionKind = Extract<DecisionKind, 'extendDeadline' | 'postpone' | 'cancel'>;

/** A meeting as it was shown, with its version. */
export interface ShownMeeting {
  readonly meeting: Meeting;
  readonly etag: string;
}

/** What the secretariat does with a meeting. */
export class MeetingActions {
  public constructor(private readonly site: SecretariatSite) {}

  /**
   * Changes a meeting and records why. The meeting comes first: it is what every deadline follows from, and its version
   * keeps two people from deciding over each other. Safe to repeat after a lost answer: what is already as it should be
   * is not changed again, and what is recorded is not recorded twice.
   * @throws SiteError `changedByOthers` when the meeting is no longer as it was shown, `notAllowed` for everybody but the
   * secretariat
   */
  public async change({ meeting, etag }: ShownMeeting, after: Meeting, kind: MeetingDecisionKind, reason: string): Promise<Decision> {
    try {
      await this.site.meetings.change(after, etag);
    } catch (error) {
      if (!isSiteError(error, 'changedByOthers') || !isSame(await this.site.meetings.get(after.id), after)) {
        throw error;
      }
    }
    return this.site.decisions.recordOnce({ kind, meetingId: after.id, reason, effect: { changes: changesOf(meeting, after) } });
  }
}

function isSame(one: Meeting | undefined, other: Meeting): boolean {
  return one !== undefined && Object.keys(changesOf(one, other)).length === 0;
}

/** The columns that differ, by their names. */
function changesOf(before: Meeting, after: Meeting): NonNullable<DecisionEffect['changes']> {
  const columns = ({ start, end, agreedDeadline, status }: Meeting): Record<string, string | undefined> => ({
    MeetingStart: start.toString(),
    MeetingEnd: end.toString(),
    AgreedDeadline: agreedDeadline?.toString(),
    MeetingStatus: status
  });
  const [was, is] = [columns(before), columns(after)];
  return Object.fromEntries(Object.keys(was).flatMap((name) => (was[name] === is[name] ? [] : [[name, { before: was[name], after: is[name] }]])));
}
