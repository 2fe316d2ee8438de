import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import type { ListedChannel } from '../../../../site/subscriberOverview';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { languageStyles as styles } from '../languages/languages.styles';
import { ConfirmForm } from '../secretariat/ConfirmForm';
import { reminderStyles } from './reminders.styles';
import { useReminders } from './remindersContext';
import { useTask } from './useTask';

/** A channel or mailing address with its language and state; it can be paused and resumed. */
export function ChannelRow({ channel }: { readonly channel: ListedChannel }): React.ReactElement {
  const { translator, said, reminderSite, refresh, tell } = useReminders();
  const [isAsking, setAsking] = React.useState(false);
  const buttons = React.useRef<HTMLDivElement>(null);
  const { id, title, isMail, language, status } = channel;
  const name = isolate(title);
  const close = (): void => {
    setAsking(false);
    buttons.current?.querySelector('button')?.focus();
  };
  const change = useTask(async (next: 'active' | 'paused') => {
    await reminderSite.subscribers.setStatus(channel, next);
    tell(said.t(next === 'paused' ? 'reminders.channel.done.paused' : 'reminders.channel.done.resumed', { channel: name }));
    refresh();
    close();
  });
  const action = said.t(status === 'active' ? 'reminders.channel.pause' : 'reminders.channel.resume');
  return (
    <li className={reminderStyles.row} data-channel={channel.key} data-status={status}>
      <div className={reminderStyles.body}>
        <div className={styles.language}>
          <bdi>{title}</bdi>
        </div>
        <div className={styles.quiet}>
          {said.t(isMail ? 'reminders.channel.mail' : 'reminders.channel.teams')} · {languageName(language, translator.language)}
        </div>
        <div>{status === 'active' ? said.t('reminders.channel.active') : <strong>{said.t(`reminders.channel.${status}`)}</strong>}</div>
      </div>
      <div ref={buttons} className={styles.buttons}>
        {status !== 'closed' && (
          <DefaultButton
            text={action}
            ariaLabel={said.t('reminders.channel.of', { action, channel: name })}
            disabled={change.isWorking}
            allowDisabledFocus
            onClick={() => (status === 'active' ? setAsking(true) : change.run('active'))}
          />
        )}
      </div>
      {!isAsking && change.error !== undefined && (
        <div className={reminderStyles.wide}>
          <SiteProblem error={change.error} translator={translator} onRetry={refresh} />
        </div>
      )}
      {isAsking && (
        <div className={reminderStyles.wide}>
          <ConfirmForm
            id={`desk-pause-${id}`}
            title={said.t('reminders.channel.pause.title', { channel: name })}
            level={5}
            confirmText={said.t('reminders.channel.pause')}
            isWorking={change.isWorking}
            error={change.error}
            action="pauseChannel"
            onConfirm={() => change.run('paused')}
            onClose={close}
          >
            <p>{said.t('reminders.channel.pause.effect')}</p>
            <p>{said.t('reminders.pause.meaning')}</p>
          </ConfirmForm>
        </div>
      )}
    </li>
  );
}
