import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/items';
import type { RowValues } from './columnValues';
import { SiteError } from './errors';
import type { ListSchema } from './schema';

/**
 * Writes columns of an item together with who made it, in one request and without a further version: for what a program
 * puts into a list for a person. Only a program or person with full control may say who made an item; everybody else is
 * refused by the site.
 *
 * Columns go as texts, as a form sends them. Source: SharePoint REST reference, `ListItem.ValidateUpdateListItem`; with
 * `bNewDocumentUpdate` it overwrites the version that is there, and it takes `Author` and `Editor`, which an update of
 * the item does not.
 * @param loginName the person's, as the site says it
 * @throws SiteError `invalid` when the site refuses a value or the person, and nothing was written
 */
export async function writeInNameOf<S extends ListSchema>(list: IList, id: number, loginName: string, values: RowValues<S>): Promise<void> {
  const person = JSON.stringify([{ Key: loginName }]);
  const written = await list.items.getById(id).validateUpdateListItem(
    [
      ...Object.entries<unknown>(values).map(([name, value]) => ({ FieldName: name, FieldValue: value === null || value === undefined ? '' : String(value) })),
      { FieldName: 'Author', FieldValue: person },
      { FieldName: 'Editor', FieldValue: person }
    ],
    true
  );
  const refused = written.filter(({ HasException }) => HasException === true);
  if (refused.length > 0) {
    const reasons = refused.map(({ FieldName, ErrorMessage }) => `${FieldName}: ${ErrorMessage ?? 'refused'}`).join('; ');
    throw new SiteError('invalid', `The site did not take the form of item ${id} (${reasons})`);
  }
}
