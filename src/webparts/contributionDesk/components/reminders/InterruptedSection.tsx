import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { isInterrupted } from '../../../../rules/interruptedPost';
import type { LedgerRow } from '../../../../site/reminderLedger';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { languageStyles as styles } from '../languages/languages.styles';
import type { LedgerGroup } from './ledgerGroups';
import { wordPlace } from './PlaceName';
import { reminderStyles } from './reminders.styles';
import { useReminders } from './remindersContext';
import { useTask } from './useTask';
import { wordGroup } from './wordReminders';

const SHOWN = 20;

/** Posts of which nobody knows whether they arrived: the secretariat looks and says. Nothing while there are none. */
export function InterruptedSection(): React.ReactElement | null {
  const { said, record } = useReminders();
  const interrupted = [...record.groups.values()].flatMap((group) =>
    group.open.filter(({ status, modifiedAt }) => status === 'sending' && isInterrupted(modifiedAt, record.readAt)).map((row) => ({ group, row }))
  );
  if (interrupted.length === 0) {
    return null;
  }
  return (
    <section className={styles.section} aria-labelledby="desk-reminders-interrupted">
      <h4 id="desk-reminders-interrupted" className={styles.subheading}>
        {said.t('reminders.interrupted.heading')}
      </h4>
      <Notice tone="caution">
        <p>{said.t('reminders.interrupted.what')}</p>
      </Notice>
      <ul className={styles.rows}>
        {interrupted.slice(0, SHOWN).map(({ group, row }) => (
          <InterruptedRow key={row.id} group={group} row={row} />
        ))}
      </ul>
      {interrupted.length > SHOWN && <p className={styles.quiet}>{said.t('reminders.interrupted.more', { count: interrupted.length - SHOWN })}</p>}
    </section>
  );
}

function InterruptedRow({ group, row }: { readonly group: LedgerGroup; readonly row: LedgerRow }): React.ReactElement {
  const { group: workingGroup, translator, said, record, reminderSite, refresh, tell } = useReminders();
  const place = wordPlace(row, record.subscribers, said);
  const reminder = wordGroup(group, said, translator);
  const isOver = group.date !== undefined && Temporal.PlainDate.compare(group.date, record.readAt.toZonedDateTimeISO(workingGroup.zone).toPlainDate()) < 0;
  const answer = useTask(async (isThere: boolean) => {
    await (isThere ? reminderSite.ledger.isThere(row) : reminderSite.ledger.isMissing(row));
    tell(said.t(isThere ? 'reminders.interrupted.done.there' : 'reminders.interrupted.done.again', { place: isolate(place) }));
    document.getElementById('desk-reminders')?.focus();
    refresh();
  });
  const button = (key: 'there' | 'again'): React.ReactElement => {
    const action = said.t(`reminders.interrupted.${key}`);
    return (
      <DefaultButton
        text={action}
        ariaLabel={said.t('reminders.interrupted.of', { action, place: isolate(place), reminder })}
        disabled={answer.isWorking}
        allowDisabledFocus
        onClick={() => answer.run(key === 'there')}
      />
    );
  };
  return (
    <li className={reminderStyles.row} data-interrupted={row.key}>
      <div className={reminderStyles.body}>
        <div className={styles.language}>
          <bdi>{place}</bdi>
        </div>
        <div>{reminder}</div>
        <div className={styles.quiet}>{said.t('reminders.row.interrupted', { time: wordInstant(row.modifiedAt, workingGroup, translator) })}</div>
        {isOver && <div>{said.t('reminders.interrupted.over')}</div>}
      </div>
      <div className={styles.buttons}>
        {button('there')}
        {!isOver && button('again')}
      </div>
      {answer.error !== undefined && (
        <div className={reminderStyles.wide}>
          <SiteProblem error={answer.error} translator={translator} onRetry={refresh} />
        </div>
      )}
    </li>
  );
}
