import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { area, curveStepAfter, line } from 'd3-shape';
import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import { wordDayAndMonth } from '../../../../messages/dates';
import type { Meeting } from '../../../../rules/meeting';
import type { Milestone, TimelineSpan } from '../../../../rules/meetingOverview';
import { useWidth } from '../secretariat/useWidth';
import { useDesk } from '../deskContext';
import { chartLayout, placeLabels } from './chartLayout';
import { useOverview } from './overviewContext';

const PLOT_HEIGHT = 190;
const ROW_HEIGHT = 24;
const AXIS_HEIGHT = 24;
/** Until it is measured. */
const USUAL_WIDTH = 640;
const MARK_WIDTH = 22;
/** About what a letter of a label takes. */
const LETTER_WIDTH = 8;
/** With more arrivals than this the points would hide the line. */
const MOST_POINTS = 60;

const HIGH_CONTRAST = '@media (forced-colors: active)';
const styles = mergeStyleSets({
  // The plot is mirrored by its scales; texts keep the direction that their letters have.
  chart: { display: 'block', width: '100%', direction: 'ltr', fontSize: 12, fontFamily: 'inherit', fill: 'var(--desk-text)', overflow: 'visible' },
  grid: { stroke: 'var(--desk-line)', selectors: { [HIGH_CONTRAST]: { stroke: 'GrayText' } } },
  quiet: { fill: 'var(--desk-quiet)', selectors: { [HIGH_CONTRAST]: { fill: 'CanvasText' } } },
  area: { fill: 'var(--desk-accent)', fillOpacity: 0.14, selectors: { [HIGH_CONTRAST]: { fill: 'none' } } },
  line: { fill: 'none', stroke: 'var(--desk-accent)', strokeWidth: 2, strokeLinejoin: 'round', selectors: { [HIGH_CONTRAST]: { stroke: 'Highlight' } } },
  point: { fill: 'var(--desk-surface)', stroke: 'var(--desk-accent)', strokeWidth: 1.5, selectors: { [HIGH_CONTRAST]: { fill: 'Canvas', stroke: 'Highlight' } } },
  meeting: { fill: 'var(--desk-strong-line)', fillOpacity: 0.3, selectors: { [HIGH_CONTRAST]: { fill: 'GrayText' } } },
  deadline: { stroke: 'var(--desk-strong-line)', selectors: { [HIGH_CONTRAST]: { stroke: 'CanvasText' } } },
  mark: { fill: 'var(--desk-surface)', stroke: 'var(--desk-strong-line)', selectors: { [HIGH_CONTRAST]: { fill: 'Canvas', stroke: 'CanvasText' } } },
  markText: { fontWeight: 600, fill: 'var(--desk-text)', selectors: { [HIGH_CONTRAST]: { fill: 'CanvasText' } } },
  today: { stroke: 'var(--desk-text)', strokeWidth: 1.5, strokeDasharray: '4 3', selectors: { [HIGH_CONTRAST]: { stroke: 'CanvasText' } } },
  todayMark: { fill: 'var(--desk-text)', selectors: { [HIGH_CONTRAST]: { fill: 'CanvasText' } } },
  todayText: { fontWeight: 600, fill: 'var(--desk-surface)', selectors: { [HIGH_CONTRAST]: { fill: 'Canvas' } } }
});

/** What the chart shows. */
export interface ArrivalChartProps {
  readonly meeting: Meeting;
  /** When documents arrived, the earliest first. */
  readonly arrivals: readonly Temporal.Instant[];
  readonly milestones: readonly Milestone[];
  readonly span: TimelineSpan;
  readonly now: Temporal.Instant;
}

/**
 * How many documents had arrived at each time, against the last days of the deadlines, which are numbered as in the table
 * that goes with it and says the same.
 */
