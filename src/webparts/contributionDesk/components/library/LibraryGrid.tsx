import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import type { Contribution } from '../../../../site/contribution';
import { DefaultButton } from '../common/Button';
import { problemKind } from '../common/problemKind';
import { VisuallyHidden } from '../common/VisuallyHidden';
import { CellText } from './CellText';
import { gridStyles as styles, ROW_HEIGHT } from './grid.styles';
import { gridCommand } from './gridKeys';
import type { GridRow } from './gridRows';
import { useLibrary } from './libraryContext';
import type { LibraryOrder } from '../../../../site/contributionPages';
import type { SectionSubject } from './librarySections';
import type { LibraryColumn } from './libraryView';

/** So many rows beyond those in view are there, for a scroll not to show empty ground. */
const BEYOND = 6;
/** The columns' widths beside the title's, which takes what is left. */
const WIDTHS: Readonly<Record<LibraryColumn, string>> = {
  symbol: '144px',
  source: 'minmax(0, 0.5fr)',
  meeting: 'minmax(0, 0.8fr)',
  standing: '148px',
  status: '124px',
  due: '132px',
  received: '96px'
};
/** Below the title there is little room: what the secretariat acts upon comes first. */
const BELOW_THE_TITLE: readonly LibraryColumn[] = ['symbol', 'due', 'status', 'standing', 'source', 'received', 'meeting'];
const ORDERED_BY: Readonly<Partial<Record<LibraryColumn, LibraryOrder>>> = { symbol: 'number', source: 'source', due: 'due' };

/** What the list shows and what it reports. */
export interface LibraryGridProps {
  readonly rows: readonly GridRow[];
  readonly columns: readonly LibraryColumn[];
  /** The order that the documents have. */
  readonly order: LibraryOrder;
  /** Whether the facts of a document stand below its title instead of in columns. */
  readonly isNarrow: boolean;
  readonly openId: number | undefined;
  readonly selected: ReadonlyMap<number, Contribution>;
  readonly errorOf: (sectionKey: string) => unknown;
  readonly onOpen: (document: Contribution) => void;
  readonly onSelect: (documents: readonly Contribution[], isSelected: boolean) => void;
  readonly onToggle: (sectionKey: string) => void;
  readonly onReadOn: (sectionKey: string) => void;
  /** Called when the person wants to leave what they opened or selected. */
  readonly onLeave: () => void;
}

/** What the list lets its surroundings do. */
export interface LibraryGridHandle {
  /** Puts the focus on the row of a document, or on the row that has its place. */
  focus(): void;
}

/**
 * A list of any length of which only the rows in view are in the page: a treegrid whose rows take the focus. Fluent's own
 * list of details would weigh 55 kB and keeps one row for each document that was read.
 */
