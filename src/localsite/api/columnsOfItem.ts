import { systemColumn } from '../store/columns';
import type { SqlValue } from '../store/database';
import type { Field } from '../store/fields';
import type { Item } from '../store/items';
import { pathOf } from '../store/items';

/**
 * What a column of an item holds, as it is stored: the list's own columns and those that every list has.
 * @param webUrl absolute URL of the site, for columns that are addresses
 */
export function columnValue(item: Item, field: Field, webUrl: string): SqlValue {
  return systemColumn(field.name) ? systemValue(item, field.name, webUrl) : item.values[field.name] ?? null;
}

/** SharePoint's content type of an item, with the list's own suffix. */
export function contentTypeId(item: Item): string {
  const prefix = item.kind === 'folder' ? '0x0120' : item.kind === 'file' ? '0x0101' : '0x01';
  return `${prefix}00${item.list.id.replaceAll('-', '').toUpperCase()}`;
}

function systemValue(item: Item, name: string, webUrl: string): SqlValue {
  switch (name) {
    case 'ID':
      return item.id;
    case 'ContentTypeId':
      return contentTypeId(item);
    case 'Author':
      return item.author;
    case 'Editor':
      return item.editor;
    case 'Created':
      return item.created;
    case 'Modified':
      return item.modified;
    case '_UIVersionString':
      return `${item.version}.0`;
    case '_UIVersion':
      return item.version * 512;
    case 'Attachments':
      return 0;
    case 'GUID':
      return item.guid;
    case 'UniqueId':
      return item.uniqueId;
    case 'FileRef':
      return pathOf(item);
    case 'FileLeafRef':
      return item.leaf;
    case 'FileDirRef':
      return item.folder;
    case 'FSObjType':
      return item.kind === 'folder' ? 1 : 0;
    case 'File_x0020_Size':
      return item.content ? String(item.content.size) : null;
    case 'File_x0020_Type':
      return item.kind === 'file' && item.leaf.includes('.') ? item.leaf.slice(item.leaf.lastIndexOf('.') + 1) : null;
    case 'EncodedAbsUrl':
      return new URL(pathOf(item).split('/').map(encodeURIComponent).join('/'), webUrl).toString();
    case 'CheckoutUser':
      return item.checkedOutBy ?? null;
    default:
      return null;
  }
}
