import * as React from 'react';
import type { ReminderDeskKey } from '../../../../messages/loadReminderDesk';
import type { Translator } from '../../../../messages/translator';
import type { LedgerRow } from '../../../../site/reminderLedger';
import type { SubscriberList } from '../../../../site/subscriberOverview';
import { placeOf } from './ledgerGroups';
import { useReminders } from './remindersContext';

/** The place to which something was posted: a channel's title; of a person only that it is one. */
export function PlaceName({ row }: { readonly row: LedgerRow }): React.ReactElement {
  const { said, record } = useReminders();
  return <bdi>{wordPlace(row, record.subscribers, said)}</bdi>;
}

/** The same as a text. */
export function wordPlace(row: LedgerRow, { channels }: SubscriberList, said: Translator<ReminderDeskKey>): string {
  const key = placeOf(row);
  const title = channels.find((channel) => channel.key === key)?.title;
  return title ?? said.t(/^(19:|mailto:)/i.test(key) ? 'reminders.row.gone' : 'reminders.row.person');
}
