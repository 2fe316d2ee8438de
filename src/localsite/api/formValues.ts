import { problems, SharePointProblem } from '../problem';
import { COLUMN_KIND, systemColumn } from '../store/columns';
import { fromFormText, parseTime, toStored } from '../store/columnValues';
import { toStamp } from '../clock';
import type { SqlValue } from '../store/database';
import type { Item, ItemChange } from '../store/items';
import type { List } from '../store/lists';
import { PERMISSION } from '../store/permissions';
import type { Answer, Call, Resource } from './call';
import { action, demand, value } from './call';

/** One column of a form, as the caller sent it and as it is answered. */
interface FormValue {
  readonly FieldName: string;
  readonly FieldValue: string | null;
  readonly HasException: boolean;
  readonly ErrorMessage: string | null;
  readonly ErrorCode: number;
  readonly ItemId: number;
}

/** What a form sets. */
type Checked = { results: FormValue[]; values: Record<string, SqlValue>; change: ItemChange; leaf?: string };

/** `ValidateUpdateListItem`: sets columns from text; a column that does not fit is reported, and nothing is stored. */
export function validateUpdate(item: Item): Resource {
  return action(async (call) => {
    demand(call, item.list, PERMISSION.editListItems);
    call.site.files.demandNotLocked(item, call.user);
    const body = await call.json();
    const checked = check(item.list, body.formValues, call, item.id, false);
    if (!checked.results.some((result) => result.HasException)) {
      const { values, change, leaf } = checked;
      const renamed = leaf !== undefined && leaf !== item.leaf ? call.site.files.rename(item, leaf, call.user) : item;
      call.site.items.update(renamed, change.editor ?? call.user.id, { ...change, values, newVersion: body.bNewDocumentUpdate !== true });
    }
    return answer(call, checked.results, 'ValidateUpdateListItem');
  });
}

/** `AddValidateUpdateItemUsingPath`: adds an item or a folder from text. */
export function addWithForm(list: List): Resource {
  return action(async (call) => {
    demand(call, list, PERMISSION.addListItems);
    const body = await call.json();
    const info = (body.listItemCreateInfo ?? {}) as { FolderPath?: { DecodedUrl?: string }; LeafName?: { DecodedUrl?: string }; UnderlyingObjectType?: number };
    const checked = check(list, body.formValues, call, 0, true);
    if (checked.results.some((result) => result.HasException)) {
      return answer(call, checked.results, 'AddValidateUpdateItemUsingPath');
    }
    const folder = call.site.files.folder(folderPath(info.FolderPath?.DecodedUrl, list));
    if (!folder) {
      throw problems.notFound();
    }
    const leaf = info.LeafName?.DecodedUrl ?? checked.leaf;
    const item =
      info.UnderlyingObjectType === 1
        ? (call.site.files.addFolder(folder, String(leaf ?? checked.values.Title ?? ''), call.user, false).item as Item)
        : call.site.items.add(list, { kind: 'item', folder: folder.path, author: call.user.id, values: checked.values });
    return answer(call, [...checked.results.map((result) => ({ ...result, ItemId: item.id })), formValue('Id', String(item.id), item.id)], 'AddValidateUpdateItemUsingPath');
  });
}

function folderPath(given: string | undefined, list: List): string {
  const path = given === undefined || given === '' ? list.folder : given;
  return /^https?:/i.test(path) ? decodeURIComponent(new URL(path).pathname) : path;
}

function answer(call: Call, results: readonly FormValue[], name: string): Answer {
  return call.level === 'verbose' ? { status: 200, json: { d: { [name]: { results } } } } : value(call, results);
}

function check(list: List, sent: unknown, call: Call, itemId: number, adding: boolean): Checked {
  const values: Record<string, SqlValue> = {};
  const change: { -readonly [Key in keyof ItemChange]: ItemChange[Key] } = {};
  const results: FormValue[] = [];
  let leaf: string | undefined;
  const given = Array.isArray(sent) ? (sent as { FieldName?: unknown; FieldValue?: unknown }[]) : [];
  for (const { FieldName: fieldName, FieldValue: fieldValue } of given) {
    const name = String(fieldName);
    const text = fieldValue === null || fieldValue === undefined ? '' : String(fieldValue);
    try {
      if (name === 'FileLeafRef') {
        leaf = text;
      } else if (systemColumn(name)) {
        Object.assign(change, systemChange(list, name, text, call));
      } else {
        values[fieldNamed(list, name, call).name] = storedForm(list, name, text, call);
      }
      results.push(formValue(name, text, itemId));
    } catch (error) {
      if (!(error instanceof SharePointProblem)) {
        throw error;
      }
      results.push({ ...formValue(name, text, itemId), HasException: true, ErrorMessage: error.message, ErrorCode: error.code });
    }
  }
  if (adding) {
    const missing = call.site.fields.all(list.key).filter((field) => field.required && !given.some(({ FieldName }) => FieldName === field.name));
    missing.forEach((field) => results.push({ ...formValue(field.name, null, itemId), HasException: true, ErrorMessage: "You can't leave this blank.", ErrorCode: -2130575163 }));
  }
  return { results, values, change, ...(leaf !== undefined && { leaf }) };
}

function storedForm(list: List, name: string, text: string, call: Call): SqlValue {
  const field = fieldNamed(list, name, call);
  if (field.required && text === '') {
    throw new SharePointProblem(400, -2130575163, 'Microsoft.SharePoint.SPException', "You can't leave this blank.");
  }
  if (field.kind === COLUMN_KIND.user) {
    return person(text, call);
  }
  return toStored(field, fromFormText(field, text), call.site.zone);
}

function fieldNamed(list: List, name: string, call: Call): NonNullable<ReturnType<Call['site']['fields']['byName']>> {
  const field = call.site.fields.byName(list.key, name);
  if (!field) {
    throw problems.noField(name);
  }
  return field;
}

/**
 * Forms may set what an update may not: the times of an item, and its people for those with full control.
 * @throws SharePointProblem 403 for everybody else who names a person
 */
function systemChange(list: List, name: string, text: string, call: Call): ItemChange {
  switch (name) {
    case 'Created':
      return { created: toStamp(parseTime(text, call.site.zone)) };
    case 'Modified':
      return { modified: toStamp(parseTime(text, call.site.zone)) };
    case 'Author':
      demandFullControl(list, call);
      return { author: person(text, call) ?? call.user.id };
    case 'Editor':
      demandFullControl(list, call);
      return { editor: person(text, call) ?? call.user.id };
    default:
      return {};
  }
}

function demandFullControl(list: List, call: Call): void {
  demand(call, list, PERMISSION.managePermissions);
}

/** People come as `[{"Key":"i:0#.f|membership|chair@example.org"}]`. */
function person(text: string, call: Call): number | null {
  if (text === '' || text === '[]') {
    return null;
  }
  let login: string;
  try {
    login = String((JSON.parse(text) as { Key?: unknown }[])[0]?.Key);
  } catch {
    login = text;
  }
  const user = call.site.principals.user(login);
  if (!user) {
    throw problems.noUser(login);
  }
  return user.id;
}

function formValue(name: string, text: string | null, itemId: number): FormValue {
  return { ErrorCode: 0, ErrorMessage: null, FieldName: name, FieldValue: text, HasException: false, ItemId: itemId };
}
