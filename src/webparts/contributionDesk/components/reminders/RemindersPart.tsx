import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { loadReminderDesk } from '../../../../messages/loadReminderDesk';
import type { Meeting } from '../../../../rules/meeting';
import { openReminderSite } from '../../../../site/reminderSite';
import { useFollowed } from '../../hooks/useFollowed';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { languageStyles as styles } from '../languages/languages.styles';
import { useSecretariat } from '../secretariat/secretariatContext';
import { ChannelsSection } from './ChannelsSection';
import { ComingSection } from './ComingSection';
import { InterruptedSection } from './InterruptedSection';
import { PastSection } from './PastSection';
import { PauseAll } from './PauseAll';
import { LedgerReading, readReminders } from './readReminders';
import { RemindersContext } from './remindersContext';
import type { RemindersContextValue } from './remindersContext';

/** How often it is looked how far the service got with an order. */
const ORDER_MILLISECONDS = 3000;

/** The reminders of a meeting as the secretariat looks at them: what is coming, what was posted and skipped, and who gets them. */
export function RemindersPart({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { connection, site, group, translator } = useSecretariat();
  const texts = useTexts(translator.language, loadReminderDesk);
  const said = texts.value;
  const reminderSite = React.useMemo(() => openReminderSite(connection), [connection]);
  const reading = React.useMemo(() => new LedgerReading(reminderSite.ledger, meeting.id), [reminderSite, meeting.id]);
  const read = React.useCallback(() => readReminders(reminderSite, reading, meeting.id, () => site.clock.now()), [reminderSite, reading, meeting.id, site]);
  const { value: record, error, refresh } = useFollowed(read);
  const [message, tell] = React.useState<string>();
  const isSending = record?.orders.some(({ status }) => status === 'wanted') === true;
  React.useEffect(() => {
    const timer = isSending ? window.setInterval(refresh, ORDER_MILLISECONDS) : undefined;
    return () => window.clearInterval(timer);
  }, [isSending, refresh]);
  const context = React.useMemo(
    (): RemindersContextValue | undefined => said && record && { said, reminderSite, meeting, record, refresh, tell },
    [said, reminderSite, meeting, record, refresh]
  );
  if (said === undefined) {
    return texts.error === undefined ? <Skeleton lines={6} /> : <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} />;
  }
  if (record === undefined || context === undefined) {
    return error === undefined ? (
      <div>
        <VisuallyHidden role="status">{said.t('reminders.loading')}</VisuallyHidden>
        <Skeleton lines={8} />
      </div>
    ) : (
      <SiteProblem error={error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={refresh} />
    );
  }
  return (
    <RemindersContext.Provider value={context}>
      <section className={styles.section} aria-labelledby="desk-reminders">
        <h3 id="desk-reminders" tabIndex={-1} className={styles.heading}>
          {said.t('reminders.heading')}
        </h3>
        {error !== undefined && (
          <SiteProblem error={error} translator={translator} onRetry={refresh}>
            <p>{said.t('reminders.notFresh', { time: wordInstant(record.readAt, group, translator) })}</p>
          </SiteProblem>
        )}
        <div role="status" className={styles.status}>
          {message !== undefined && <Notice tone="good" title={message} />}
        </div>
        <PauseAll />
        <InterruptedSection />
        <ComingSection />
        <PastSection />
        <ChannelsSection />
      </section>
    </RemindersContext.Provider>
  );
}
