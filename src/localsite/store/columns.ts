/** SharePoint's numbers for types of columns (`FieldTypeKind`). */
export const COLUMN_KIND = {
  integer: 1,
  text: 2,
  note: 3,
  dateTime: 4,
  counter: 5,
  choice: 6,
  lookup: 7,
  boolean: 8,
  number: 9,
  currency: 10,
  url: 11,
  computed: 12,
  guid: 14,
  multiChoice: 15,
  calculated: 17,
  file: 18,
  attachments: 19,
  user: 20,
  contentTypeId: 25,
  location: 33,
  image: 34
} as const;

/** Names of the types: `TypeAsString` and the REST type of a field of the kind. */
const TYPE_NAMES: Readonly<Record<number, readonly [typeAsString: string, odataType: string]>> = {
  1: ['Integer', 'SP.FieldNumber'],
  2: ['Text', 'SP.FieldText'],
  3: ['Note', 'SP.FieldMultiLineText'],
  4: ['DateTime', 'SP.FieldDateTime'],
  5: ['Counter', 'SP.Field'],
  6: ['Choice', 'SP.FieldChoice'],
  7: ['Lookup', 'SP.FieldLookup'],
  8: ['Boolean', 'SP.Field'],
  9: ['Number', 'SP.FieldNumber'],
  10: ['Currency', 'SP.FieldCurrency'],
  11: ['URL', 'SP.FieldUrl'],
  12: ['Computed', 'SP.FieldComputed'],
  14: ['Guid', 'SP.FieldGuid'],
  15: ['MultiChoice', 'SP.FieldMultiChoice'],
  17: ['Calculated', 'SP.FieldCalculated'],
  18: ['File', 'SP.Field'],
  19: ['Attachments', 'SP.Field'],
  20: ['User', 'SP.FieldUser'],
  25: ['ContentTypeId', 'SP.Field'],
  33: ['Location', 'SP.FieldLocation'],
  34: ['Thumbnail', 'SP.FieldMultiLineText']
};

/** `TypeAsString` of a kind. */
export function typeAsString(kind: number): string {
  return TYPE_NAMES[kind]?.[0] ?? 'Invalid';
}

/** The REST type of a field of a kind. */
export function fieldType(kind: number): string {
  return TYPE_NAMES[kind]?.[1] ?? 'SP.Field';
}

/** The kind of a `TypeAsString`, e.g. in a field's XML. */
export function kindOfType(name: string): number | undefined {
  const wanted = name.toLowerCase();
  const found = Object.entries(TYPE_NAMES).find(([, [type]]) => type.toLowerCase() === wanted);
  return found ? Number(found[0]) : undefined;
}

/**
 * The SQL type of a kind's values. Numbers are REAL, as in SharePoint: as integers, large ones could not be read back
 * into JavaScript. Text is compared without regard to case.
 */
export function sqlType(kind: number): string {
  switch (kind) {
    case COLUMN_KIND.integer:
    case COLUMN_KIND.number:
    case COLUMN_KIND.currency:
      return 'REAL';
    case COLUMN_KIND.boolean:
    case COLUMN_KIND.user:
    case COLUMN_KIND.lookup:
      return 'NUMERIC';
    default:
      return 'TEXT COLLATE NOCASE';
  }
}

/** A column that every list has. */
export interface SystemColumn {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly kind: number;
  /** SQL of its value in a list's table. */
  readonly sql: string;
  /** Not among an item's properties unless it is selected. */
  readonly onlySelected?: boolean;
  /** Its value cannot be indexed or filtered. */
  readonly computed?: boolean;
}

