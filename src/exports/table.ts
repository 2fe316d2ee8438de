import type { Temporal } from 'temporal-polyfill';

/** A value in a table; a date, and a time in the group's zone, stay what they are so that programs can count with them. */
export type ExportCell = string | number | Temporal.PlainDate | Temporal.ZonedDateTime | undefined;

/** A list as it is given out: its headings and rows are worded in the person's language. */
export interface ExportTable {
  /** Names the sheet. */
  readonly title: string;
  readonly headings: readonly string[];
  /** As many cells a row as there are headings. */
  readonly rows: readonly (readonly ExportCell[])[];
  readonly direction: 'ltr' | 'rtl';
}
