import type { ExportTable } from '../../exports/table';
import { downloadFile } from './downloadFile';

/** The forms in which a list is given out. */
export type TableFormat = 'csv' | 'xlsx';

/**
 * Saves tables as an Excel file, a sheet each, or the first of them as a CSV file, which has but one.
 * @param name the file's name without its ending
 * @throws Error when the code that writes the file cannot be fetched
 */
export async function downloadTables(tables: readonly [ExportTable, ...ExportTable[]], format: TableFormat, name: string): Promise<void> {
  if (format === 'csv') {
    const { writeCsv } = await import(/* webpackChunkName: 'csv' */ '../../exports/csv');
    downloadFile(new Blob([writeCsv(tables[0])], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
    return;
  }
  const { writeXlsx } = await import(/* webpackChunkName: 'xlsx' */ '../../exports/xlsx');
  downloadFile(await writeXlsx(tables), `${name}.xlsx`);
}