/** The columns of every list, with the ids SharePoint gives them. */
export const SYSTEM_COLUMNS: readonly SystemColumn[] = [
  { id: '1d22ea11-1e32-424e-89ab-9fedbadb6ce1', name: 'ID', title: 'ID', kind: COLUMN_KIND.counter, sql: 'id' },
  { id: '03e45e84-1992-4d42-9116-26f756012634', name: 'ContentTypeId', title: 'Content Type ID', kind: COLUMN_KIND.contentTypeId, sql: "''", computed: true },
  { id: '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f', name: 'Modified', title: 'Modified', kind: COLUMN_KIND.dateTime, sql: 'modified' },
  { id: '8c06beca-0777-48f7-91c7-6da68bc07b69', name: 'Created', title: 'Created', kind: COLUMN_KIND.dateTime, sql: 'created' },
  { id: '1df5e554-ec7e-46a6-901d-d85a3881cb18', name: 'Author', title: 'Created By', kind: COLUMN_KIND.user, sql: 'author' },
  { id: 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2', name: 'Editor', title: 'Modified By', kind: COLUMN_KIND.user, sql: 'editor' },
  { id: 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', name: '_UIVersionString', title: 'Version', kind: COLUMN_KIND.text, sql: "(version || '.0')" },
  { id: '7841bf41-43d0-4434-9f50-a673baef7631', name: '_UIVersion', title: 'UI Version', kind: COLUMN_KIND.integer, sql: '(version * 512)', onlySelected: true },
  { id: '67df98f4-9dec-48ff-a553-29bece9c5bf4', name: 'Attachments', title: 'Attachments', kind: COLUMN_KIND.attachments, sql: '0', computed: true },
  { id: 'ae069f25-3ac2-4256-b9c3-15dbc15da0e0', name: 'GUID', title: 'GUID', kind: COLUMN_KIND.guid, sql: 'guid' },
  { id: '4b7403de-8d94-43e8-9f0f-137a3e298126', name: 'UniqueId', title: 'Unique Id', kind: COLUMN_KIND.guid, sql: 'unique_id', onlySelected: true },
  { id: '94f89715-e097-4e8b-ba79-ea02aa8b7adb', name: 'FileRef', title: 'URL Path', kind: COLUMN_KIND.text, sql: "(folder || '/' || leaf)", onlySelected: true },
  { id: '8553196d-ec8d-4564-9861-3dbe931050c8', name: 'FileLeafRef', title: 'Name', kind: COLUMN_KIND.file, sql: 'leaf', onlySelected: true },
  { id: '56605df6-8fa1-47e4-a04c-5b384d59609f', name: 'FileDirRef', title: 'Path', kind: COLUMN_KIND.text, sql: 'folder', onlySelected: true },
  { id: '30bb605f-5bae-48fe-b4e3-1f81d9772af9', name: 'FSObjType', title: 'Item Type', kind: COLUMN_KIND.integer, sql: "(kind = 'folder')", onlySelected: true },
  { id: '8fca95c0-9b7d-456f-8dae-b41ee2728b85', name: 'File_x0020_Size', title: 'File Size', kind: COLUMN_KIND.integer, sql: 'size', onlySelected: true },
  { id: '39360f11-34cf-4356-9945-25c44e68dade', name: 'File_x0020_Type', title: 'File Type', kind: COLUMN_KIND.text, sql: "''", onlySelected: true, computed: true },
  { id: '7177cfc7-f399-4d4d-905d-37dd51bc90bf', name: 'EncodedAbsUrl', title: 'Encoded Absolute URL', kind: COLUMN_KIND.computed, sql: "''", onlySelected: true, computed: true },
  { id: '3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', name: 'CheckoutUser', title: 'Checked Out To', kind: COLUMN_KIND.user, sql: 'checked_out_by', onlySelected: true }
];

const systemByName = new Map(SYSTEM_COLUMNS.map((column) => [column.name.toLowerCase(), column]));

/** The system column of a name, if it is one. */
export function systemColumn(name: string): SystemColumn | undefined {
  return systemByName.get(name.toLowerCase());
}

/** The id of the Title column, which every list has and whose settings can be changed like any other's. */
export const TITLE_ID = 'fa564e0f-0c70-4ab9-b863-0177e6ddd247';

/** SQL of a column's value within a list's table. */
export function columnSql(name: string): string {
  return systemColumn(name)?.sql ?? `"c:${name}"`;
}

/** The name of a column among an item's REST properties. */
export function propertyName(name: string): string {
  return name.startsWith('_') ? `OData_${name}` : name;
}
