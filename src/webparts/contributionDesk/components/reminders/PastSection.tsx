import { Temporal } from 'temporal-polyfill';
import * as React from 'react';
import { languageStyles as styles } from '../languages/languages.styles';
import { comingSteps } from './comingSteps';
import { OrderLine } from './OrderLine';
import { PastRow } from './PastRow';
import { useReminders } from './remindersContext';

/** What was posted and skipped about the meeting, the latest first, and orders that were refused and are not coming any more. */
export function PastSection(): React.ReactElement {
  const { group, said, meeting, record } = useReminders();
  const { groups, orders, readAt } = record;
  const coming = new Set(comingSteps(meeting, group, groups, orders, readAt).map(({ key }) => key));
  const past = [...groups.values()].sort((a, b) => Temporal.Instant.compare(b.dueAt, a.dueAt) || (a.id < b.id ? -1 : 1));
  const lost = orders.filter(({ status, planned }) => status === 'refused' && !coming.has(planned) && !groups.has(planned));
  return (
    <section className={styles.section} aria-labelledby="desk-reminders-past">
      <h4 id="desk-reminders-past" className={styles.subheading}>
        {said.t('reminders.past.heading')}
      </h4>
      {lost.map((order) => (
        <OrderLine key={order.id} order={order} />
      ))}
      {past.length === 0 ? (
        <p className={styles.quiet}>{said.t('reminders.past.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {past.map((each) => (
            <PastRow key={each.id} group={each} order={coming.has(each.id) ? undefined : orders.filter(({ planned }) => planned === each.id).at(-1)} />
          ))}
        </ol>
      )}
    </section>
  );
}
