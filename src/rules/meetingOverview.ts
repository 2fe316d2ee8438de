import { Temporal } from 'temporal-polyfill';
import { ATTENTIONS, byUrgency } from './attention';
import type { Attention } from './attention';
import { DOC_STATUSES, STANDINGS } from './contribution';
import type { DocStatus, Standing } from './contribution';
import { deadlineList, deadlinesOf } from './deadlines';
import type { Deadline } from './deadlines';
import type { Meeting } from './meeting';
import type { WorkingGroup } from './workingGroup';

/** A day that matters to what arrives: the last day of deadlines, or the last day of the meeting itself. */
export interface Milestone {
  readonly date: Temporal.PlainDate;
  /** Those that count and end on that day. */
  readonly deadlines: readonly Deadline[];
  readonly isMeeting: boolean;
}

/**
 * The days that matter, each once, in their order. A deadline in whose place another counts is left out, as is
 * everything of a meeting that is postponed and has no date yet.
 */
export function milestonesOf(meeting: Meeting, group: WorkingGroup): Milestone[] {
  if (meeting.status === 'postponed') {
    return [];
  }
  const deadlines = deadlinesOf(meeting, group);
  const { binding, bindingTranslation } = deadlines;
  const counting = deadlineList(deadlines).filter(({ kind }) => {
    switch (kind) {
      case 'translation':
        return kind === bindingTranslation.kind;
      case 'publication':
      case 'agreed':
        return kind === binding.kind;
      default:
        return true;
    }
  });
  const days = [...new Set([...counting.map(({ date }) => date.toString()), meeting.end.toString()])].sort();
  return days.map((day) => ({
    date: Temporal.PlainDate.from(day),
    deadlines: counting.filter(({ date }) => date.toString() === day),
    isMeeting: meeting.end.toString() === day
  }));
}

/** What arrived between two days, both included; without `from` since ever, without `to` until ever. */
export interface ArrivalPeriod {
  readonly from?: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
  readonly count: number;
}

/**
 * Arrivals divided by the last days of deadlines: a period that ends with each of them, and one after the last.
 * @param arrivals dates in the group's zone, in any order
 * @param lastDays in their order, each once
 */
export function arrivalsByPeriod(arrivals: readonly Temporal.PlainDate[], lastDays: readonly Temporal.PlainDate[]): ArrivalPeriod[] {
  return [...lastDays, undefined].map((to, index) => {
    const from = index === 0 ? undefined : lastDays[index - 1].add({ days: 1 });
    const count = arrivals.filter(
      (date) => (from === undefined || Temporal.PlainDate.compare(date, from) >= 0) && (to === undefined || Temporal.PlainDate.compare(date, to) <= 0)
    ).length;
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), count };
  });
}

/** How far beyond its first and last days a timeline goes to have today on it. */
const DAYS_TO_TODAY = 60;

/** The days that a timeline shows, both included. */
export interface TimelineSpan {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Whether today is near enough to be on it. */
  readonly hasToday: boolean;
}

/** The days that a timeline shows: all arrivals and milestones, and today unless that is far from them. */
export function timelineSpan(arrivals: readonly Temporal.PlainDate[], milestones: readonly Milestone[], today: Temporal.PlainDate): TimelineSpan {
  const days = [...arrivals, ...milestones.map(({ date }) => date)].sort((one, other) => Temporal.PlainDate.compare(one, other));
  if (days.length === 0) {
    return { from: today, to: today, hasToday: true };
  }
  const [first, last] = [days[0], days[days.length - 1]];
  const isBefore = Temporal.PlainDate.compare(today, first) < 0;
  const isAfter = Temporal.PlainDate.compare(today, last) > 0;
  const distance = isBefore ? today.until(first, { largestUnit: 'day' }).days : isAfter ? last.until(today, { largestUnit: 'day' }).days : 0;
  const hasToday = distance <= DAYS_TO_TODAY;
  return { from: hasToday && isBefore ? today : first, to: hasToday && isAfter ? today : last, hasToday };
}

/** A document as far as the overview of a meeting goes. */
export interface OverviewSubject {
  readonly id: number;
  readonly standing?: Standing;
  readonly docStatus?: DocStatus;
  readonly publicationDue?: Temporal.PlainDate;
  readonly attention: Attention;
}

/** How many documents answer to something; `none` stands for what has no standing or no state yet. */
export interface Count<Key extends string> {
  readonly key: Key;
  readonly count: number;
}

/** A meeting's documents by their standing, in the order of the standings; those without one last. */
export function countByStanding(documents: readonly OverviewSubject[]): Count<Standing | 'none'>[] {
  return [...STANDINGS, 'none' as const].map((key) => ({ key, count: documents.filter(({ standing }) => (standing ?? 'none') === key).length }));
}

/** A meeting's documents by their state, in the order of the work; those without one last. */
export function countByState(documents: readonly OverviewSubject[]): Count<DocStatus | 'none'>[] {
  return [...DOC_STATUSES, 'none' as const].map((key) => ({ key, count: documents.filter(({ docStatus }) => (docStatus ?? 'none') === key).length }));
}

/** What asks something of the secretariat, the most urgent first: what there is none of is left out. */
export function countByAttention(documents: readonly OverviewSubject[]): Count<Exclude<Attention, 'none'>>[] {
  return ATTENTIONS.flatMap((key) => {
    const count = documents.filter(({ attention }) => attention === key).length;
    return key === 'none' || count === 0 ? [] : [{ key, count }];
  });
}

/** The documents that ask something of the secretariat, the most urgent first. */
export function mostUrgent<Document extends OverviewSubject>(documents: readonly Document[], most: number): Document[] {
  return documents
    .filter(({ attention }) => attention !== 'none')
    .sort(byUrgency)
    .slice(0, most);
}
