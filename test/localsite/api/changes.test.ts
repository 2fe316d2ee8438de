import type { SPFI } from '@pnp/sp';
import type { IList } from '@pnp/sp/presets/all';
import { localSite } from '../support/localSite';
import type { TestSite } from '../support/localSite';

interface Change {
  readonly ChangeType: number;
  readonly ItemId: number;
  readonly UniqueId: string;
  readonly Time: string;
  readonly ChangeToken: { readonly StringValue: string };
}

const EVERYTHING = { Item: true, Add: true, Update: true, DeleteObject: true, Rename: true, Move: true, Restore: true };
const [ADD, UPDATE, DELETE, RENAME, MOVE_AWAY, MOVE_INTO, RESTORE] = [1, 2, 3, 4, 5, 6, 7];

describe('The change log of a list', () => {
  let site: TestSite;
  let sp: SPFI;
  const list = (): IList => sp.web.lists.getByTitle('Contributions');
  const folder = '/sites/tdag-wg-sop/Contributions';
  const token = async (): Promise<string> => (await list().select('CurrentChangeToken')()).CurrentChangeToken.StringValue;
  const since = (start?: string, more = {}): Promise<Change[]> =>
    list().getChanges({ ...EVERYTHING, ...more, ...(start && { ChangeTokenStart: { StringValue: start } }) }) as Promise<unknown> as Promise<Change[]>;

  beforeEach(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    sp = site.as();
    await sp.web.lists.add('Contributions', '', 101);
  });
  afterEach(() => site.stop());

  it('tells what happened to each file, in order, with the site\'s time', async () => {
    const start = await token();
    const { UniqueId } = await list().rootFolder.files.addUsingPath('a.docx', 'x');
    const item = await sp.web.getFileById(UniqueId).getItem('Id');
    await item.update({ Title: 'A' });
    await item.update({ FileLeafRef: 'b.docx' });
    await list().rootFolder.addSubFolderUsingPath('Archive');
    await sp.web.getFileById(UniqueId).moveByPath(`${folder}/Archive/b.docx`, false);
    const bin = String(await sp.web.getFileById(UniqueId).recycle());
    await sp.web.recycleBin.getById(bin).restore();
    await sp.web.getFileById(UniqueId).delete();

    const changes = (await since(start)).filter((change) => change.UniqueId === UniqueId);
    expect(changes.map(({ ChangeType }) => ChangeType)).toEqual([ADD, UPDATE, RENAME, MOVE_AWAY, MOVE_INTO, DELETE, RESTORE, DELETE]);
    expect(changes[0].Time).toMatch(/^2020-08-10T07:0/);
    expect(changes[0].ChangeToken.StringValue).toMatch(/^1;3;[0-9a-f-]{36};637326\d{12};\d+$/);
  });

  it('goes on exactly after a token, page by page', async () => {
    const start = await token();
    const [batched, execute] = sp.batched();
    for (let index = 0; index < 25; index += 1) {
      void batched.web.getFolderByServerRelativePath(folder).folders.addUsingPath(`folder ${index}`);
    }
    await execute();
    const seen: number[] = [];
    let from = start;
    for (let page = await since(from, { FetchLimit: 10 }); page.length > 0; page = await since(from, { FetchLimit: 10 })) {
      seen.push(...page.map(({ ItemId }) => ItemId));
      from = page[page.length - 1].ChangeToken.StringValue;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(await since(await token())).toEqual([]);
  });

  it('sends only the kinds of change that were asked for', async () => {
    const { UniqueId } = await list().rootFolder.files.addUsingPath('a.docx', 'x');
    await (await sp.web.getFileById(UniqueId).getItem('Id')).update({ Title: 'A' });
    const kinds = async (query: object): Promise<number[]> => ((await list().getChanges(query)) as unknown as Change[]).map(({ ChangeType }) => ChangeType);
    expect(await kinds({ Item: true, Update: true })).toEqual([UPDATE]);
    expect(await kinds({ Item: true, Add: true })).toEqual([ADD]);
  });

  it('is forgotten after 60 days, and an older token gives what is left without an error', async () => {
    const start = await token();
    await list().rootFolder.files.addUsingPath('old.docx', 'x');
    await site.administer('clock', { advanceBy: 'P61D' });
    await list().rootFolder.files.addUsingPath('new.docx', 'x');
    expect(await since(start)).toHaveLength(1);
  });

  it('survives a restart', async () => {
    const start = await token();
    await list().rootFolder.files.addUsingPath('a.docx', 'x');
    await site.restart();
    sp = site.as();
    expect(await since(start)).toHaveLength(1);
  });

  it('of the whole site holds every list that the reader may see', async () => {
    await sp.web.lists.add('Secret', '');
    await sp.web.lists.getByTitle('Secret').breakRoleInheritance(false);
    await sp.web.lists.getByTitle('Secret').items.add({ Title: 'hidden' });
    await list().rootFolder.files.addUsingPath('a.docx', 'x');
    const asMember = (await site.as('member').web.getChanges({ ...EVERYTHING })) as unknown as Change[];
    const asService = (await sp.web.getChanges({ ...EVERYTHING })) as unknown as Change[];
    expect(asService.length - asMember.length).toBe(1);
  });
});
