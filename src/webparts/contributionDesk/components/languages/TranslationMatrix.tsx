import { ContextualMenu } from '@fluentui/react/lib/ContextualMenu';
import type { IContextualMenuItem } from '@fluentui/react/lib/ContextualMenu';
import { DirectionalHint } from '@fluentui/react/lib/Callout';
import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import { wordShortDate } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { languageName } from '../../../../messages/locale';
import { toneStyle } from '../../theme/tones';
import { Icon } from '../common/Icon';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { documentName } from '../secretariat/dossier';
import { useWidth } from '../secretariat/useWidth';
import { CELL_SIGNS } from './cellSigns';
import { languageStyles } from './languages.styles';
import { useLanguages } from './languagesContext';
import { matrixStyles as styles } from './matrix.styles';
import type { CellState, TranslationCell, TranslationRow } from './translationRows';

/** Below this width the documents stand above their signs. */
const NARROW = 560;

/** What the secretariat records of a version: how far it is, or nothing, so that it follows from the rules again. */
export type RecordedStatus = 'inTranslation' | 'available' | 'derived';

/** The matrix and what is done in it. */
export interface TranslationMatrixProps {
  readonly rows: readonly TranslationRow[];
  /** The date in the group's zone. */
  readonly today: Temporal.PlainDate;
  readonly onRecord: (row: TranslationRow, cell: TranslationCell, status: RecordedStatus) => void;
  readonly onMarkReport: (row: TranslationRow) => void;
}

