import { Temporal } from 'temporal-polyfill';
import { nextMeeting } from '../../rules/meeting';
import type { Meeting } from '../../rules/meeting';
import { ordinalIn } from '../intents/wishes/meetingReference';
import type { MeetingReference, SaidDate } from '../intents/wishes/meetingReference';
import { plainForm } from '../intents/wishes/phrases';
import { WISH_VOCABULARIES } from '../intents/wishes/vocabularies';

/** A shorter word of a title names no meeting. */
const SHORTEST_NAMING_WORD = 4;

/** The planned meetings that are not over, in order of their dates. */
export function comingMeetings(meetings: readonly Meeting[], now: Temporal.Instant, zone: string): Meeting[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return meetings
    .filter(({ status, end }) => status === 'planned' && Temporal.PlainDate.compare(end, today) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.start, b.start));
}

/**
 * The meeting that a message means, of those to come: by its date, its number, its title, or else the next one.
 * @returns those to choose from when it is not clear; none when none is planned
 */
export function meetingMeant(reference: MeetingReference, meetings: readonly Meeting[], now: Temporal.Instant, zone: string): Meeting | readonly Meeting[] {
  return meetingNamed(reference, meetings, now, zone) ?? nextMeeting(meetings, now, zone) ?? [];
}

/** The same, and undefined when the message names none. */
export function meetingNamed(reference: MeetingReference, meetings: readonly Meeting[], now: Temporal.Instant, zone: string): Meeting | readonly Meeting[] | undefined {
  const coming = comingMeetings(meetings, now, zone);
  const named = namedMeetings(reference, coming);
  return named === undefined ? undefined : named.length === 1 ? named[0] : named.length === 0 ? coming : named;
}

/** @returns undefined when the message names no meeting; none when no meeting is as it says */
function namedMeetings({ date, ordinal, isNext, said }: MeetingReference, coming: readonly Meeting[]): Meeting[] | undefined {
  if (date !== undefined) {
    return coming.filter((meeting) => isOn(meeting, date));
  }
  if (ordinal !== undefined) {
    return coming.filter(({ title }) => ordinalIn(plainForm(title), WISH_VOCABULARIES) === ordinal);
  }
  const titled = isNext === true || coming.length < 2 ? [] : coming.filter((meeting) => namingWords(meeting, coming).some((word) => hasWord(said, word)));
  return titled.length === 0 ? undefined : titled;
}

function isOn({ start, end }: Meeting, { month, day, year }: SaidDate): boolean {
  const days = Array.from({ length: start.until(end).days + 1 }, (_, index) => start.add({ days: index }));
  return days.some((each) => each.month === month && (day === undefined || each.day === day) && (year === undefined || each.year === year));
}

/** The words of a meeting's title that no other title has. */
function namingWords(meeting: Meeting, coming: readonly Meeting[]): string[] {
  const wordsOf = ({ title }: Meeting): string[] => plainForm(title).split(' ');
  const others = new Set(coming.filter(({ id }) => id !== meeting.id).flatMap(wordsOf));
  return wordsOf(meeting).filter((word) => word.length >= SHORTEST_NAMING_WORD && !others.has(word));
}

function hasWord(said: string, word: string): boolean {
  return ` ${said} `.includes(` ${word} `);
}
