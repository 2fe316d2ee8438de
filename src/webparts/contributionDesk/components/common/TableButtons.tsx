import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { ExportWords } from '../../../../exports/exportWords';
import type { ExportTable } from '../../../../exports/table';
import { loadExports } from '../../../../messages/loadExports';
import type { ExportKey } from '../../../../messages/loadExports';
import { downloadTables } from '../../downloadTables';
import type { TableFormat } from '../../downloadTables';
import { useTexts } from '../../hooks/useTexts';
import { useDesk } from '../deskContext';
import { DefaultButton } from './Button';
import { SiteProblem } from './SiteProblem';

const FORMATS: readonly TableFormat[] = ['xlsx', 'csv'];

const styles = mergeStyleSets({ buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 } });

/** What is saved. */
export interface TableButtonsProps {
  /** What the buttons say. */
  readonly labels: Readonly<Record<TableFormat, ExportKey>>;
  /** The name of the file after the group's, without its ending. */
  readonly name: string;
  /** Makes the tables when they are wanted; a CSV file has the first of them alone. */
  readonly tables: (words: ExportWords) => readonly [ExportTable, ...ExportTable[]];
}

/** Saves what is shown as an Excel file with a sheet for each table, or its first table as a CSV file. */
export function TableButtons({ labels, name, tables }: TableButtonsProps): React.ReactElement | null {
  const { group, translator } = useDesk();
  const texts = useTexts(translator.language, loadExports);
  const words = texts.value;
  const [error, setError] = React.useState<unknown>();
  if (words === undefined) {
    return texts.error === undefined ? null : <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} />;
  }
  const save = async (format: TableFormat): Promise<void> => {
    setError(undefined);
    try {
      await downloadTables(tables({ group, translator: words, terms: translator }), format, `${group.acronym}-${name}`);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      {error !== undefined && <SiteProblem error={error} translator={translator} />}
      <div className={styles.buttons}>
        {FORMATS.map((format) => (
          <DefaultButton key={format} text={words.t(labels[format])} onClick={() => void save(format)} />
        ))}
      </div>
    </>
  );
}
