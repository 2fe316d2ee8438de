import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import type { PostOrder } from '../../../../site/postOrders';
import { languageStyles as styles } from '../languages/languages.styles';
import { useReminders } from './remindersContext';

/** What became of an order to send a reminder before its time, and who gave it. */
export function OrderLine({ order: { status, refusal, orderedBy, orderedAt } }: { readonly order: PostOrder }): React.ReactElement {
  const { group, translator, said } = useReminders();
  const values = { person: isolate(orderedBy.name), time: wordInstant(orderedAt, group, translator) };
  switch (status) {
    case 'wanted':
      return (
        <div data-order={status}>
          <strong>{said.t('reminders.order.wanted', values)}</strong>
          <div className={styles.quiet}>{said.t('reminders.order.wanted.next')}</div>
        </div>
      );
    case 'done':
      return <div data-order={status}>{said.t('reminders.order.done', values)}</div>;
    case 'refused':
      return (
        <div data-order={status} className={styles.overdue}>
          {said.t('reminders.order.refused', { ...values, reason: said.t(`reminders.reason.${refusal ?? 'notPlanned'}`) })}
        </div>
      );
  }
}
