import { Temporal } from 'temporal-polyfill';

/** What is known of the money for interpretation at a meeting. */
export const LANGUAGE_FUNDS = ['unknown', 'available', 'none'] as const;
/** One of {@link LANGUAGE_FUNDS}. */
export type LanguageFunds = (typeof LANGUAGE_FUNDS)[number];

/** The states of a meeting. */
export const MEETING_STATUSES = ['planned', 'postponed', 'cancelled', 'held'] as const;
/** One of {@link MEETING_STATUSES}. */
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A meeting of the group. Its dates are calendar dates in the group's zone; the first day is day 0 of every count. */
export interface Meeting {
  readonly id: number;
  readonly title: string;
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
  /** A statutory meeting has no threshold for interpretation. */
  readonly statutory: boolean;
  /** Last day for contributions that the group agreed for this meeting, if it did. */
  readonly agreedDeadline?: Temporal.PlainDate;
  readonly languageFunds: LanguageFunds;
  readonly status: MeetingStatus;
  readonly joinUrl?: string;
  /** Grows with each change of it, by the site's own record; tells a calendar which of two entries is the newer. */
  readonly version?: number;
}

/**
 * The meeting that is under way or comes next at an instant: planned, and not over by its dates in `zone`.
 * @returns undefined when no meeting is planned
 */
export function nextMeeting(meetings: readonly Meeting[], at: Temporal.Instant, zone: string): Meeting | undefined {
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  return meetings
    .filter((meeting) => meeting.status === 'planned' && Temporal.PlainDate.compare(meeting.end, today) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.start, b.start))[0];
}
