import { Temporal } from 'temporal-polyfill';
import type { ExportCell, ExportTable } from '../../exports/table';
import { wordShortDate } from '../../messages/dates';
import { localeOf } from '../../messages/locale';
import type { Translator } from '../../messages/translator';
import type { Language } from '../../rules/language';
import { printFrame } from './components/common/printFrame';

const PRINT_STYLE = `
  @page { size: A4; margin: 1.8cm; }
  body { font: 10.5pt/1.45 'Segoe UI', Arial, sans-serif; margin: 0; color: #000; background: #fff; }
  h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 4pt; }
  h2 { font-size: 13pt; margin: 20pt 0 6pt; break-after: avoid; }
  p { margin: 0; color: #333; }
  table { border-collapse: collapse; width: 100%; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { border: 0.5pt solid #888; padding: 3pt 5pt; text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
  thead th { font-weight: 600; background: #eef2f6; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  td.number { text-align: end; font-variant-numeric: tabular-nums; }
`;

/** What stands above the tables. */
export interface PrintedHead {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Prints tables under their titles on paper of their own, without the page around the web part. */
export function printTables({ title, lines }: PrintedHead, tables: readonly ExportTable[], translator: Pick<Translator<string>, 'language' | 'direction'>): void {
  printFrame({
    title,
    translator,
    style: PRINT_STYLE,
    content: (page) => {
      const element = (tag: string, text: string): HTMLElement => Object.assign(page.createElement(tag), { textContent: text });
      return [element('h1', title), ...lines.map((line) => element('p', line)), ...tables.flatMap((table) => [element('h2', table.title), tableOn(page, table, translator.language)])];
    }
  });
}

function tableOn(page: Document, { headings, rows }: ExportTable, language: Language): HTMLTableElement {
  const table = page.createElement('table');
  const head = table.createTHead().insertRow();
  head.append(...headings.map((heading) => Object.assign(page.createElement('th'), { scope: 'col', textContent: heading })));
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    row.forEach((value, index) => {
      const cell = index === 0 ? Object.assign(page.createElement('th'), { scope: 'row' }) : page.createElement('td');
      cell.textContent = wordCell(value, language);
      cell.dir = 'auto';
      cell.className = typeof value === 'number' ? 'number' : '';
      line.append(cell);
    });
  }
  return table;
}

function wordCell(cell: ExportCell, language: Language): string {
  if (cell instanceof Temporal.PlainDate) {
    return wordShortDate(cell, language);
  }
  if (cell instanceof Temporal.ZonedDateTime) {
    return `${wordShortDate(cell.toPlainDate(), language)}, ${cell.toPlainTime().toLocaleString(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
  }
  return String(cell ?? '');
}
