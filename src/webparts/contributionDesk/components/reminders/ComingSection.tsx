import * as React from 'react';
import { DefaultButton } from '../common/Button';
import { languageStyles as styles } from '../languages/languages.styles';
import { comingSteps } from './comingSteps';
import { ComingRow } from './ComingRow';
import { useReminders } from './remindersContext';

/** A meeting has some twenty reminders; the nearest are the ones that are looked at. */
const SHOWN = 10;

/** What is going to be posted about the meeting, by date. */
export function ComingSection(): React.ReactElement {
  const { group, said, meeting, record } = useReminders();
  const [isWhole, setWhole] = React.useState(false);
  const steps = comingSteps(meeting, group, record.groups, record.orders, record.readAt);
  return (
    <section className={styles.section} aria-labelledby="desk-reminders-coming">
      <h4 id="desk-reminders-coming" tabIndex={-1} className={styles.subheading}>
        {said.t('reminders.coming.heading')}
      </h4>
      {steps.length === 0 ? (
        <p className={styles.quiet}>{said.t('reminders.coming.none')}</p>
      ) : (
        <>
          <ol className={styles.rows}>
            {steps.slice(0, isWhole ? undefined : SHOWN).map((step) => (
              <ComingRow key={step.key} step={step} />
            ))}
          </ol>
          {!isWhole && steps.length > SHOWN && (
            <div>
              <DefaultButton text={said.t('reminders.coming.more', { count: steps.length - SHOWN })} onClick={() => setWhole(true)} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
