import type { SPFI } from '@pnp/sp';
import { localSite, refusal } from '../support/localSite';
import type { TestSite } from '../support/localSite';

describe('The lists of the site', () => {
  let site: TestSite;
  let sp: SPFI;
  beforeAll(async () => {
    site = await localSite();
    sp = site.as();
  });
  afterAll(() => site.stop());

  it.each(["L'été", 'Plans & budgets', 'Änderungen 100% #1', '文件', 'a/b', 'x (old)'])('may be called %s', async (title) => {
    const { Id } = await sp.web.lists.add(title, 'description');
    expect((await sp.web.lists.getByTitle(title).select('Id', 'Description')())).toMatchObject({ Id, Description: 'description' });
    await sp.web.lists.getByTitle(title).items.add({ Title: 'x' });
    expect((await sp.web.lists.getById(Id)()).ItemCount).toBe(1);
    await sp.web.lists.getById(Id).delete();
    expect(await refusal(sp.web.lists.getByTitle(title)())).toMatchObject({
      status: 404,
      code: '-1, System.ArgumentException',
      message: `List '${title}' does not exist at site with URL '${site.url}'.`
    });
  });

  it('do not share a title', async () => {
    await sp.web.lists.add('Twice', '');
    expect(await refusal(sp.web.lists.add('TWICE', ''))).toMatchObject({ status: 500, code: '-2130575342, Microsoft.SharePoint.SPException' });
  });

  it('have the settings that were made, and no others', async () => {
    await sp.web.lists.add('Settings', '', 101, false, { EnableVersioning: true, Hidden: true });
    await sp.web.lists.getByTitle('Settings').update({ EnableVersioning: false, Description: 'changed' });
    expect(await sp.web.lists.getByTitle('Settings')()).toMatchObject({ BaseTemplate: 101, EnableVersioning: false, Hidden: true, Description: 'changed' });
    expect(await refusal(sp.web.lists.getByTitle('Settings').update({ Colour: 'blue' } as object))).toMatchObject({ status: 400 });
  });

  it('say what they are called in REST', async () => {
    await sp.web.lists.add('LanguageRequests', '');
    await sp.web.lists.add('Contributions', '', 101);
    const names = async (title: string): Promise<string[]> => {
      const { EntityTypeName, ListItemEntityTypeFullName } = await sp.web.lists.getByTitle(title).select('EntityTypeName', 'ListItemEntityTypeFullName')();
      return [EntityTypeName, ListItemEntityTypeFullName];
    };
    expect(await names('LanguageRequests')).toEqual(['LanguageRequestsList', 'SP.Data.LanguageRequestsListItem']);
    expect(await names('Contributions')).toEqual(['Contributions', 'SP.Data.ContributionsItem']);
  });

  it('come back from the recycle bin', async () => {
    const { Id } = await sp.web.lists.add('Recycled', '');
    await sp.web.lists.getById(Id).items.add({ Title: 'kept' });
    const bin = await sp.web.lists.getById(Id).recycle();
    expect(await refusal(sp.web.lists.getById(Id)())).toMatchObject({ status: 404 });
    await sp.web.recycleBin.getById(bin).restore();
    expect((await sp.web.lists.getById(Id).items())[0].Title).toBe('kept');
  });

  it('are found by filter and select in any form of JSON', async () => {
    await sp.web.lists.add('Form', '');
    const ask = async (accept: string): Promise<unknown> =>
      (await site.request("/sites/tdag-wg-sop/_api/web/lists?$filter=Title eq 'Form'&$select=Title", { headers: { 'X-Local-User': 'member@example.org', Accept: accept } })).json();
    expect(await ask('application/json;odata=nometadata')).toEqual({ value: [{ Title: 'Form' }] });
    expect(await ask('application/json;odata=verbose')).toMatchObject({ d: { results: [{ __metadata: { type: 'SP.List' }, Title: 'Form' }] } });
    expect(await ask('application/json')).toMatchObject({ 'odata.metadata': expect.stringContaining('$metadata#SP.ApiData.Lists'), value: [{ 'odata.type': 'SP.List', Title: 'Form' }] });
  });

  it('answer an unknown address as SharePoint does', async () => {
    const response = await site.request('/sites/tdag-wg-sop/_api/web/nothing', { headers: { 'X-Local-User': 'member@example.org' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      'odata.error': { code: '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', message: { lang: 'en-US', value: 'Cannot find resource for the request nothing.' } }
    });
  });
});

describe('The columns of a list', () => {
  let site: TestSite;
  let sp: SPFI;
  beforeAll(async () => {
    site = await localSite();
    sp = site.as();
    await sp.web.lists.add('Papers', '');
  });
  afterAll(() => site.stop());

  it('have an internal name made of their title, and keep it', async () => {
    const InternalName = 'Date_x0020_reçue_x0020__x0026__x0020_lue';
    expect(await sp.web.lists.getByTitle('Papers').fields.addText('Date reçue & lue')).toMatchObject({ InternalName });
    await sp.web.lists.getByTitle('Papers').fields.getByInternalNameOrTitle(InternalName).update({ Title: 'Renamed' });
    expect((await sp.web.lists.getByTitle('Papers').fields.getByTitle('Renamed')()).InternalName).toBe(InternalName);
    const { Id } = await sp.web.lists.getByTitle('Papers').items.add({ [InternalName]: 'x' });
    expect((await sp.web.lists.getByTitle('Papers').items.getById(Id)())[InternalName]).toBe('x');
  });

  it('do not take the name of a column that is there', async () => {
    await sp.web.lists.getByTitle('Papers').fields.addText('Twice');
    expect(await refusal(sp.web.lists.getByTitle('Papers').fields.addText('Twice'))).toMatchObject({ status: 500 });
  });

  it('are made of XML as well, with their choices and their default', async () => {
    const field = await sp.web.lists.getByTitle('Papers').fields.createFieldAsXml(
      '<Field Type="Choice" DisplayName="Kind of paper" Name="PaperKind" Required="TRUE" Indexed="TRUE"><CHOICES><CHOICE>R&amp;D</CHOICE><CHOICE>Other</CHOICE></CHOICES><Default>Other</Default></Field>'
    );
    expect(field).toMatchObject({ InternalName: 'PaperKind', Title: 'Kind of paper', TypeAsString: 'Choice', Required: true, Indexed: true, Choices: ['R&D', 'Other'], DefaultValue: 'Other' });
    const { Id } = await sp.web.lists.getByTitle('Papers').items.add({ Title: 'x' });
    expect((await sp.web.lists.getByTitle('Papers').items.getById(Id)()).PaperKind).toBe('Other');
  });

  it('of the system cannot be removed, others can, with what was in them', async () => {
    expect(await refusal(sp.web.lists.getByTitle('Papers').fields.getByInternalNameOrTitle('Title').delete())).toMatchObject({ status: 400 });
    await sp.web.lists.getByTitle('Papers').fields.addNumber('Gone', { Indexed: true });
    await sp.web.lists.getByTitle('Papers').fields.getByInternalNameOrTitle('Gone').delete();
    expect(await refusal(sp.web.lists.getByTitle('Papers').items.add({ Gone: 1 }))).toMatchObject({ status: 400 });
  });

  it('that look up another list give its values', async () => {
    const { Id } = await sp.web.lists.add('Meetings', '');
    await sp.web.lists.getById(Id).items.add({ Title: 'Second meeting' });
    await sp.web.lists.getByTitle('Papers').fields.addLookup('Meeting', { LookupListId: Id, LookupFieldName: 'Title' });
    await sp.web.lists.getByTitle('Papers').items.add({ Title: 'looked up', MeetingId: 1 });
    const found = await sp.web.lists.getByTitle('Papers').items.select('Title', 'Meeting/Title').expand('Meeting').filter("Meeting/Title eq 'Second meeting'")();
    expect(found).toMatchObject([{ Title: 'looked up', Meeting: { Title: 'Second meeting' } }]);
  });
});
