import '@pnp/sp/lists';
import type { IListInfo } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import type { ListSchema } from '../schema';
import { provisionColumns } from './provisionColumns';
import type { ProvisioningEntry } from './report';

const TEMPLATES = { list: 100, library: 101 } as const;

/** The lists of the site by their titles. */
export async function readLists(sp: SPFI): Promise<ReadonlyMap<string, IListInfo>> {
  const lists: IListInfo[] = await sp.web.lists.top(5000)();
  return new Map(lists.map((list) => [list.Title, list]));
}

/** Makes a list with its columns and version history, or checks those that are there. */
export async function provisionList(sp: SPFI, schema: ListSchema, present: IListInfo | undefined): Promise<ProvisioningEntry[]> {
  const entries: ProvisioningEntry[] = [];
  if (present === undefined) {
    await sp.web.lists.add(schema.title, schema.description, TEMPLATES[schema.kind], false, { EnableVersioning: true });
    entries.push({ kind: 'list', name: schema.title, state: 'created' });
  } else {
    entries.push(checkedTemplate(schema, present), await provisionVersionHistory(sp, present));
  }
  return [...entries, ...(await provisionColumns(sp.web.lists.getByTitle(schema.title), schema))];
}

function checkedTemplate(schema: ListSchema, { BaseTemplate }: IListInfo): ProvisioningEntry {
  return BaseTemplate === TEMPLATES[schema.kind]
    ? { kind: 'list', name: schema.title, state: 'present' }
    : {
        kind: 'list',
        name: schema.title,
        state: 'differs',
        advice: `Its template is ${BaseTemplate} and should be ${TEMPLATES[schema.kind]}. Rename it and run the command again.`
      };
}

/** Turning version history on takes nothing away, so it is done for lists that are there already. */
async function provisionVersionHistory(sp: SPFI, { Title, EnableVersioning }: IListInfo): Promise<ProvisioningEntry> {
  if (!EnableVersioning) {
    await sp.web.lists.getByTitle(Title).update({ EnableVersioning: true });
  }
  return { kind: 'versionHistory', name: Title, state: EnableVersioning ? 'present' : 'created' };
}
