import { Temporal } from 'temporal-polyfill';
import { toStamp } from '../clock';
import { problems } from '../problem';
import type { SqlValue } from './database';
import type { Field } from './fields';
import { COLUMN_KIND } from './columns';

/** How SharePoint shows a date and time in English, e.g. `8/10/2020 9:00 AM`. */
const SHOWN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i;

/**
 * A value that a program sent, as it is stored.
 * @param field the column
 * @param value as it stood in the JSON
 * @param zone the site's time zone: a time without an offset is meant in it, and a date column keeps the date there
 * @throws SharePointProblem 400 when the value does not fit the column
 */
export function toStored(field: Field, value: unknown, zone: string): SqlValue {
  if (value === null || value === undefined) {
    return null;
  }
  switch (field.kind) {
    case COLUMN_KIND.number:
    case COLUMN_KIND.currency:
    case COLUMN_KIND.integer:
      return storedNumber(field, value);
    case COLUMN_KIND.boolean:
      if (typeof value !== 'boolean' && value !== 0 && value !== 1) {
        throw problems.wrongType('Edm.Boolean');
      }
      return value ? 1 : 0;
    case COLUMN_KIND.dateTime:
      return value === '' ? null : storedDate(field, value, zone);
    case COLUMN_KIND.choice:
      return storedChoice(field, storedText(value, 255));
    case COLUMN_KIND.multiChoice:
      return storedList(value);
    case COLUMN_KIND.user:
    case COLUMN_KIND.lookup:
      return storedReference(field, value);
    case COLUMN_KIND.url:
    case COLUMN_KIND.location:
      return typeof value === 'string' ? value : JSON.stringify(value);
    case COLUMN_KIND.text:
      return storedText(value, Number(field.properties.MaxLength ?? 255));
    default:
      return storedText(value, Number.POSITIVE_INFINITY);
  }
}

/** A stored value as JSON gives it. */
export function fromStored(field: Field, stored: SqlValue): unknown {
  if (stored === null || stored === undefined) {
    return null;
  }
  switch (field.kind) {
    case COLUMN_KIND.boolean:
    case COLUMN_KIND.attachments:
      return stored === 1;
    case COLUMN_KIND.multiChoice:
      return JSON.parse(String(stored)) as unknown;
    case COLUMN_KIND.user:
    case COLUMN_KIND.lookup:
      return field.properties.AllowMultipleValues === true ? (JSON.parse(String(stored)) as unknown) : stored;
    case COLUMN_KIND.url:
      return String(stored).startsWith('{') ? (JSON.parse(String(stored)) as unknown) : { Description: String(stored), Url: String(stored) };
    default:
      return stored;
  }
}

/** A stored value as `FieldValuesAsText` gives it, dates in the site's zone. */
export function toText(field: Field, stored: SqlValue, zone: string): string {
  const value = fromStored(field, stored);
  if (value === null) {
    return '';
  }
  if (typeof value === 'boolean') {
    return value ? 'Yes' : 'No';
  }
  if (field.kind === COLUMN_KIND.dateTime) {
    const local = Temporal.Instant.from(String(value)).toZonedDateTimeISO(zone);
    const date = `${local.month}/${local.day}/${local.year}`;
    const time = `${local.hour % 12 || 12}:${String(local.minute).padStart(2, '0')} ${local.hour < 12 ? 'AM' : 'PM'}`;
    return isDateOnly(field) ? date : `${date} ${time}`;
  }
  return Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A form's text for a column, as `ValidateUpdateListItem` takes it, turned into what JSON would have carried. */
export function fromFormText(field: Field, text: string): unknown {
  if (text === '') {
    return null;
  }
  switch (field.kind) {
    case COLUMN_KIND.number:
    case COLUMN_KIND.currency:
    case COLUMN_KIND.integer:
      return Number(text.replaceAll(',', ''));
    case COLUMN_KIND.boolean:
      return /^(1|yes|true)$/i.test(text);
    case COLUMN_KIND.multiChoice:
      return text.split(';#').filter((part) => part !== '');
    default:
      return text;
  }
}

/** Whether a date column shows no time. */
export function isDateOnly(field: Field): boolean {
  return Number(field.properties.DisplayFormat ?? 1) === 0;
}

/**
 * A date or time as it is stored: UTC to the second.
 * @throws SharePointProblem 400 when it is none
 */
export function parseTime(value: string, zone: string): Temporal.Instant {
  try {
    return readTime(value, zone);
  } catch {
    throw problems.invalidDate();
  }
}

/** @throws RangeError when it is no time, or one that no calendar has */
function readTime(value: string, zone: string): Temporal.Instant {
  const shown = SHOWN.exec(value.trim());
  if (shown) {
    const [, month, day, year, hour = '0', minute = '0', second = '0', half] = shown;
    const hours = half ? (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : Number(hour);
    const fields = { year: Number(year), month: Number(month), day: Number(day), hour: hours, minute: Number(minute), second: Number(second) };
    return Temporal.ZonedDateTime.from({ ...fields, timeZone: zone }, { overflow: 'reject' }).toInstant();
  }
  return /(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? Temporal.Instant.from(value) : Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant();
}

function storedDate(field: Field, value: unknown, zone: string): string {
  if (typeof value !== 'string') {
    throw problems.wrongType('Edm.DateTime');
  }
  const instant = parseTime(value, zone);
  return toStamp(isDateOnly(field) ? instant.toZonedDateTimeISO(zone).startOfDay().toInstant() : instant);
}

function storedNumber(field: Field, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw problems.wrongType('Edm.Double');
  }
  const { MinimumValue: minimum, MaximumValue: maximum } = field.properties;
  if ((typeof minimum === 'number' && number < minimum) || (typeof maximum === 'number' && number > maximum)) {
    throw problems.invalidNumber();
  }
  return number;
}

function storedText(value: unknown, maximum: number): string | null {
  if (typeof value !== 'string') {
    throw problems.wrongType('Edm.String');
  }
  if (value.length > maximum) {
    throw problems.invalidText();
  }
  return value === '' ? null : value;
}

function storedChoice(field: Field, value: string | null): string | null {
  const choices = field.properties.Choices;
  if (value !== null && Array.isArray(choices) && field.properties.FillInChoice !== true && !choices.includes(value)) {
    throw problems.invalidChoice();
  }
  return value;
}

function storedList(value: unknown): string | null {
  const list = Array.isArray(value) ? value : (value as { results?: unknown }).results;
  if (!Array.isArray(list)) {
    throw problems.wrongType('Collection(Edm.String)');
  }
  return list.length === 0 ? null : JSON.stringify(list);
}

function storedReference(field: Field, value: unknown): SqlValue {
  if (field.properties.AllowMultipleValues === true) {
    return storedList(value);
  }
  const id = typeof value === 'string' ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id)) {
    throw problems.wrongType('Edm.Int32');
  }
  return id <= 0 ? null : id;
}
