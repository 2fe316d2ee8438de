import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { languageStyles as styles } from '../languages/languages.styles';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { useReminders } from './remindersContext';
import { useTask } from './useTask';

/** The switch that stops all reminders at once, of all meetings. */
export function PauseAll(): React.ReactElement {
  const { group, translator, said, record, reminderSite, refresh, tell } = useReminders();
  const [isAsking, setAsking] = React.useState(false);
  const { isPaused, by, since } = record.pause;
  const task = useTask(async (next: boolean) => {
    await reminderSite.pause.set(next);
    tell(said.t(next ? 'reminders.pause.all.on' : 'reminders.pause.all.resumed'));
    setAsking(false);
    refresh();
  });
  if (isPaused) {
    return (
      <Notice tone="caution" title={said.t('reminders.pause.all.on')}>
        {by !== undefined && since !== undefined && <p>{said.t('reminders.pause.all.by', { person: isolate(by.name), time: wordInstant(since, group, translator) })}</p>}
        <p>{said.t('reminders.pause.meaning')}</p>
        {task.error !== undefined && <SiteProblem error={task.error} translator={translator} />}
        <DefaultButton text={said.t('reminders.pause.all.resume')} disabled={task.isWorking} allowDisabledFocus onClick={() => task.run(false)} />
      </Notice>
    );
  }
  return isAsking ? (
    <ConfirmForm
      id="desk-pause-all"
      title={said.t('reminders.pause.all.title')}
      level={4}
      confirmText={said.t('reminders.pause.all.confirm')}
      isWorking={task.isWorking}
      error={task.error}
      action="pauseAll"
      onConfirm={() => task.run(true)}
      onClose={() => setAsking(false)}
    >
      <p>{said.t('reminders.pause.all.effect')}</p>
      <p>{said.t('reminders.pause.meaning')}</p>
    </ConfirmForm>
  ) : (
    <div className={styles.buttons}>
      <DefaultButton text={said.t('reminders.pause.all')} onClick={() => setAsking(true)} />
    </div>
  );
}
