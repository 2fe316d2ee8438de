import { createHash, randomBytes } from 'node:crypto';
import type { SPFI } from '@pnp/sp';
import type { IFiles } from '@pnp/sp/presets/all';
import { localSite, refusal } from '../support/localSite';
import type { TestSite } from '../support/localSite';

const LIBRARY = '/sites/tdag-wg-sop/Contributions';

describe('The files of a library', () => {
  let site: TestSite;
  let sp: SPFI;
  const files = (as = sp): IFiles => as.web.getFolderByServerRelativePath(LIBRARY).files;

  beforeAll(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    sp = site.as();
    await sp.web.lists.add('Contributions', '', 101, false, { EnableVersioning: true });
    await sp.web.lists.getByTitle('Contributions').fields.addText('Source');
  });
  afterAll(() => site.stop());

  it.each(["it's.docx", 'a & b = c + d.docx', '100% #1.docx', 'Вклад № 5.docx', '文稿.docx', 'مساهمة.docx', 'été (1).docx', 'a,b;c[d].docx', '%41.docx'])('may be called %s', async (name) => {
    const added = await files().addUsingPath(name, 'content');
    expect(added).toMatchObject({ Name: name, ServerRelativeUrl: `${LIBRARY}/${name}`, Length: '7', UIVersionLabel: '1.0' });
    expect(await sp.web.getFileByServerRelativePath(added.ServerRelativeUrl).getText()).toBe('content');
    const item = await sp.web.getFileById(added.UniqueId).listItemAllFields.select('FileRef', 'FileLeafRef', 'UniqueId')();
    expect(item).toMatchObject({ FileRef: `${LIBRARY}/${name}`, FileLeafRef: name, UniqueId: added.UniqueId });
    const download = await site.request(encodeURI(LIBRARY) + '/' + encodeURIComponent(name), { headers: { 'X-Local-User': 'member@example.org' } });
    expect(await download.text()).toBe('content');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['a"b.docx', 'a*b.docx', 'a:b.docx', 'a<b.docx', 'a?b.docx', 'a\\b.docx', 'a|b.docx', ' a.docx', 'a.docx ', '~$a.docx', 'a_vti_b.docx', '.lock', 'CON', 'con.docx', 'desktop.ini', 'a.'])(
    'may not be called %j',
    async (name) => {
      expect(await refusal(files().addUsingPath(name, 'content'))).toMatchObject({ status: 400, code: '-2130575245, Microsoft.SharePoint.SPException' });
    }
  );

  it('are overwritten only when asked, and then keep what they were', async () => {
    await files().addUsingPath('paper.docx', 'first');
    expect(await refusal(files().addUsingPath('PAPER.docx', 'second'))).toMatchObject({ status: 400, code: '-2130575257, Microsoft.SharePoint.SPException' });
    await files().addUsingPath('paper.docx', 'second', { Overwrite: true });
    const [earlier] = await files().getByUrl('paper.docx').versions();
    expect(await files().getByUrl('paper.docx').getText()).toBe('second');
    expect(await files().getByUrl('paper.docx').versions.getById(earlier.ID).getText()).toBe('first');
    await files().getByUrl('paper.docx').versions.restoreByLabel('1.0');
    expect(await files().getByUrl('paper.docx').getText()).toBe('first');
  });

  it('get another name when they must be unique', async () => {
    await files().addUsingPath('unique.docx', 'first');
    const second = await files().addUsingPath('unique.docx', 'second', { EnsureUniqueFileName: true });
    expect(second.Name).not.toBe('unique.docx');
    expect(await files().getByUrl('unique.docx').getText()).toBe('first');
  });

  it('arrive in parts, with their old content until the last part is in', async () => {
    const content = randomBytes(25 * 1024 * 1024);
    const stages: string[] = [];
    const added = await files().addChunked('large.bin', content, { Overwrite: true, chunkSize: 8 * 1024 * 1024, progress: ({ stage }) => stages.push(stage) });
    expect(added.Length).toBe(String(content.length));
    expect(stages).toEqual(['starting', 'continue', 'continue', 'finishing']);
    const read = Buffer.from(await files().getByUrl('large.bin').getBuffer());
    expect(createHash('sha256').update(read).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('refuse a part that does not follow the one before', async () => {
    await files().addUsingPath('parts.bin', 'old');
    const address = `${site.url}/_api/web/getFileByServerRelativePath(decodedUrl='${LIBRARY}/parts.bin')`;
    const headers = { 'X-Local-User': 'service@example.org' };
    const id = "guid'0f834b62-3be7-4d4c-a0f4-8ad9b9d51069'";
    const post = (step: string, body: string): Promise<Response> => fetch(`${address}/${step}`, { method: 'POST', headers, body });
    expect(await (await post(`startUpload(uploadId=${id})`, 'abc')).json()).toMatchObject({ value: '3' });
    expect((await post(`continueUpload(uploadId=${id},fileOffset=5)`, 'def')).status).toBe(409);
    expect(await files().getByUrl('parts.bin').getText()).toBe('old');
    expect((await post(`continueUpload(uploadId=${id},fileOffset=3)`, 'def')).status).toBe(200);
    expect((await post(`finishUpload(uploadId=${id},fileOffset=6)`, 'g')).status).toBe(200);
    expect(await files().getByUrl('parts.bin').getText()).toBe('abcdefg');
  });

  it('are locked to others while someone has checked them out', async () => {
    const delegate = site.as('delegate.fr');
    await files(delegate).addUsingPath('mine.docx', 'mine');
    await files(delegate).getByUrl('mine.docx').checkout();
    const locked = { status: 423, code: '-2130575306, Microsoft.SharePoint.SPFileCheckOutException' };
    expect(await refusal(files().getByUrl('mine.docx').setContent('other'))).toMatchObject(locked);
    const { Id } = await files().getByUrl('mine.docx').listItemAllFields();
    expect(await refusal(sp.web.lists.getByTitle('Contributions').items.getById(Id).update({ Source: 'x' }))).toMatchObject(locked);
    await files(delegate).getByUrl('mine.docx').checkin('done', 1);
    await files().getByUrl('mine.docx').setContent('other');
  });

  it('keep their identity when they are renamed or moved', async () => {
    const added = await files().addUsingPath('before.docx', 'content');
    const item = await sp.web.getFileById(added.UniqueId).getItem('Id');
    await item.update({ FileLeafRef: 'after.docx' });
    await sp.web.lists.getByTitle('Contributions').rootFolder.addSubFolderUsingPath('Archive');
    await sp.web.getFileByServerRelativePath(`${LIBRARY}/after.docx`).moveByPath(`${LIBRARY}/Archive/moved.docx`, false);
    expect(await sp.web.getFileById(added.UniqueId).select('ServerRelativeUrl')()).toMatchObject({ ServerRelativeUrl: `${LIBRARY}/Archive/moved.docx` });
    await sp.web.getFolderByServerRelativePath(`${LIBRARY}/Archive`).moveByPath(`${LIBRARY}/Attic`);
    expect(await sp.web.getFileByServerRelativePath(`${LIBRARY}/Attic/moved.docx`).getText()).toBe('content');
  });

  it('come back from the recycle bin with everything that was in their folder', async () => {
    await sp.web.lists.getByTitle('Contributions').rootFolder.addSubFolderUsingPath('Bin');
    await sp.web.getFolderByServerRelativePath(`${LIBRARY}/Bin`).files.addUsingPath('inside.docx', 'kept');
    const id = String(await sp.web.getFolderByServerRelativePath(`${LIBRARY}/Bin`).recycle());
    expect(await refusal(sp.web.getFileByServerRelativePath(`${LIBRARY}/Bin/inside.docx`)())).toMatchObject({ status: 404 });
    await sp.web.recycleBin.getById(id).restore();
    expect(await sp.web.getFileByServerRelativePath(`${LIBRARY}/Bin/inside.docx`).getText()).toBe('kept');
  });

  it('are gone when they are deleted', async () => {
    await files().addUsingPath('gone.docx', 'x');
    await files().getByUrl('gone.docx').delete();
    expect(await files().getByUrl('gone.docx').exists()).toBe(false);
    expect((await sp.web.recycleBin()).some((entry: { LeafName?: string }) => entry.LeafName === 'gone.docx')).toBe(false);
  });
});
