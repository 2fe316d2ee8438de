import { Temporal } from 'temporal-polyfill';
import { subjectOfKind } from './deadlineKind';
import type { DeadlineKind } from './deadlineKind';
import { deadlinesOf } from './deadlines';
import type { Deadline } from './deadlines';
import type { Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/** A date that a conversation was told, by a reminder or by a correction of one. */
export interface Announcement {
  /** Grows with each announcement. */
  readonly id: number;
  readonly kinds: readonly DeadlineKind[];
  /** The last day that was told; undefined when it was told that there is none any more. */
  readonly date?: Temporal.PlainDate;
  readonly isCorrection: boolean;
  readonly postedAt: Temporal.Instant;
}

/** A date that a conversation was told and that does not hold any more. */
export interface DateCorrection {
  readonly kind: DeadlineKind;
  /** The announcement that it corrects: the last one about the deadline. */
  readonly announcement: Announcement;
  /** What holds now; undefined when the meeting is cancelled or postponed without a date. */
  readonly deadline?: Deadline;
}

/**
 * What a conversation must be told because dates of a meeting are no longer as it was told last, one correction a deadline.
 * Nothing is corrected that is over in either way.
 * @param announcements about the meeting, to one conversation
 */
export function dateCorrections(announcements: readonly Announcement[], meeting: Meeting, group: WorkingGroup, at: Temporal.Instant): DateCorrection[] {
  const today = at.toZonedDateTimeISO(group.zone).toPlainDate();
  const isOver = (date: Temporal.PlainDate | undefined): boolean => date === undefined || Temporal.PlainDate.compare(date, today) < 0;
  return [...lastBySubject(announcements).values()].flatMap(({ kind, announcement }) => {
    const deadline = deadlineInPlaceOf(kind, meeting, group);
    const stands = announcement.date === undefined ? deadline === undefined : deadline !== undefined && deadline.date.equals(announcement.date);
    return stands || (isOver(announcement.date) && isOver(deadline?.date)) ? [] : [{ kind, announcement, ...(deadline === undefined ? {} : { deadline }) }];
  });
}

/**
 * The unique key under which a correction is claimed, posted and recorded. It names the announcement that it corrects, so that
 * a deadline that moves there and back is corrected each time.
 * @param subscriber the subscription's key
 */
export function correctionKey({ kind, announcement, deadline }: DateCorrection, meeting: Meeting, subscriber: string): string {
  return `correction/${meeting.id}/${kind}/${deadline?.date.toString() ?? meeting.status}/${announcement.id}/${subscriber}`;
}

/** Whether a correction has told of a deadline's date after an instant. */
export function isToldByCorrection(deadline: Deadline, since: Temporal.Instant, announcements: readonly Announcement[]): boolean {
  return announcements.some(
    ({ isCorrection, kinds, date, postedAt }) =>
      isCorrection &&
      kinds.some((kind) => subjectOfKind(kind) === subjectOfKind(deadline.kind)) &&
      date?.equals(deadline.date) === true &&
      Temporal.Instant.compare(postedAt, since) >= 0
  );
}

/** The deadline that counts now where one of a kind was announced; undefined when the meeting has no dates any more. */
export function deadlineInPlaceOf(kind: DeadlineKind, meeting: Meeting, group: WorkingGroup): Deadline | undefined {
  if (meeting.status === 'cancelled' || meeting.status === 'postponed') {
    return undefined;
  }
  const deadlines = deadlinesOf(meeting, group);
  switch (kind) {
    case 'translation':
      return deadlines.bindingTranslation;
    case 'agreed':
    case 'publication':
      return deadlines.binding;
    default:
      return deadlines[kind];
  }
}

/**
 * As what a deadline is named where one of a kind was announced: by the rule that sets its date now, except that a contribution
 * to be translated stays one also when the agreed deadline is the earlier.
 */
export function kindInPlaceOf(kind: DeadlineKind, deadline: Deadline | undefined): DeadlineKind {
  return deadline !== undefined && subjectOfKind(deadline.kind) === subjectOfKind(kind) ? deadline.kind : kind;
}

/** The last announcement about each thing that deadlines are about, with the kind that it was announced as. */
function lastBySubject(announcements: readonly Announcement[]): Map<string, { readonly kind: DeadlineKind; readonly announcement: Announcement }> {
  const last = new Map<string, { readonly kind: DeadlineKind; readonly announcement: Announcement }>();
  for (const announcement of [...announcements].sort((a, b) => a.id - b.id)) {
    announcement.kinds.forEach((kind) => last.set(subjectOfKind(kind), { kind, announcement }));
  }
  return last;
}
