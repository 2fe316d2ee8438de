import * as React from 'react';
import { languageStyles as styles } from '../languages/languages.styles';
import { comingSteps } from './comingSteps';
import { ComingRow } from './ComingRow';
import { useReminders } from './remindersContext';

/** What is going to be posted about the meeting, by date. */
export function ComingSection(): React.ReactElement {
  const { group, said, meeting, record } = useReminders();
  const steps = comingSteps(meeting, group, record.groups, record.orders, record.readAt);
  return (
    <section className={styles.section} aria-labelledby="desk-reminders-coming">
      <h4 id="desk-reminders-coming" tabIndex={-1} className={styles.subheading}>
        {said.t('reminders.coming.heading')}
      </h4>
      {steps.length === 0 ? (
        <p className={styles.quiet}>{said.t('reminders.coming.none')}</p>
      ) : (
        <ol className={styles.rows}>
          {steps.map((step) => (
            <ComingRow key={step.key} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}
