import { Temporal } from 'temporal-polyfill';
import type { DeadlineKind } from './deadlineKind';
import type { Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/**
 * Where a deadline comes from: the working methods (WTDC Resolution 1, counted in calendar days before the
 * opening), the group's own agreement for the meeting, its programme of work, or this product's assumption where all
 * are silent.
 */
export type DeadlineRule = 'resolution1' | 'agreement' | 'programme' | 'assumption';

/**
 * A deadline of a meeting, computed here and nowhere else: every surface prints these values.
 * It is open up to and including the last second of `date` in the group's zone.
 */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly meetingId: number;
  /** The last day, a calendar date in the group's zone. */
  readonly date: Temporal.PlainDate;
  /** The last second of that day, 23:59:59, with the group's zone. */
  readonly closesAt: Temporal.ZonedDateTime;
  readonly rule: DeadlineRule;
  /** Calendar days before the meeting's first day; negative after it. */
  readonly daysBefore: number;
}

/** All deadlines of one meeting. */
export interface MeetingDeadlines {
  /** Contributions for action received by then are translated (Resolution 1: 45 calendar days). */
  readonly translation: Deadline;
  /** Contributions for action received by then are published (Resolution 1: 12 calendar days). */
  readonly publication: Deadline;
  /** The deadline that the group agreed for this meeting. */
  readonly agreed?: Deadline;
  /** Interpretation languages are asked for by then (generally 45 calendar days). */
  readonly languageRequest: Deadline;
  /** Contributions for information are taken by then (assumed: until the meeting opens). */
  readonly opening: Deadline;
  /** The draft report is ready by then (programme of work: 7 calendar days after the meeting). */
  readonly reportDue: Deadline;
  /** The last day for contributions for action: the earlier of `publication` and `agreed`. */
  readonly binding: Deadline;
  /** The last day for contributions for action that will be translated: the earlier of `translation` and `binding`. */
  readonly bindingTranslation: Deadline;
}

/**
 * The deadlines of a meeting. Days are calendar days counted on dates in the group's zone, so a change to
 * or from daylight saving time never moves a deadline.
 *
 * Source: WTDC Resolution 1 (Rev. Buenos Aires, 2017); the agreed deadline: TDAG-WG-SOP/5, programme of work.
 */
export function deadlinesOf(meeting: Meeting, group: WorkingGroup): MeetingDeadlines {
  const counted = (kind: DeadlineKind, daysBefore: number, rule: DeadlineRule): Deadline =>
    deadline(kind, rule, meeting.start.subtract({ days: daysBefore }), meeting, group);
  const translation = counted('translation', group.translationDays, 'resolution1');
  const publication = counted('publication', group.publicationDays, 'resolution1');
  const agreed =
    meeting.agreedDeadline === undefined ? undefined : deadline('agreed', 'agreement', meeting.agreedDeadline, meeting, group);
  const binding = agreed === undefined ? publication : earlier(agreed, publication);
  return {
    translation,
    publication,
    ...(agreed === undefined ? {} : { agreed }),
    languageRequest: counted('languageRequest', group.languageRequestDays, 'resolution1'),
    opening: counted('opening', 1, 'assumption'),
    reportDue: deadline('reportDue', 'programme', meeting.end.add({ days: group.reportDueDays }), meeting, group),
    binding,
    bindingTranslation: earlier(translation, binding)
  };
}

/** The deadlines of a meeting as a list, in order of their dates. */
export function deadlineList(deadlines: MeetingDeadlines): Deadline[] {
  const { translation, languageRequest, agreed, publication, opening, reportDue } = deadlines;
  return [translation, languageRequest, ...(agreed === undefined ? [] : [agreed]), publication, opening, reportDue].sort((a, b) =>
    Temporal.PlainDate.compare(a.date, b.date)
  );
}

/** Whether a deadline is still open at an instant: up to and including its last second. */
export function isOpen(deadline: Deadline, at: Temporal.Instant): boolean {
  return daysLeft(deadline, at) >= 0;
}

/**
 * Calendar days from an instant to a deadline, counted on dates in the deadline's zone: 0 on the last day,
 * negative once it has passed.
 */
export function daysLeft(deadline: Deadline, at: Temporal.Instant): number {
  const today = at.toZonedDateTimeISO(deadline.closesAt.timeZoneId).toPlainDate();
  return today.until(deadline.date, { largestUnit: 'day' }).days;
}

function deadline(kind: DeadlineKind, rule: DeadlineRule, date: Temporal.PlainDate, meeting: Meeting, group: WorkingGroup): Deadline {
  return {
    kind,
    meetingId: meeting.id,
    date,
    closesAt: date.toZonedDateTime({ timeZone: group.zone, plainTime: '23:59:59' }),
    rule,
    daysBefore: date.until(meeting.start, { largestUnit: 'day' }).days
  };
}

function earlier(a: Deadline, b: Deadline): Deadline {
  return Temporal.PlainDate.compare(a.date, b.date) <= 0 ? a : b;
}
