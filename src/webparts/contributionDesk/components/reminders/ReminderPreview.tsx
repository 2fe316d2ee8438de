import { Pivot, PivotItem } from '@fluentui/react/lib/Pivot';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import { loadReminderWords } from '../../../../messages/loadReminderWords';
import { directionOf, languageName } from '../../../../messages/locale';
import { wordReminder } from '../../../../messages/reminderWording';
import { createTranslator } from '../../../../messages/translator';
import { LANGUAGES } from '../../../../rules/language';
import type { Language } from '../../../../rules/language';
import type { PlannedReminder } from '../../../../rules/reminderPlan';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useReminders } from './remindersContext';

const styles = mergeStyleSets({
  preview: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12, paddingTop: 4, selectors: { p: { margin: 0 } } },
  card: {
    display: 'grid',
    gap: 4,
    maxWidth: 560,
    padding: '14px 16px 16px',
    border: '1px solid var(--desk-strong-line)',
    borderRadius: 8,
    background: 'var(--desk-surface)',
    overflowWrap: 'anywhere'
  },
  title: { fontSize: 16, lineHeight: 22, fontWeight: 600 },
  quiet: { color: 'var(--desk-quiet)' },
  sentence: { fontWeight: 600, selectors: { '&&': { marginTop: 10 } } },
  rule: { color: 'var(--desk-quiet)', fontSize: 12, lineHeight: 16 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8, listStyle: 'none', margin: '12px 0 0', padding: 0 },
  button: { padding: '4px 12px', border: '1px solid var(--desk-strong-line)', borderRadius: 4, fontWeight: 600 },
  note: { color: 'var(--desk-quiet)', fontSize: 13, lineHeight: 18, maxWidth: 640 }
});

/** Which reminder is looked at, and the moment at which it is posted. */
export interface ReminderPreviewProps {
  readonly id: string;
  readonly reminder: PlannedReminder;
  readonly at: Temporal.Instant;
  readonly onClose: () => void;
}

/** A reminder as it will read, in each of the six languages. */
export function ReminderPreview({ id, reminder, at, onClose }: ReminderPreviewProps): React.ReactElement {
  const { said } = useReminders();
  const [language, setLanguage] = React.useState<Language>(said.language);
  return (
    <div className={styles.preview}>
      <Pivot
        styles={{ root: { marginInlineStart: -8, display: 'flex', flexWrap: 'wrap' } }}
        aria-label={said.t('reminders.preview.language')}
        headersOnly
        selectedKey={language}
        getTabId={(key) => `${id}-tab-${key}`}
        onLinkClick={(item) => setLanguage(item?.props.itemKey as Language)}
      >
        {LANGUAGES.map((each) => (
          <PivotItem key={each} itemKey={each} headerText={languageName(each, each)} headerButtonProps={{ lang: each, dir: directionOf(each) }} />
        ))}
      </Pivot>
      <div role="tabpanel" aria-labelledby={`${id}-tab-${language}`} lang={language} dir={directionOf(language)} data-preview={language}>
        <PreviewCard reminder={reminder} at={at} language={language} />
      </div>
      <p className={styles.note}>{said.t('reminders.preview.note')}</p>
      <div>
        <DefaultButton text={said.t('reminders.preview.hide')} onClick={onClose} />
      </div>
    </div>
  );
}

function PreviewCard({ reminder, at, language }: Pick<ReminderPreviewProps, 'reminder' | 'at'> & { readonly language: Language }): React.ReactElement {
  const { group, translator } = useReminders();
  const load = React.useCallback(async () => createTranslator(language, await loadReminderWords(language)), [language]);
  const words = useLoaded(load);
  if (words.status === 'loading') {
    return <Skeleton lines={5} />;
  }
  if (words.status === 'failed') {
    return <SiteProblem error={words.error} translator={translator} onRetry={words.retry} />;
  }
  const { heading, meetings, buttons } = wordReminder([reminder], at, group, words.value);
  return (
    <div className={styles.card}>
      <p className={styles.title}>{heading}</p>
      {meetings.map(({ line, deadlines }) => (
        <React.Fragment key={line}>
          <p className={styles.quiet}>{line}</p>
          {deadlines.map(({ sentence, toDo, rule }) => (
            <React.Fragment key={sentence}>
              <p className={styles.sentence}>{sentence}</p>
              <p>{toDo}</p>
              <p className={styles.rule}>{rule}</p>
            </React.Fragment>
          ))}
        </React.Fragment>
      ))}
      <ul className={styles.buttons}>
        {buttons.map(({ kind, title }) => (
          <li key={kind} className={styles.button}>
            {title}
          </li>
        ))}
      </ul>
    </div>
  );
}
