import { Temporal } from 'temporal-polyfill';
import writeExcelFile from 'write-excel-file/universal';
import type { ExportCell, ExportTable } from './table';
import { xmlText } from './xmlText';

/** Excel's own limits for the name of a sheet. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** Excel's limit for the text of a cell. */
const LONGEST_TEXT = 32767;
const ZERO_WIDTH_SPACE = '\u200B';

/** Wide enough for what is in it, and no wider than a screen takes. */
const NARROWEST = 8;
const WIDEST = 60;

/**
 * Tables as an Excel file, a sheet each: headings bold and always in view, dates and times as dates that can be counted
 * with, and from right to left where the language is. Texts are texts, whatever they begin with.
 */
export async function writeXlsx(tables: readonly ExportTable[]): Promise<Blob> {
  return writeExcelFile(
    tables.map((table, index) => ({
      sheet: sheetName(table.title, index),
      data: [table.headings.map((value) => ({ value: textOf(value), type: String, fontWeight: 'bold' as const })), ...table.rows.map((row) => row.map(cellOf))],
      columns: table.headings.map((_heading, column) => ({ width: widthOf(table, column) })),
      stickyRowsCount: 1,
      rightToLeft: table.direction === 'rtl'
    }))
  ).toBlob();
}

function cellOf(cell: ExportCell) {
  if (cell instanceof Temporal.PlainDate) {
    return { value: wallClock(cell.toPlainDateTime()), type: Date, format: 'yyyy-mm-dd' };
  }
  if (cell instanceof Temporal.ZonedDateTime) {
    return { value: wallClock(cell.toPlainDateTime()), type: Date, format: 'yyyy-mm-dd hh:mm' };
  }
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: textOf(cell ?? ''), type: String };
}

/** Without what XML cannot hold, and no longer than a cell may be. */
function textOf(text: string): string {
  const clean = xmlText(text).slice(0, LONGEST_TEXT);
  // The library looks texts up in a plain object and loses one such as `constructor`, which every object has.
  return clean in {} ? `${clean}${ZERO_WIDTH_SPACE}` : clean;
}

/** Excel knows no zones: what the clock on the wall says is written as if it were UTC. */
function wallClock(at: Temporal.PlainDateTime): Date {
  return new Date(at.toZonedDateTime('UTC').epochMilliseconds);
}

function sheetName(title: string, index: number): string {
  const name = title.replace(NOT_IN_NAMES, ' ').trim().slice(0, LONGEST_NAME);
  return name === '' ? String(index + 1) : name;
}

function widthOf({ headings, rows }: ExportTable, column: number): number {
  const lengths = [headings[column], ...rows.map((row) => row[column])].map((cell) => (cell instanceof Temporal.ZonedDateTime ? 16 : String(cell ?? '').length));
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 2);
}
