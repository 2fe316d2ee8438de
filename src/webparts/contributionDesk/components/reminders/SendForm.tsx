import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isSiteError } from '../../../../site/errors';
import { Notice } from '../common/Notice';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import type { ComingStep } from './comingSteps';
import { useReminders } from './remindersContext';
import { useTask } from './useTask';

/** What is sent and to how many. */
export interface SendFormProps {
  readonly step: ComingStep;
  readonly title: string;
  readonly recipients: string;
  readonly onOrdered: () => void;
  readonly onClose: () => void;
}

/** Asks before a reminder is sent before its time, and orders it. */
export function SendForm({ step: { key, reminder, orders, isDue }, title, recipients, onOrdered, onClose }: SendFormProps): React.ReactElement {
  const { group, translator, said, meeting, reminderSite, refresh } = useReminders();
  const [isTaken, setTaken] = React.useState(false);
  const task = useTask(async () => {
    try {
      await reminderSite.orders.order(key, meeting.id, orders.length);
    } catch (error) {
      if (!isSiteError(error, 'duplicate')) {
        throw error;
      }
      setTaken(true);
      refresh();
      return;
    }
    onOrdered();
  });
  return (
    <ConfirmForm
      id={`desk-send-${key}`}
      title={said.t('reminders.send.title')}
      level={5}
      confirmText={said.t('reminders.send')}
      isWorking={task.isWorking}
      isPossible={!isTaken}
      error={task.error}
      stale={isTaken && <Notice tone="caution" title={said.t('reminders.send.duplicate')} role="alert" />}
      action="sendNow"
      onConfirm={() => task.run()}
      onClose={onClose}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p>{said.t('reminders.send.to', { recipients })}</p>
      {!isDue && <p>{said.t('reminders.send.once', { time: wordInstant(reminder.dueAt.toInstant(), group, translator) })}</p>}
      <p>{said.t('reminders.send.quiet')}</p>
    </ConfirmForm>
  );
}
