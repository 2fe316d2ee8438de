import { Temporal } from 'temporal-polyfill';
import { quietHoursOf } from '../rules/quietHours';
import type { QuietHours } from '../rules/quietHours';
import { textOf } from './columnValues';

/** The quiet hours in two columns of a list; undefined when they are empty, or edited by hand into something else. */
export function quietHoursIn(row: { readonly QuietFrom: unknown; readonly QuietTo: unknown }): QuietHours | undefined {
  const from = timeIn(row.QuietFrom);
  const to = timeIn(row.QuietTo);
  return from === undefined || to === undefined ? undefined : quietHoursOf(from, to);
}

/** The two columns of some quiet hours, or of none. */
export function quietColumns(hours: QuietHours | undefined): { readonly QuietFrom: string | null; readonly QuietTo: string | null } {
  const text = (time: Temporal.PlainTime | undefined): string | null => time?.toString({ smallestUnit: 'minute' }) ?? null;
  return { QuietFrom: text(hours?.from), QuietTo: text(hours?.to) };
}

function timeIn(value: unknown): Temporal.PlainTime | undefined {
  const text = textOf(value);
  return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text) : undefined;
}
