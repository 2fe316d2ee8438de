import { Temporal } from 'temporal-polyfill';
import { quietHoursOf } from '../rules/quietHours';
import type { QuietHours } from '../rules/quietHours';
import { POSTING_MODES } from '../rules/reminderSettings';
import type { ReminderSettings } from '../rules/reminderSettings';
import { choiceOf, textOf } from './columnValues';

/** The columns of a list that say when and how something is posted. */
interface PostingRow {
  readonly QuietFrom: unknown;
  readonly QuietTo: unknown;
  readonly PostingMode: unknown;
}

/** When and how something is posted, as a row says it; quiet hours that were edited by hand into something else are none. */
export function postingIn(row: PostingRow): Pick<ReminderSettings, 'mode' | 'quietHours'> {
  const [from, to] = [timeIn(row.QuietFrom), timeIn(row.QuietTo)];
  const quietHours = from === undefined || to === undefined ? undefined : quietHoursOf(from, to);
  return { mode: choiceOf(row.PostingMode, POSTING_MODES) ?? 'single', ...(quietHours === undefined ? {} : { quietHours }) };
}

/** The columns of when and how something is posted. */
export function postingColumns({ quietHours, mode }: Pick<ReminderSettings, 'mode' | 'quietHours'>): { readonly QuietFrom: string | null; readonly QuietTo: string | null; readonly PostingMode: string } {
  const text = (time: QuietHours['from'] | undefined): string | null => time?.toString({ smallestUnit: 'minute' }) ?? null;
  return { QuietFrom: text(quietHours?.from), QuietTo: text(quietHours?.to), PostingMode: mode ?? 'single' };
}

function timeIn(value: unknown): Temporal.PlainTime | undefined {
  const text = textOf(value);
  return text !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Temporal.PlainTime.from(text) : undefined;
}
