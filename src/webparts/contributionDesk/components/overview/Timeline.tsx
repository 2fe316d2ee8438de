import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { wordShortDate } from '../../../../messages/dates';
import { wordDaysLeft } from '../../../../messages/deadline';
import type { Meeting } from '../../../../rules/meeting';
import { timelineSpan } from '../../../../rules/meetingOverview';
import type { ArrivalPeriod } from '../../../../rules/meetingOverview';
import { useSecretariat } from '../secretariat/secretariatContext';
import { ArrivalChart } from './ArrivalChart';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';
import type { OverviewFigures } from './overviewFigures';

/** What arrived, and when things end. */
export interface TimelineProps {
  readonly meeting: Meeting;
  readonly figures: OverviewFigures;
  readonly now: Temporal.Instant;
  /** The date of that in the group's zone. */
  readonly today: Temporal.PlainDate;
}

/** The arrivals against the deadlines, as a chart and as a table whose counts open the lists behind them. */
export function Timeline({ meeting, figures, now, today }: TimelineProps): React.ReactElement {
  const { translator, words } = useSecretariat();
  const { doors, told } = useOverview();
  const { arrivals, arrivalDates, homeless, milestones, ofMeeting, own, periods } = figures;
  const { language } = translator;
  const countOf = (count: number, { from, to }: Omit<ArrivalPeriod, 'count'>): React.ReactNode => {
    if (count === 0) {
      return from !== undefined && Temporal.PlainDate.compare(from, today) > 0 ? <span className={styles.quiet}>–</span> : 0;
    }
    const arrived = from === undefined && to === undefined ? undefined : { from, to };
    return (
      <button type="button" className={`${styles.figure} ${styles.cell}`} aria-label={words.t('list.total', { total: count })} onClick={() => doors.openDocuments({ ...ofMeeting, arrived })}>
        {count}
      </button>
    );
  };
  const afterLast = periods[periods.length - 1];
  return (
    <section className={styles.section} aria-labelledby="desk-overview-timeline">
      <h3 id="desk-overview-timeline" className={styles.heading}>
        {told.t('timeline.heading')}
      </h3>
      {own.length === 0 && <p>{words.t('list.empty')}</p>}
      <ArrivalChart meeting={meeting} arrivals={arrivals} milestones={milestones} span={timelineSpan(arrivalDates, milestones, today)} now={now} />
      <p className={styles.quiet}>{told.t(milestones.length === 0 ? 'timeline.noDate' : 'timeline.key')}</p>
      {milestones.length > 0 && (
        <table className={styles.table} aria-labelledby="desk-overview-timeline">
          <thead>
            <tr>
              <th scope="col">{told.t('timeline.what')}</th>
              <th scope="col">{told.t('timeline.lastDay')}</th>
              <th scope="col">{told.t('timeline.arrived')}</th>
            </tr>
          </thead>
          <tbody>
            {milestones.map(({ date, deadlines, isMeeting }, index) => (
              <tr key={date.toString()} data-milestone={date.toString()}>
                <th scope="row">
                  <span className={styles.named}>
                    <span className={styles.mark}>{index + 1}</span>
                    <span className={styles.names}>
                      {deadlines.map(({ kind }) => (
                        <span key={kind}>{translator.t(`deadline.${kind}`)}</span>
                      ))}
                      {isMeeting && <span>{told.t('timeline.meeting')}</span>}
                    </span>
                  </span>
                </th>
                <td>
                  <div className={styles.nowrap}>{wordShortDate(date, language)}</div>
                  <div className={styles.quiet}>{wordDaysLeft(today.until(date, { largestUnit: 'day' }).days, translator)}</div>
                </td>
                <td>{countOf(periods[index].count, periods[index])}</td>
              </tr>
            ))}
            {afterLast.count > 0 && (
              <tr>
                <th scope="row">{told.t('timeline.after')}</th>
                <td />
                <td>{countOf(afterLast.count, afterLast)}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {told.t('timeline.all')}
              </th>
              <td>{countOf(own.length, {})}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {homeless > 0 && (
        <p>
          <button type="button" className={styles.figure} onClick={() => doors.openDocuments({ place: 'noMeeting' })}>
            {told.t('documents.noMeeting', { count: homeless })}
          </button>
        </p>
      )}
    </section>
  );
}
