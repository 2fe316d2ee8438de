import Papa from 'papaparse';
import { Temporal } from 'temporal-polyfill';
import type { ExportCell, ExportTable } from './table';

/** Without it Excel reads the file in the encoding of its own installation. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as a CSV file (RFC 4180) in UTF-8. Texts that a spreadsheet would take for formulas begin with an apostrophe
 * (OWASP, "CSV Injection"); numbers stay numbers, dates are ISO dates, times carry their offset.
 */
export function writeCsv({ headings, rows }: ExportTable): string {
  const data = rows.map((row) => row.map(plain));
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...headings], data }, { newline: '\r\n', escapeFormulae: true });
}

function plain(cell: ExportCell): string | number {
  if (cell instanceof Temporal.ZonedDateTime) {
    return cell.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  }
  return cell instanceof Temporal.PlainDate ? cell.toString() : (cell ?? '');
}
