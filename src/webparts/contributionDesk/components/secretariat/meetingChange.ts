import { Temporal } from 'temporal-polyfill';
import { deadlineChangeImpact } from '../../../../rules/deadlineChangeImpact';
import type { DeadlineChangeImpact } from '../../../../rules/deadlineChangeImpact';
import type { Meeting } from '../../../../rules/meeting';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { MeetingDecisionKind } from '../../../../site/meetingActions';
import { standingSubjectOf } from './dossier';
import type { Dossier } from './dossier';

/** What a person typed for a change of a meeting; dates as ISO texts, empty for none. */
export interface MeetingDraft {
  readonly start: string;
  readonly end: string;
  readonly agreedDeadline: string;
  /** Postponed without a date yet. */
  readonly isUndated: boolean;
  readonly reason: string;
}

/** What keeps a draft from being a change. */
export type MeetingProblem = 'start' | 'end' | 'deadline' | 'same';

/** A meeting as the form shows it at first. */
export function draftOf({ start, end, agreedDeadline }: Meeting): MeetingDraft {
  return { start: start.toString(), end: end.toString(), agreedDeadline: agreedDeadline?.toString() ?? '', isUndated: false, reason: '' };
}

/** The meeting that a draft makes of another, or what is wrong with it. */
export function changedMeeting(kind: MeetingDecisionKind, meeting: Meeting, draft: MeetingDraft): Meeting | MeetingProblem {
  if (kind === 'cancel' || (kind === 'postpone' && draft.isUndated)) {
    const status = kind === 'cancel' ? 'cancelled' : 'postponed';
    return meeting.status === status ? 'same' : { ...meeting, status };
  }
  const { agreedDeadline: _former, ...rest } = meeting;
  const start = kind === 'postpone' ? dateOf(draft.start) : meeting.start;
  if (start === undefined) {
    return 'start';
  }
  const end = kind === 'postpone' ? (dateOf(draft.end) ?? start) : meeting.end;
  if (Temporal.PlainDate.compare(end, start) < 0) {
    return 'end';
  }
  const agreedDeadline = dateOf(draft.agreedDeadline);
  if (agreedDeadline !== undefined && Temporal.PlainDate.compare(agreedDeadline, start) >= 0) {
    return 'deadline';
  }
  const status = kind === 'postpone' ? 'planned' : meeting.status;
  const changed: Meeting = { ...rest, start, end, status, ...(agreedDeadline === undefined ? {} : { agreedDeadline }) };
  return JSON.stringify(draftOf(changed)) === JSON.stringify(draftOf(meeting)) && changed.status === meeting.status ? 'same' : changed;
}

/**
 * What a change does to the meeting's documents and reminders. Documents without a standing have none to lose or change,
 * and those that ask for nothing any more do not wait for a decision.
 */
export function impactOf(before: Meeting, after: Meeting, dossiers: readonly Dossier[], group: WorkingGroup, at: Temporal.Instant): DeadlineChangeImpact {
  const own = dossiers.filter(({ contribution }) => contribution.meetingId === before.id && contribution.standing !== undefined && contribution.docStatus !== 'withdrawn');
  const settled = new Set(own.filter(({ contribution, decided }) => contribution.docStatus === 'published' || decided.status === 'held').map(({ contribution }) => contribution.id));
  const impact = deadlineChangeImpact(before, after, own.map(standingSubjectOf), group, at);
  return { ...impact, needDecision: impact.needDecision.filter(({ id }) => !settled.has(id)) };
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  return text === '' ? undefined : Temporal.PlainDate.from(text);
}
