import { scaleLinear, scaleUtc } from 'd3-scale';
import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { Temporal } from 'temporal-polyfill';
import type { TimelineSpan } from '../../../../rules/meetingOverview';

/** Room beside the plot for the counts, and at its other end, in CSS pixels. */
const COUNTS_ROOM = 32;
const END_ROOM = 8;
/** How much room a date takes on the axis. */
const DATE_ROOM = 64;
/** How much of the time is added at each end, so that no line lies on the edge. */
const MARGIN = 0.03;
const DAY_MILLISECONDS = 86_400_000;
/** Between two labels beside each other. */
const LABEL_GAP = 4;

/** Where things stand on a chart of time and counts. */
export interface ChartLayout {
  readonly x: (at: Temporal.PlainDateTime) => number;
  /** Where the plot begins and ends, the earlier time first. */
  readonly ends: readonly [number, number];
  readonly counts: ScaleLinear<number, number>;
  /** Whole numbers for the axis of counts. */
  readonly countTicks: readonly number[];
  readonly dateTicks: readonly Temporal.PlainDate[];
}

/**
 * Lays a chart out. Time runs as people read: from right to left where the language does.
 * @param width of the whole chart in CSS pixels
 * @param height of the plot
 */
export function chartLayout({ from, to }: TimelineSpan, most: number, width: number, height: number, direction: 'ltr' | 'rtl'): ChartLayout {
  const [first, last] = [milliseconds(from.toPlainDateTime()), milliseconds(to.toPlainDateTime()) + DAY_MILLISECONDS];
  const margin = Math.max((last - first) * MARGIN, DAY_MILLISECONDS);
  const start = COUNTS_ROOM;
  const end = Math.max(width - END_ROOM, start + 1);
  const ends = direction === 'rtl' ? ([width - start, width - end] as const) : ([start, end] as const);
  const times: ScaleTime<number, number> = scaleUtc()
    .domain([new Date(first - margin), new Date(last + margin)])
    .range([...ends]);
  const counts = scaleLinear().domain([0, Math.max(most, 1)]).range([height, 0]).nice(4);
  const isWhole = (date: Date): boolean => times(date) >= DATE_ROOM / 2 && times(date) <= width - DATE_ROOM / 2;
  const dates = times
    .ticks(Math.max(2, Math.floor((end - start) / (DATE_ROOM + 12))))
    .filter(isWhole)
    .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDate());
  return {
    x: (at) => times(new Date(milliseconds(at))),
    ends,
    counts,
    countTicks: counts.ticks(4).filter(Number.isInteger),
    // In a short time several ticks fall on one day.
    dateTicks: dates.filter((date, index) => index === 0 || !date.equals(dates[index - 1]))
  };
}

/** A label that stands at a place, as wide as it is. */
export interface Label {
  readonly x: number;
  readonly width: number;
}

/** A label with its place: moved back onto the chart, and on a row on which it covers no other. */
export type PlacedLabel<Of extends Label> = Of & { readonly row: number };

/** Puts labels on as few rows as keep them apart; none goes beyond the edges of the chart. */
export function placeLabels<Of extends Label>(labels: readonly Of[], width: number): PlacedLabel<Of>[] {
  /** How far each row is taken. */
  const taken: number[] = [];
  return labels
    .map((label) => ({ ...label, x: Math.min(Math.max(label.x, label.width / 2), Math.max(width - label.width / 2, label.width / 2)) }))
    .sort((one, other) => one.x - other.x)
    .map((label) => {
      const start = label.x - label.width / 2;
      const free = taken.findIndex((end) => end + LABEL_GAP <= start);
      const row = free < 0 ? taken.length : free;
      taken[row] = label.x + label.width / 2;
      return { ...label, row };
    });
}

/** What a clock on the wall says, as if it were UTC: a chart of one zone needs no other. */
function milliseconds(at: Temporal.PlainDateTime): number {
  return at.toZonedDateTime('UTC').epochMilliseconds;
}
