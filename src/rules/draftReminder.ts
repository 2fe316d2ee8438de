import { Temporal } from 'temporal-polyfill';
import { CONTRIBUTION_DEADLINES } from './deadlineKind';
import type { Deadline } from './deadlines';

/** So many minutes are left, to submit it or before a deadline, when somebody is reminded of a draft. */
const MINUTES_LEFT = 15;

/**
 * When somebody is to be reminded of a draft that they neither submitted nor discarded: a quarter of an hour before it is
 * forgotten, or before the first deadline of contributions within that time.
 * @param deadlines of the meeting that it may be for
 */
export function draftReminderAt({ since, until }: { readonly since: Temporal.Instant; readonly until: Temporal.Instant }, deadlines: readonly Deadline[]): Temporal.Instant {
  const ends = [until, ...deadlines.filter(({ kind }) => CONTRIBUTION_DEADLINES.includes(kind)).map(({ closesAt }) => closesAt.toInstant())];
  // A draft that came in the last minutes was answered with the deadline just then.
  const told = ends.map((end) => end.subtract({ minutes: MINUTES_LEFT })).filter((at) => Temporal.Instant.compare(since, at) < 0 && Temporal.Instant.compare(at, until) < 0);
  return told.sort(Temporal.Instant.compare)[0] ?? until;
}