export function ArrivalChart({ meeting, arrivals, milestones, span, now }: ArrivalChartProps): React.ReactElement {
  const { group, translator } = useDesk();
  const { told } = useOverview();
  const frame = React.useRef<HTMLDivElement>(null);
  const width = useWidth(frame) ?? USUAL_WIDTH;
  const { x, ends, counts, countTicks, dateTicks } = chartLayout(span, arrivals.length, width, PLOT_HEIGHT, translator.direction);
  const onTheWall = (at: Temporal.Instant): Temporal.PlainDateTime => at.toZonedDateTimeISO(group.zone).toPlainDateTime();
  const endOf = (date: Temporal.PlainDate): number => x(date.toPlainDateTime('23:59:59'));
  const today = span.hasToday ? x(onTheWall(now)) : undefined;

  const points = arrivals.map((at, index) => ({ at: x(onTheWall(at)), count: index + 1 }));
  const curve = [{ at: ends[0], count: 0 }, ...points, { at: today ?? ends[1], count: arrivals.length }];
  const place = { x: ({ at }: (typeof curve)[number]) => at, y: ({ count }: (typeof curve)[number]) => counts(count) };
  const linePath = line<(typeof curve)[number]>(place.x, place.y).curve(curveStepAfter)(curve) ?? '';
  const areaPath = area<(typeof curve)[number]>(place.x, PLOT_HEIGHT, place.y).curve(curveStepAfter)(curve) ?? '';

  const todayText = told.t('timeline.today');
  const labels = placeLabels(
    [
      ...milestones.map(({ date }, index) => ({ key: String(index + 1), x: endOf(date), line: endOf(date), width: MARK_WIDTH, isToday: false })),
      ...(today === undefined ? [] : [{ key: todayText, x: today, line: today, width: todayText.length * LETTER_WIDTH + 14, isToday: true }])
    ],
    width
  );
  const top = Math.max(1, ...labels.map(({ row }) => row + 1)) * ROW_HEIGHT;
  const countEdge = translator.direction === 'rtl' ? { x: width, anchor: 'end' as const } : { x: 0, anchor: 'start' as const };
  const meetingEnds = [x(meeting.start.toPlainDateTime()), endOf(meeting.end)].sort((one, other) => one - other);
  return (
    <div ref={frame}>
      <svg className={styles.chart} height={top + PLOT_HEIGHT + AXIS_HEIGHT} role="img" aria-label={told.t('timeline.alternative', { count: arrivals.length })}>
        <g transform={`translate(0 ${top})`}>
          {countTicks.map((count) => (
            <g key={count}>
              <line className={styles.grid} x1={ends[0]} x2={ends[1]} y1={counts(count)} y2={counts(count)} />
              <text className={styles.quiet} x={countEdge.x} y={counts(count)} dy="0.32em" textAnchor={countEdge.anchor}>
                {count}
              </text>
            </g>
          ))}
          {dateTicks.map((date) => (
            <text key={date.toString()} className={styles.quiet} direction={translator.direction} x={x(date.toPlainDateTime())} y={PLOT_HEIGHT + 17} textAnchor="middle">
              {wordDayAndMonth(date, translator.language)}
            </text>
          ))}
          {milestones.some(({ isMeeting }) => isMeeting) && <rect className={styles.meeting} x={meetingEnds[0]} width={meetingEnds[1] - meetingEnds[0]} y={0} height={PLOT_HEIGHT} />}
          <path className={styles.area} d={areaPath} />
          {labels.map(({ key, line: at, row, isToday }) => (
            <line key={key} className={isToday ? styles.today : styles.deadline} x1={at} x2={at} y1={PLOT_HEIGHT} y2={(row + 1) * ROW_HEIGHT - top - 2} />
          ))}
          <path className={styles.line} d={linePath} />
          {points.length <= MOST_POINTS && points.map(({ at, count }) => <circle key={count} className={styles.point} cx={at} cy={counts(count)} r={3} />)}
        </g>
        {labels.map(({ key, x: at, width: labelWidth, row, isToday }) => (
          <g key={key} transform={`translate(${at} ${row * ROW_HEIGHT + 11})`}>
            <rect className={isToday ? styles.todayMark : styles.mark} x={-labelWidth / 2} y={-10} width={labelWidth} height={20} rx={isToday ? 4 : 10} />
            <text className={isToday ? styles.todayText : styles.markText} dy="0.34em" textAnchor="middle">
              {key}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
