import { Temporal } from 'temporal-polyfill';
import type { ListSchema } from './schema';

/** Names of the columns of a list. */
export type ColumnName<S extends ListSchema> = S['columns'][number]['name'];

/** An item as the site answers it, with the columns of its list and those that every list has. */
export type Row<S extends ListSchema> = {
  readonly Id: number;
  readonly Title: unknown;
  readonly Modified: unknown;
  readonly 'odata.etag': string;
} & {
  readonly [name in ColumnName<S>]: unknown;
};

/** What is written into an item; columns that are left out keep their values, null empties them. */
export type RowValues<S extends ListSchema> = { readonly [name in ColumnName<S> | 'Title']?: string | number | boolean | null };

/** The columns to ask for when reading items of a list. */
export function selectedColumns(schema: ListSchema): string[] {
  return ['Id', 'Title', 'Modified', ...schema.columns.map(({ name }) => name)];
}

/** A text column's value; undefined when it is empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number column's value; undefined when it is empty. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A choice column's value; undefined when it is empty or none of the choices (people edit lists by hand as well). */
export function choiceOf<T extends string>(value: unknown, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}

/** A date and time column's value; undefined when it is empty. */
export function instantOf(value: unknown): Temporal.Instant | undefined {
  return typeof value === 'string' && value !== '' ? Temporal.Instant.from(value) : undefined;
}

/** When an item was changed last, by the site's clock. */
export function modifiedAt({ Modified }: { readonly Modified: unknown }): Temporal.Instant {
  return Temporal.Instant.from(String(Modified));
}

/** The values of a text column that holds a list separated by commas. */
export function listOf(value: unknown): string[] {
  return (textOf(value) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
