import { problems } from '../problem';
import { COLUMN_KIND, systemColumn } from '../store/columns';
import { toStored } from '../store/columnValues';
import type { SqlValue } from '../store/database';
import type { Field } from '../store/fields';
import type { List } from '../store/lists';
import { itemType } from '../store/lists';
import type { Call } from './call';

/** Values of an item that a program sent. */
export interface SentValues {
  /** For the list's own columns, ready to be stored. */
  readonly values: Record<string, SqlValue>;
  /** A new name for a file or folder. */
  readonly leaf?: string;
}

/** Columns that a program may name but not set; SharePoint ignores them. */
const IGNORED = ['ContentTypeId', 'Attachments', 'Id', 'ID', 'GUID', 'Created', 'Modified', 'AuthorId', 'EditorId', 'FileSystemObjectType', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl'];

/**
 * The columns of a JSON body.
 * @throws SharePointProblem 400 for a property that the list does not have, or a value that does not fit
 */
export function sentValues(list: List, body: Readonly<Record<string, unknown>>, call: Call): SentValues {
  const values: Record<string, SqlValue> = {};
  let leaf: string | undefined;
  for (const [property, sent] of Object.entries(body)) {
    if (property.includes('@odata') || property.startsWith('odata.') || IGNORED.includes(property)) {
      continue;
    }
    const field = fieldOf(list, property, call);
    if (!field) {
      throw problems.unknownProperty(property, itemType(list));
    }
    if (field.name === 'FileLeafRef') {
      leaf = String(sent);
    } else if (!systemColumn(field.name) && field.kind !== COLUMN_KIND.calculated && field.kind !== COLUMN_KIND.computed) {
      values[field.name] = toStored(field, sent, call.site.zone);
    }
  }
  return { values, ...(leaf !== undefined && { leaf }) };
}

/** What the columns' default values give to a new item that does not say otherwise. */
export function defaultValues(list: List, given: Readonly<Record<string, SqlValue>>, call: Call): Record<string, SqlValue> {
  const values: Record<string, SqlValue> = {};
  for (const field of call.site.fields.all(list.key)) {
    const preset = field.properties.DefaultValue;
    if (typeof preset !== 'string' || preset === '' || field.name in given) {
      continue;
    }
    if (field.kind === COLUMN_KIND.boolean) {
      values[field.name] = preset === '1' || preset.toLowerCase() === 'true' ? 1 : 0;
    } else if (field.kind === COLUMN_KIND.dateTime && preset.toLowerCase() === '[today]') {
      values[field.name] = toStored(field, call.site.clock.stamp(), call.site.zone);
    } else {
      values[field.name] = toStored(field, preset, call.site.zone);
    }
  }
  return values;
}

/** People and lookups are set through `<name>Id`, everything else by its own name. */
function fieldOf(list: List, property: string, call: Call): Field | undefined {
  const { fields } = call.site;
  const direct = fields.byProperty(list.key, property);
  const isReference = direct && (direct.kind === COLUMN_KIND.user || direct.kind === COLUMN_KIND.lookup);
  if (direct && !isReference) {
    return direct;
  }
  const reference = property.endsWith('Id') ? fields.byProperty(list.key, property.slice(0, -2)) : undefined;
  return reference && (reference.kind === COLUMN_KIND.user || reference.kind === COLUMN_KIND.lookup) ? reference : undefined;
}
