import * as React from 'react';
import { Temporal } from 'temporal-polyfill';
import { wordInstant, wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { DOC_STATUSES, PURPOSES, STANDINGS } from '../../../../rules/contribution';
import { LANGUAGES } from '../../../../rules/language';
import { historyOf } from '../../../../site/contributionHistory';
import type { ColumnChange, HistoryColumn } from '../../../../site/contributionHistory';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { detailsStyles as styles } from '../secretariat/details.styles';
import { useLibrary } from './libraryContext';

/** So many versions are shown before the rest is asked for. */
const SHOWN = 8;
/** Beyond this a text is not told twice in full. */
const LONGEST = 160;

/** Whose history is shown. */
export interface DocumentHistoryProps {
  readonly id: number;
  /** Another text for each state of it. */
  readonly version: string;
}

/** Who changed what of a document and when, by the library's own versions, in words; the latest first. */
export function DocumentHistory({ id, version }: DocumentHistoryProps): React.ReactElement {
  const { connection, group, texts, translator } = useLibrary();
  const load = React.useCallback(() => historyOf(connection, id), [connection, id, version]);
  const history = useLoaded(load);
  const [isWhole, setIsWhole] = React.useState(false);
  const wordChange = useWordedChange();
  return (
    <section className={styles.section} data-testid="history">
      <h5 className={styles.subheading}>{texts.t('details.history')}</h5>
      {history.status === 'loading' && <Skeleton lines={2} />}
      {history.status === 'failed' && <SiteProblem error={history.error} translator={translator} onRetry={history.retry} />}
      {history.status === 'ready' && (
        <>
          <ul className={styles.list}>
            {history.value.slice(0, isWhole ? undefined : SHOWN).map(({ label, at, by, changes }) => (
              <li key={label}>
                {changes.map((change) => (
                  <div key={change.column}>{wordChange(change)}</div>
                ))}
                <div className={styles.quiet}>{texts.t('history.by', { person: isolate(by), time: wordInstant(at, group, translator) })}</div>
              </li>
            ))}
          </ul>
          {!isWhole && history.value.length > SHOWN && (
            <div>
              <DefaultButton text={texts.t('history.all', { count: history.value.length - SHOWN })} onClick={() => setIsWhole(true)} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** A change of a column as a sentence. */
function useWordedChange(): (change: ColumnChange) => string {
  const { group, meetings, texts, translator } = useLibrary();
  const fieldOf = (column: HistoryColumn): string => {
    switch (column) {
      case 'Title':
        return translator.t('field.title');
      case 'FileLeafRef':
        return texts.t('history.file');
      case 'Source':
        return translator.t('field.source');
      case 'Purpose':
        return translator.t('field.purpose');
      case 'MeetingId':
        return translator.t('field.meeting');
      case 'OriginalLanguage':
        return translator.t('field.originalLanguage');
      case 'SuppliedLanguages':
        return texts.t('history.languages');
      case 'Topic':
        return translator.t('form.topic');
      case 'ActionRequired':
        return translator.t('form.actionRequired');
      case 'Abstract':
        return translator.t('form.abstract');
      case 'ReceivedAt':
        return translator.t('field.receivedAt');
      case 'PublicationDue':
        return translator.t('field.publicationDue');
      case 'Standing':
        return translator.t('field.standing');
      case 'DocStatus':
        return translator.t('field.status');
      case 'DocSymbol':
        return translator.t('field.symbol');
      case 'PartOf':
        return texts.t('history.partOf');
      case 'Sha256':
        return texts.t('history.content');
    }
  };
  const valueOf = (column: HistoryColumn, value: string | number): string => {
    const among = <Value extends string>(choices: readonly Value[], word: (choice: Value) => string): string => {
      const choice = choices.find((each) => each === value);
      return choice === undefined ? String(value) : word(choice);
    };
    switch (column) {
      case 'Purpose':
        return among(PURPOSES, (purpose) => translator.t(`purpose.${purpose}`));
      case 'Standing':
        return among(STANDINGS, (standing) => translator.t(`standing.${standing}`));
      case 'DocStatus':
        return among(DOC_STATUSES, (status) => translator.t(`docStatus.${status}`));
      case 'OriginalLanguage':
        return among(LANGUAGES, (language) => languageName(language, translator.language));
      case 'MeetingId':
        return meetings.find(({ id }) => id === value)?.title ?? `#${value}`;
      case 'PublicationDue':
        return wordShortDate(Temporal.PlainDate.from(String(value)), translator.language);
      case 'ReceivedAt':
        return wordInstant(Temporal.Instant.from(String(value)), group, translator);
      default:
        return String(value).length > LONGEST ? `${String(value).slice(0, LONGEST)}…` : String(value);
    }
  };
  return ({ column, before, after }) => {
    const field = fieldOf(column);
    if (column === 'Sha256') {
      return texts.t(before === undefined ? 'history.content.first' : 'history.content.replaced');
    }
    if (before === undefined) {
      return texts.t('history.set', { field, value: isolate(after === undefined ? '' : valueOf(column, after)) });
    }
    return after === undefined
      ? texts.t('history.emptied', { field, value: isolate(valueOf(column, before)) })
      : texts.t('history.changed', { field, before: isolate(valueOf(column, before)), after: isolate(valueOf(column, after)) });
  };
}
