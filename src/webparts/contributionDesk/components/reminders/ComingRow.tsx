import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { DefaultButton } from '../common/Button';
import { OwnTime } from '../deadlines/OwnTime';
import { languageStyles as styles } from '../languages/languages.styles';
import type { ComingStep } from './comingSteps';
import { OrderLine } from './OrderLine';
import { recipientsOf } from './recipients';
import { ReminderPreview } from './ReminderPreview';
import { reminderStyles } from './reminders.styles';
import { useReminders } from './remindersContext';
import { SendForm } from './SendForm';
import { wordRecipients, wordStep } from './wordReminders';

/** A reminder that is coming: when, of what, to how many; it can be looked at and sent before its time. */
export function ComingRow({ step }: { readonly step: ComingStep }): React.ReactElement {
  const { group, translator, said, record, refresh, tell } = useReminders();
  const [open, setOpen] = React.useState<'preview' | 'send'>();
  const buttons = React.useRef<HTMLDivElement>(null);
  const { key, reminder, isDue, orders } = step;
  const dueAt = reminder.dueAt.toInstant();
  const title = wordStep(
    reminder.deadlines.map(({ kind }) => kind),
    reminder.daysBefore,
    said,
    translator
  );
  const recipients = wordRecipients(recipientsOf(reminder, record.subscribers), said);
  const isOrdered = orders.some(({ status }) => status === 'wanted');
  const last = orders.at(-1);
  const close = (): void => {
    setOpen(undefined);
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <li className={reminderStyles.row} data-coming={key}>
      <div className={reminderStyles.body}>
        <div className={styles.language}>
          <time dateTime={dueAt.toString()}>{wordInstant(dueAt, group, translator)}</time>
        </div>
        <div className={styles.quiet}>
          <OwnTime at={dueAt} />
        </div>
        <div>{title}</div>
        <div className={styles.quiet}>{recipients === undefined ? said.t('reminders.to.nobody') : said.t('reminders.to', { recipients })}</div>
        {isDue && recipients !== undefined && <div>{said.t('reminders.coming.due')}</div>}
        {last !== undefined && <OrderLine order={last} />}
      </div>
      <div ref={buttons} className={styles.buttons}>
        <DefaultButton
          text={said.t('reminders.preview')}
          ariaLabel={said.t('reminders.preview.of', { reminder: title })}
          aria-expanded={open === 'preview'}
          onClick={() => setOpen(open === 'preview' ? undefined : 'preview')}
        />
        {!isOrdered && recipients !== undefined && !record.pause.isPaused && (
          <DefaultButton
            text={said.t('reminders.send')}
            ariaLabel={said.t('reminders.send.of', { reminder: title })}
            aria-expanded={open === 'send'}
            onClick={() => setOpen(open === 'send' ? undefined : 'send')}
          />
        )}
      </div>
      {open !== undefined && (
        <div className={reminderStyles.wide}>
          {open === 'preview' ? (
            <ReminderPreview id={`desk-preview-${key}`} reminder={reminder} at={isDue ? record.readAt : dueAt} onClose={close} />
          ) : (
            <SendForm
              step={step}
              title={title}
              recipients={recipients ?? ''}
              onClose={close}
              onOrdered={() => {
                tell(said.t('reminders.send.ordered'));
                refresh();
                close();
              }}
            />
          )}
        </div>
      )}
    </li>
  );
}