/** Documents by languages. Each version is a sign with its state in words; opening it offers what can be recorded. */
export function TranslationMatrix({ rows, today, onRecord, onMarkReport }: TranslationMatrixProps): React.ReactElement {
  const { group, said, translator } = useLanguages();
  const [opened, setOpened] = React.useState<{ readonly target: HTMLElement; readonly row: TranslationRow; readonly cell: TranslationCell }>();
  const region = React.useRef<HTMLDivElement>(null);
  const isNarrow = (useWidth(region) ?? NARROW) < NARROW;
  const signsOf = (row: TranslationRow): React.ReactElement[] =>
    row.cells.map((cell) => (
      <td key={cell.version.language} data-state={cell.state} data-language={cell.version.language}>
        {cell.version.isOriginal ? <CellSign state={cell.state} /> : <CellButton row={row} cell={cell} onOpen={(target) => setOpened({ target, row, cell })} />}
      </td>
    ));
  return (
    <div ref={region} className={languageStyles.scroll} tabIndex={0} role="region" aria-label={said.t('matrix.label')}>
      <table className={styles.matrix} data-layout={isNarrow ? 'narrow' : 'wide'}>
        <thead>
          <tr>
            {!isNarrow && (
              <>
                <th scope="col">{said.t('matrix.document')}</th>
                <th scope="col">{said.t('matrix.due')}</th>
              </>
            )}
            {group.languages.map((language) => (
              <th key={language} scope="col" data-language={language}>
                <span aria-hidden="true">{group.languageLetters[language]}</span>
                <VisuallyHidden>{languageName(language, translator.language)}</VisuallyHidden>
                {!isNarrow && (
                  <span aria-hidden="true" style={{ display: 'block', fontWeight: 400, fontSize: 12 }}>
                    {languageName(language, translator.language)}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) =>
          isNarrow ? (
            <tbody key={row.contribution.id} data-document={row.contribution.id}>
              <tr>
                <th scope="rowgroup" colSpan={row.cells.length}>
                  <DocumentName row={row} onMarkReport={() => onMarkReport(row)} />
                  <DueDate row={row} today={today} label={said.t('matrix.due')} />
                </th>
              </tr>
              <tr>{signsOf(row)}</tr>
            </tbody>
          ) : (
            <tbody key={row.contribution.id} data-document={row.contribution.id}>
              <tr>
                <th scope="row">
                  <DocumentName row={row} onMarkReport={() => onMarkReport(row)} />
                </th>
                <td className={styles.due}>
                  <DueDate row={row} today={today} />
                </td>
                {signsOf(row)}
              </tr>
            </tbody>
          )
        )}
      </table>
      {opened !== undefined && (
        <ContextualMenu
          target={opened.target}
          items={menuItems(opened.cell)}
          directionalHint={DirectionalHint.bottomLeftEdge}
          shouldFocusOnMount
          onDismiss={() => setOpened(undefined)}
          ariaLabel={said.t('matrix.menu')}
        />
      )}
    </div>
  );

  function menuItems({ version, derived, suppliedUrl }: TranslationCell): IContextualMenuItem[] {
    const { row, cell } = opened as NonNullable<typeof opened>;
    const item = (status: RecordedStatus, text: string): IContextualMenuItem => ({ key: status, text, onClick: () => onRecord(row, cell, status) });
    return [
      ...(version.status === 'inTranslation' ? [] : [item('inTranslation', said.t('translation.inTranslation'))]),
      ...(version.status === 'available' ? [] : [item('available', said.t('translation.available'))]),
      ...(version.status === derived.status ? [] : [item('derived', said.t('matrix.back', { status: said.t(`translation.${derived.status}`) }))]),
      ...(suppliedUrl === undefined ? [] : [{ key: 'open', text: said.t('matrix.openSupplied'), href: suppliedUrl, target: '_blank' }])
    ];
  }
}

/** A state of the matrix as a sign that opens what can be recorded. */
function CellButton({ row, cell, onOpen }: { readonly row: TranslationRow; readonly cell: TranslationCell; readonly onOpen: (target: HTMLElement) => void }): React.ReactElement {
  const { said, translator } = useLanguages();
  const status = said.t(`translation.${cell.state}`);
  return (
    <button
      type="button"
      className={styles.button}
      style={signStyle(cell.state)}
      aria-haspopup="menu"
      aria-label={said.t('matrix.cell', { document: isolate(documentName(row.contribution)), language: languageName(cell.version.language, translator.language), status })}
      title={status}
      onClick={({ currentTarget }) => onOpen(currentTarget)}
    >
      <Icon name={CELL_SIGNS[cell.state].icon} />
    </button>
  );
}

/** A state of the matrix as a sign that cannot be opened, read out in words. */
function CellSign({ state }: { readonly state: CellState }): React.ReactElement {
  const { said } = useLanguages();
  return (
    <span className={styles.sign} style={signStyle(state)} title={said.t(`translation.${state}`)}>
      <Icon name={CELL_SIGNS[state].icon} />
      <VisuallyHidden>{said.t(`translation.${state}`)}</VisuallyHidden>
    </span>
  );
}

/** The colours of a state; without a tone only its shape speaks. */
export function signStyle(state: CellState): React.CSSProperties {
  const { tone } = CELL_SIGNS[state];
  return tone === undefined ? { background: 'transparent', color: 'var(--desk-quiet)', borderColor: 'transparent' } : toneStyle(tone);
}

function DocumentName({ row: { contribution, isReport }, onMarkReport }: { readonly row: TranslationRow; readonly onMarkReport: () => void }): React.ReactElement {
  const { said } = useLanguages();
  const { docSymbol, title, fileName, url } = contribution;
  return (
    <span className={styles.document}>
      {docSymbol !== undefined && <bdi className={styles.symbol}>{docSymbol}</bdi>}
      <a className={styles.link} href={url} target="_blank" rel="noreferrer noopener">
        <bdi>{title ?? fileName}</bdi>
      </a>
      {isReport ? (
        <span className={styles.report}>{said.t('matrix.report')}</span>
      ) : (
        <button type="button" className={styles.plainButton} aria-label={said.t('report.open.of', { document: isolate(documentName(contribution)) })} onClick={onMarkReport}>
          {said.t('report.open')}
        </button>
      )}
    </span>
  );
}

interface DueDateProps {
  readonly row: TranslationRow;
  readonly today: Temporal.PlainDate;
  /** What stands before it, where no heading says it. */
  readonly label?: string;
}

function DueDate({ row: { cells }, today, label }: DueDateProps): React.ReactElement | null {
  const { said, translator } = useLanguages();
  const dueDate = cells.find(({ version }) => version.dueDate !== undefined)?.version.dueDate;
  if (dueDate === undefined) {
    return null;
  }
  const late = dueDate.until(today, { largestUnit: 'day' }).days;
  return (
    <>
      {label !== undefined && <span className={languageStyles.quiet}>{label} </span>}
      {wordShortDate(dueDate, translator.language)}
      {late > 0 && <span className={languageStyles.overdue} style={{ display: 'block' }}>{said.t('matrix.overdue', { days: late })}</span>}
    </>
  );
}
