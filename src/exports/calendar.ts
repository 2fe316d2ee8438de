import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { ICalCalendar, ICalEventData } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { wordDeadline } from '../messages/dates';
import { wordRule } from '../messages/deadline';
import type { TermKey } from '../messages/terms';
import type { Translator } from '../messages/translator';
import { deadlineList, deadlinesOf } from '../rules/deadlines';
import type { Deadline } from '../rules/deadlines';
import type { Meeting } from '../rules/meeting';
import type { WorkingGroup } from '../rules/workingGroup';

/** A program that follows the feed looks again after this. */
const REFRESH_HOURS = 6;

/** How a calendar is made. */
export interface CalendarOptions {
  readonly group: WorkingGroup;
  readonly translator: Translator<TermKey>;
  /** When it is made. */
  readonly at: Temporal.Instant;
  /** The page with the web part, to which each entry leads. */
  readonly deskUrl?: string;
}

/**
 * Meetings and their deadlines as an iCalendar file (RFC 5545). An entry's UID names the meeting and the deadline and
 * never the date, and its SEQUENCE grows with each change of the meeting, so that a moved deadline moves the entry that
 * is there. The entries of a meeting that is cancelled, or has no date any more, are cancelled.
 *
 * A meeting lasts all its days. A deadline is an entry of its last quarter of an hour in the group's zone, so that every
 * calendar shows the right moment in the person's own zone; an all-day entry would stay on the Geneva date everywhere.
 * It does not make anybody busy. The address to join is left out: a calendar is passed on.
 */
export function meetingCalendar(meetings: readonly Meeting[], { group, translator, at, deskUrl }: CalendarOptions): string {
  const calendar = ical({
    name: group.name[translator.language],
    prodId: { company: 'Contribution Desk', product: group.acronym, language: translator.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    // Of the entries and not of the calendar, or the library writes the stamps in it too, which are always in UTC.
    timezone: { name: null, generator: () => zoneBlock(group.zone) },
    ttl: REFRESH_HOURS * 3600
  });
  for (const meeting of meetings) {
    const common: ICalEventData = {
      start: meeting.start,
      stamp: at,
      sequence: meeting.version ?? 0,
      status: isOff(meeting) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(deskUrl === undefined ? {} : { url: deskUrl })
    };
    addMeeting(calendar, meeting, common, group);
    for (const deadline of deadlineList(deadlinesOf(meeting, group))) {
      addDeadline(calendar, deadline, meeting, common, group, translator);
    }
  }
  return `${calendar.toString()}\r\n`;
}

function addMeeting(calendar: ICalCalendar, meeting: Meeting, common: ICalEventData, group: WorkingGroup): void {
  calendar.createEvent({
    ...common,
    id: uid(meeting, 'meeting', group),
    start: meeting.start,
    // The day after the last one (RFC 5545, 3.6.1).
    end: meeting.end.add({ days: 1 }),
    allDay: true,
    summary: meeting.title
  });
}

function addDeadline(calendar: ICalCalendar, deadline: Deadline, meeting: Meeting, common: ICalEventData, group: WorkingGroup, translator: Translator<TermKey>): void {
  calendar.createEvent({
    ...common,
    id: uid(meeting, deadline.kind, group),
    start: deadline.closesAt.subtract({ minutes: 14, seconds: 59 }),
    end: deadline.closesAt,
    timezone: group.zone,
    summary: `${translator.t(`deadline.${deadline.kind}`)} · ${meeting.title}`,
    description: [wordDeadline(deadline, group, translator), wordRule(deadline, translator)].join('\n'),
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE
  });
}

function isOff({ status }: Meeting): boolean {
  return status === 'cancelled' || status === 'postponed';
}

function uid({ id }: Meeting, part: string, { acronym }: WorkingGroup): string {
  return `meeting-${id}-${part}@${acronym.toLowerCase()}`;
}

function zoneBlock(zone: string): string | null {
  const [block] = [tzlib_get_ical_block(zone)].flat();
  return block ?? null;
}
