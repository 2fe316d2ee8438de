import * as React from 'react';
import { translationsTable } from '../../../../exports/documentTables';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { useFollowed } from '../../hooks/useFollowed';
import { Icon } from '../common/Icon';
import { Notice } from '../common/Notice';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { TableButtons } from '../common/TableButtons';
import { documentName } from '../secretariat/dossier';
import type { Dossier } from '../secretariat/dossier';
import { SelectField } from '../submission/SelectField';
import { CELL_SIGNS } from './cellSigns';
import { languageStyles as styles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { LanguagesProvider } from './LanguagesProvider';
import { matrixStyles } from './matrix.styles';
import { ReportForm } from './ReportForm';
import { signStyle, TranslationMatrix } from './TranslationMatrix';
import type { RecordedStatus } from './TranslationMatrix';
import { CELL_STATES, countVersions, isWanted, translationRows } from './translationRows';
import type { CellState, TranslationCell, TranslationFilter, TranslationRow } from './translationRows';

/** A meeting's documents. */
export interface TranslationsPartProps {
  readonly meetingId: number;
  readonly dossiers: readonly Dossier[];
  /** By which versions documents are shown; all when there is none. */
  readonly filter: TranslationFilter | undefined;
  readonly onFilter: (filter: TranslationFilter | undefined) => void;
  /** Called when something was decided about a document. */
  readonly onChanged: () => void;
}

/** The language versions of a meeting's documents as a matrix, and what the secretariat records of them. */
export function TranslationsPart(props: TranslationsPartProps): React.ReactElement {
  return (
    <LanguagesProvider>
      <TranslationsOfMeeting {...props} />
    </LanguagesProvider>
  );
}

function TranslationsOfMeeting({ meetingId, dossiers, filter, onFilter, onChanged }: TranslationsPartProps): React.ReactElement {
  const { group, languageSite, said, site, translator } = useLanguages();
  const own = dossiers.filter(({ contribution }) => contribution.meetingId === meetingId);
  const ids = own.map(({ contribution }) => contribution.id);
  const [first, last] = ids.length === 0 ? [0, 0] : [Math.min(...ids), Math.max(...ids)];
  const read = React.useCallback(() => languageSite.translations.ofContributions(first, last), [languageSite, first, last]);
  const { value: translations, error, refresh, amend } = useFollowed(read);
  const [failed, setFailed] = React.useState<{ readonly error: unknown; readonly retry: () => void }>();
  const [message, setMessage] = React.useState<string>();
  const [report, setReport] = React.useState<TranslationRow>();
  const heading = React.useRef<HTMLHeadingElement>(null);
  if (translations === undefined) {
    return error === undefined ? <Skeleton lines={6} /> : <SiteProblem error={error} translator={translator} onRetry={refresh} />;
  }
  const today = site.clock.now().toZonedDateTimeISO(group.zone).toPlainDate();
  const rows = translationRows(own, translations, group, today);
  const shown = filter === undefined ? rows : rows.filter(({ cells }) => cells.some((cell) => isWanted(cell, filter)));
  const options: readonly { readonly value: TranslationFilter; readonly text: string }[] = [
    { value: 'toDo', text: said.t('translations.due') },
    { value: 'done', text: said.t('translations.done') },
    ...CELL_STATES.flatMap((value: CellState) => (value === 'original' ? [] : [{ value, text: said.t(`translation.${value}`) }]))
  ];

  const record = async (row: TranslationRow, cell: TranslationCell, status: RecordedStatus): Promise<void> => {
    setFailed(undefined);
    setMessage(undefined);
    const { version, derived } = cell;
    const dueDate = row.contribution.publicationDue;
    const next = status === 'derived' ? derived : { language: version.language, status, ...(status === 'inTranslation' && dueDate !== undefined ? { dueDate } : {}) };
    try {
      await languageSite.translations.record(row.contribution.id, next);
      const newest = await read();
      amend(() => newest);
      setMessage(
        said.t('matrix.done', {
          document: isolate(documentName(row.contribution)),
          language: languageName(version.language, translator.language),
          status: said.t(`translation.${next.status}`)
        })
      );
    } catch (problem) {
      setFailed({ error: problem, retry: () => void record(row, cell, status) });
    }
  };
  const closeReport = (): void => {
    setReport(undefined);
    heading.current?.focus();
  };
  return (
    <section className={styles.section} aria-labelledby="desk-translations">
      <div className={styles.head}>
        <h3 ref={heading} id="desk-translations" tabIndex={-1} className={styles.heading}>
          {said.t('translations.heading')}
        </h3>
      </div>
      {error !== undefined && <SiteProblem error={error} translator={translator} onRetry={refresh} />}
      {rows.length === 0 ? (
        <p className={styles.quiet}>{said.t('translations.empty')}</p>
      ) : (
        <>
          <dl className={matrixStyles.counts}>
            <div>
              <dt>{said.t('translations.due')}</dt>
              <dd data-count="due">{countVersions(rows, 'toDo')}</dd>
            </div>
            <div>
              <dt>{said.t('translations.overdue')}</dt>
              <dd data-count="overdue" data-overdue={countVersions(rows, 'overdue') > 0}>
                {countVersions(rows, 'overdue')}
              </dd>
            </div>
            <div>
              <dt>{said.t('translations.done')}</dt>
              <dd data-count="done">{countVersions(rows, 'done')}</dd>
            </div>
          </dl>
          <ul className={matrixStyles.legend} aria-label={said.t('matrix.legend')}>
            {CELL_STATES.map((state) => (
              <li key={state}>
                <span className={matrixStyles.legendSign} style={signStyle(state)}>
                  <Icon name={CELL_SIGNS[state].icon} size={16} />
                </span>
                {said.t(`translation.${state}`)}
              </li>
            ))}
          </ul>
          <div className={matrixStyles.filter}>
            <SelectField
              id="desk-translations-filter"
              label={said.t('translations.filter')}
              isOptional
              placeholder={said.t('translations.filter.all', { count: rows.length })}
              options={options}
              value={filter}
              onChange={onFilter}
            />
          </div>
          <div role="status" className={styles.status}>
            {message !== undefined && <Notice tone="good" title={message} />}
          </div>
          {failed !== undefined && (
            <SiteProblem error={failed.error} translator={translator} secretariatAddress={group.secretariatAddress} onRetry={failed.retry}>
              <p>{said.t('matrix.notDone')}</p>
            </SiteProblem>
          )}
          {report !== undefined && (
            <ReportForm
              key={report.contribution.id}
              contribution={report.contribution}
              onDone={() => {
                setMessage(said.t('report.done'));
                onChanged();
                closeReport();
              }}
              onClose={closeReport}
            />
          )}
          {shown.length === 0 ? (
            <p className={styles.quiet}>{said.t('translations.noMatch')}</p>
          ) : (
            <>
              <TranslationMatrix rows={shown} today={today} onRecord={(row, cell, status) => void record(row, cell, status)} onMarkReport={setReport} />
              <TableButtons
                labels={{ xlsx: 'exports.translations.xlsx', csv: 'exports.translations.csv' }}
                name={`translations-${meetingId}`}
                tables={(words) => [
                  translationsTable(
                    shown.map(({ contribution, cells }) => ({ ...contribution, title: contribution.title ?? contribution.fileName, states: cells.map(({ state }) => said.t(`translation.${state}`)) })),
                    words
                  )
                ]}
              />
            </>
          )}
        </>
      )}
    </section>
  );
}
