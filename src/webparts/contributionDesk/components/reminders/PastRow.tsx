import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { wordInstant } from '../../../../messages/dates';
import { isInterrupted } from '../../../../rules/interruptedPost';
import type { PostOrder } from '../../../../site/postOrders';
import { DefaultButton } from '../common/Button';
import { OwnTime } from '../deadlines/OwnTime';
import { languageStyles as styles } from '../languages/languages.styles';
import type { LedgerGroup } from './ledgerGroups';
import { LedgerRows } from './LedgerRows';
import { OrderLine } from './OrderLine';
import { reminderStyles } from './reminders.styles';
import { useReminders } from './remindersContext';
import { wordGroup } from './wordReminders';

/** What was posted or skipped of one reminder: counts, and the places behind them on demand. */
export function PastRow({ group, order }: { readonly group: LedgerGroup; readonly order: PostOrder | undefined }): React.ReactElement {
  const { group: workingGroup, translator, said } = useReminders();
  const [isOpen, setOpen] = React.useState(false);
  const title = wordGroup(group, said, translator);
  const action = said.t(isOpen ? 'reminders.rows.hide' : 'reminders.rows.show');
  return (
    <li className={reminderStyles.row} data-past={group.id}>
      <div className={reminderStyles.body}>
        <div className={styles.language}>{title}</div>
        <div className={styles.quiet}>
          {said.t('reminders.past.due', { time: wordInstant(group.dueAt, workingGroup, translator) })}
          <OwnTime at={group.dueAt} />
        </div>
        <Counts group={group} />
        {order !== undefined && <OrderLine order={order} />}
      </div>
      <div className={styles.buttons}>
        <DefaultButton text={action} ariaLabel={said.t('reminders.rows.of', { action, reminder: title })} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
      </div>
      {isOpen && (
        <div className={reminderStyles.wide}>
          <LedgerRows group={group} />
        </div>
      )}
    </li>
  );
}

function Counts({ group: { posted, late, early, skipped, open, date } }: { readonly group: LedgerGroup }): React.ReactElement {
  const { group, said, record } = useReminders();
  const failed = open.filter(({ status }) => status === 'failed').length;
  const interrupted = open.filter(({ status, modifiedAt }) => status === 'sending' && isInterrupted(modifiedAt, record.readAt)).length;
  const underWay = open.length - failed - interrupted;
  const isOver = date !== undefined && Temporal.PlainDate.compare(date, record.readAt.toZonedDateTimeISO(group.zone).toPlainDate()) < 0;
  return (
    <div className={styles.count}>
      {posted > 0 && <span>{said.t('reminders.state.posted', { count: posted })}</span>}
      {late > 0 && <span>{said.t('reminders.state.late', { count: late })}</span>}
      {early > 0 && <span>{said.t('reminders.state.early', { count: early })}</span>}
      {[...skipped].map(([reason, count]) => (
        <span key={reason}>{reason === '' ? said.t('reminders.state.skippedPlain', { count }) : said.t('reminders.state.skipped', { count, reason: said.t(`reminders.reason.${reason}`) })}</span>
      ))}
      {underWay > 0 && <span>{said.t('reminders.state.underWay', { count: underWay })}</span>}
      {failed > 0 && <span className={styles.overdue}>{said.t(isOver ? 'reminders.state.lost' : 'reminders.state.failed', { count: failed })}</span>}
      {interrupted > 0 && <span className={styles.overdue}>{said.t('reminders.state.interrupted', { count: interrupted })}</span>}
    </div>
  );
}
