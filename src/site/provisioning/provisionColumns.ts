import { body, headers } from '@pnp/queryable';
import { spPostMerge } from '@pnp/sp';
import '@pnp/sp/fields';
import { DateTimeFieldFormatType, FieldTypes } from '@pnp/sp/fields';
import type { IFieldInfo } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import type { ColumnSchema, ListSchema } from '../schema';
import type { ProvisioningEntry } from './report';

/** A column as the site answers it. What only some types have may be absent. */
type PresentColumn = Pick<IFieldInfo, 'InternalName' | 'FieldTypeKind' | 'TypeAsString' | 'Indexed' | 'EnforceUniqueValues'> & {
  readonly Choices?: readonly string[];
  readonly DisplayFormat?: number;
  readonly RichText?: boolean;
};

const FIELD_TYPES: Readonly<Record<ColumnSchema['type'], FieldTypes>> = {
  text: FieldTypes.Text,
  note: FieldTypes.Note,
  number: FieldTypes.Number,
  boolean: FieldTypes.Boolean,
  date: FieldTypes.DateTime,
  dateTime: FieldTypes.DateTime,
  choice: FieldTypes.Choice
};

/** Makes the columns that a list lacks, adds the choices that a choice column lacks, and compares those that are there. */
export async function provisionColumns(list: IList, schema: ListSchema): Promise<ProvisioningEntry[]> {
  const present = (await list.fields.top(5000)()) as readonly PresentColumn[];
  const entries: ProvisioningEntry[] = [];
  // One after the other: SharePoint answers concurrent changes of a list's columns with save conflicts.
  for (const column of schema.columns) {
    const name = `${schema.title}.${column.name}`;
    const known = present.find(({ InternalName }) => InternalName === column.name);
    if (known === undefined) {
      await addColumn(list, column);
      entries.push({ kind: 'column', name, state: 'created' });
    } else {
      entries.push(await provisionPresent(list, column, known, name));
    }
  }
  return entries;
}

async function provisionPresent(list: IList, column: ColumnSchema, known: PresentColumn, name: string): Promise<ProvisioningEntry> {
  const differences = differencesOf(column, known);
  if (differences.length > 0) {
    return { kind: 'column', name, state: 'differs', advice: `${differences.join('; ')}. Change it in the list's settings.` };
  }
  const missing = column.type === 'choice' ? column.choices.filter((choice) => known.Choices?.includes(choice) !== true) : [];
  if (missing.length === 0) {
    return { kind: 'column', name, state: 'present' };
  }
  await setChoices(list, column.name, [...(known.Choices ?? []), ...missing]);
  return { kind: 'column', name, state: 'extended', advice: `The choices ${missing.join(', ')} were added.` };
}

/**
 * Sets the choices of a column; no item changes by it. Only a choice column has choices, so SharePoint must be told the type, which PnPjs'
 * own `update` leaves out ("The property 'Choices' does not exist on type 'SP.Field'").
 */
async function setChoices(list: IList, name: string, choices: readonly string[]): Promise<void> {
  const verbose = { Accept: 'application/json;odata=verbose', 'Content-Type': 'application/json;odata=verbose' };
  await spPostMerge(list.fields.getByInternalNameOrTitle(name), body({ __metadata: { type: 'SP.FieldChoice' }, Choices: { results: choices } }, headers(verbose)));
}

async function addColumn(list: IList, column: ColumnSchema): Promise<unknown> {
  const { fields } = list;
  const unique = column.unique === true;
  const common = { Description: column.description, Indexed: column.indexed === true || unique, EnforceUniqueValues: unique };
  switch (column.type) {
    case 'text':
      return fields.addText(column.name, common);
    case 'note':
      // Rich text would wrap JSON and plain sentences into HTML.
      return fields.addMultilineText(column.name, { ...common, RichText: false, NumberOfLines: 6 });
    case 'number':
      return fields.addNumber(column.name, common);
    case 'boolean':
      return fields.addBoolean(column.name, withDefault(common, column.defaultValue === true ? '1' : '0'));
    case 'date':
      return fields.addDateTime(column.name, { ...common, DisplayFormat: DateTimeFieldFormatType.DateOnly });
    case 'dateTime':
      return fields.addDateTime(column.name, { ...common, DisplayFormat: DateTimeFieldFormatType.DateTime });
    case 'choice':
      return fields.addChoice(column.name, withDefault({ ...common, Choices: [...column.choices] }, column.defaultValue));
  }
}

/** PnPjs' types leave the default value out; SharePoint takes it (`DefaultValue`, Fields REST API reference). */
function withDefault<T extends object>(properties: T, defaultValue: string | undefined): T {
  return defaultValue === undefined ? properties : { ...properties, DefaultValue: defaultValue };
}

function differencesOf(column: ColumnSchema, present: PresentColumn): string[] {
  if (present.FieldTypeKind !== FIELD_TYPES[column.type]) {
    return [`It is of type ${present.TypeAsString} and should be ${FieldTypes[FIELD_TYPES[column.type]]}`];
  }
  const differences: string[] = [];
  if (column.unique === true && !present.EnforceUniqueValues) {
    differences.push('It allows the same value twice and should enforce unique values');
  } else if (column.indexed === true && !present.Indexed) {
    differences.push('It should be indexed');
  }
  if (column.type === 'date' && present.DisplayFormat !== DateTimeFieldFormatType.DateOnly) {
    differences.push('It should be a date without a time');
  }
  if (column.type === 'dateTime' && present.DisplayFormat !== DateTimeFieldFormatType.DateTime) {
    differences.push('It should be a date with a time');
  }
  if (column.type === 'note' && present.RichText === true) {
    differences.push('It should be plain text, not rich text');
  }
  return differences;
}