export const LibraryGrid = React.forwardRef<LibraryGridHandle, LibraryGridProps>(function LibraryGrid(props, handle) {
  const { rows, columns, order, isNarrow, openId, selected, errorOf, onOpen, onSelect, onToggle, onReadOn, onLeave } = props;
  const { translator, texts } = useLibrary();
  const body = React.useRef<HTMLDivElement>(null);
  const [top, setTop] = React.useState(0);
  const [activeKey, setActiveKey] = React.useState<string>();
  const height = isNarrow ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide;
  const viewHeight = Math.min(Math.max(rows.length, 3) * height, isNarrow ? 576 : 616);
  const active = Math.max(0, rows.findIndex(({ key }) => key === activeKey));
  const first = Math.max(0, Math.floor(top / height) - BEYOND);
  const last = Math.min(rows.length - 1, Math.ceil((top + viewHeight) / height) + BEYOND);
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  // The row with the focus stays in the page however far the list is scrolled, or the focus would be lost.
  const drawn = rows.length === 0 || shown.includes(active) ? shown : active < first ? [active, ...shown] : [...shown, active];

  // The next page is read when its place comes into view, but the library is not looked through for what is rare without being asked.
  const endInView = shown.map((index) => rows[index]).find((row) => row.kind === 'end' && row.end === 'more');
  React.useEffect(() => {
    if (endInView !== undefined) {
      onReadOn(endInView.sectionKey);
    }
  }, [endInView, onReadOn]);

  const rowElement = (index: number): HTMLElement | null | undefined => body.current?.querySelector<HTMLElement>(`[aria-rowindex="${index + 2}"]`);
  const focusRow = (index: number): void => {
    const { current } = body;
    if (current !== null && rows[index] !== undefined) {
      setActiveKey(rows[index].key);
      if (index * height < current.scrollTop) {
        current.scrollTop = index * height;
      } else if ((index + 1) * height > current.scrollTop + current.clientHeight) {
        current.scrollTop = (index + 1) * height - current.clientHeight;
      }
      setTop(current.scrollTop);
      // The row may not have been there until now.
      window.setTimeout(() => rowElement(index)?.focus({ preventScroll: true }), 0);
    }
  };
  React.useImperativeHandle(handle, () => ({ focus: () => focusRow(active) }));

  const select = (document: Contribution): void => onSelect([document], !selected.has(document.id));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const row = rows[active];
    // A field or a button within a row has keys of its own.
    if (row === undefined || !(event.target as Element).matches('[role=row]')) {
      return;
    }
    const command = gridCommand(event, { index: active, count: rows.length, page: Math.max(1, Math.floor(viewHeight / height) - 1), direction: translator.direction });
    if (command === undefined) {
      return;
    }
    event.preventDefault();
    switch (command.kind) {
      case 'move': {
        const [from, to] = [Math.min(active, command.to), Math.max(active, command.to)];
        if (command.extends) {
          onSelect(rows.slice(from, to + 1).flatMap((each) => (each.kind === 'document' ? [each.document] : [])), true);
        }
        focusRow(command.to);
        break;
      }
      case 'open':
        if (row.kind === 'document') {
          onOpen(row.document);
        } else if (row.kind === 'section') {
          onToggle(row.sectionKey);
        } else if (row.end !== 'loading' && row.end !== 'empty') {
          onReadOn(row.sectionKey);
        }
        break;
      case 'select':
        if (row.kind === 'document') {
          select(row.document);
        }
        break;
      case 'selectAll':
        onSelect(rows.flatMap((each) => (each.kind === 'document' ? [each.document] : [])), true);
        break;
      case 'expand':
      case 'collapse':
        if (row.kind === 'section' && row.isExpanded === (command.kind === 'collapse')) {
          onToggle(row.sectionKey);
        } else if (command.kind === 'collapse' && row.kind !== 'section') {
          const heading = rows.findIndex((each) => each.kind === 'section' && each.sectionKey === row.sectionKey);
          if (heading !== -1) {
            focusRow(heading);
          }
        }
        break;
      case 'leave':
        onLeave();
    }
  };

  const template = isNarrow ? '32px minmax(0, 1fr)' : ['32px', ...(columns.includes('symbol') ? [WIDTHS.symbol] : []), 'minmax(0, 1.6fr)', ...columns.filter((column) => column !== 'symbol').map((column) => WIDTHS[column])].join(' ');
  const before: readonly LibraryColumn[] = columns.filter((column) => column === 'symbol');
  const after = columns.filter((column) => column !== 'symbol');
  const columnCount = isNarrow ? 2 : columns.length + 2;
  const header = (column: LibraryColumn): React.ReactElement => (
    <div key={column} role="columnheader" className={styles.cell} aria-sort={ORDERED_BY[column] === order ? (order === 'source' ? 'ascending' : 'descending') : undefined}>
      {texts.t(`column.${column}`)}
    </div>
  );
  return (
    <div role="treegrid" className={styles.grid} aria-label={texts.t('library.list')} aria-multiselectable aria-rowcount={rows.length + 1} aria-colcount={columnCount} onKeyDown={onKeyDown}>
      <div role="rowgroup" className={styles.head} hidden={isNarrow}>
        <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
          <div role="columnheader">
            <VisuallyHidden>{texts.t('library.selection')}</VisuallyHidden>
          </div>
          {before.map(header)}
          <div role="columnheader">{translator.t('field.title')}</div>
          {after.map(header)}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={styles.body} style={{ height: viewHeight }} onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}>
        <div role="presentation" className={styles.room} style={{ height: rows.length * height }}>
          {drawn.map((index) => {
            const row = rows[index];
            const isSelected = row.kind === 'document' && selected.has(row.document.id);
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={index + 2}
                aria-level={row.kind === 'section' ? 1 : row.level}
                aria-expanded={row.kind === 'section' ? row.isExpanded : undefined}
                aria-selected={row.kind === 'document' ? isSelected : undefined}
                data-document={row.kind === 'document' ? row.document.id : undefined}
                data-section={row.kind === 'section' ? row.sectionKey : undefined}
                data-open={row.kind === 'document' && row.document.id === openId}
                tabIndex={index === active ? 0 : -1}
                className={styles.placed}
                style={{ top: index * height, height }}
                onFocus={() => setActiveKey(row.key)}
                onClick={(event) => {
                  if ((event.target as Element).closest('label, button') === null) {
                    setActiveKey(row.key);
                    if (row.kind === 'document') {
                      onOpen(row.document);
                    } else if (row.kind === 'section') {
                      onToggle(row.sectionKey);
                    }
                  }
                }}
              >
                {row.kind === 'section' ? (
                  <div role="gridcell" aria-colspan={columnCount} className={styles.section}>
                    <span className={styles.chevron} aria-hidden="true">
                      {row.isExpanded ? '▾' : translator.direction === 'rtl' ? '◂' : '▸'}
                    </span>
                    <SectionName subject={row.subject} />
                  </div>
                ) : row.kind === 'end' ? (
                  <div role="gridcell" aria-colspan={columnCount} className={styles.end}>
                    {texts.t(`end.${row.end}`, { problem: row.end === 'failed' ? translator.t(`error.${problemKind(errorOf(row.sectionKey))}`) : '' })}
                    {(row.end === 'partial' || row.end === 'failed') && (
                      <DefaultButton tabIndex={-1} text={row.end === 'failed' ? translator.t('retry') : texts.t('end.partial.next')} onClick={() => onReadOn(row.sectionKey)} />
                    )}
                  </div>
                ) : (
                  <div role="presentation" className={styles.row} data-narrow={isNarrow} style={{ gridTemplateColumns: template }}>
                    <div role="gridcell">
                      <label className={styles.check}>
                        <input
                          type="checkbox"
                          tabIndex={-1}
                          checked={isSelected}
                          aria-label={texts.t('library.select', { document: isolate(row.document.title ?? row.document.fileName) })}
                          onChange={() => select(row.document)}
                        />
                      </label>
                    </div>
                    {!isNarrow && before.map((column) => <Cell key={column} column={column} document={row.document} />)}
                    <div role="gridcell">
                      <bdi className={styles.title}>{row.document.title ?? row.document.fileName}</bdi>
                      {isNarrow && (
                        <div className={styles.sub}>
                          {BELOW_THE_TITLE.filter((column) => columns.includes(column)).map((column) => (
                            <CellText key={column} column={column} document={row.document} />
                          ))}
                        </div>
                      )}
                    </div>
                    {!isNarrow && after.map((column) => <Cell key={column} column={column} document={row.document} />)}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
});

function Cell(props: { readonly column: LibraryColumn; readonly document: Contribution }): React.ReactElement {
  return (
    <div role="gridcell" className={styles.cell} data-column={props.column}>
      <CellText {...props} />
    </div>
  );
}

function SectionName({ subject }: { readonly subject: SectionSubject }): React.ReactElement {
  const { said, texts, translator } = useLibrary();
  switch (subject.kind) {
    case 'all':
      return <>{texts.t('library.list')}</>;
    case 'meeting':
      return subject.meeting === undefined ? <>{texts.t('library.noMeeting')}</> : <bdi>{subject.meeting.title}</bdi>;
    case 'state':
      return <>{translator.t(`docStatus.${subject.state}`)}</>;
    case 'region':
      return <>{subject.region === undefined ? texts.t('library.noRegion') : said.t(`region.${subject.region}`)}</>;
  }
}
