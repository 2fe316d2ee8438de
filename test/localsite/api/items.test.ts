import fc from 'fast-check';
import type { SPFI } from '@pnp/sp';
import type { IItems, IList } from '@pnp/sp/presets/all';
import { localSite, refusal } from '../support/localSite';
import type { TestSite } from '../support/localSite';

describe('The items of a list', () => {
  let site: TestSite;
  let sp: SPFI;
  const list = (): IList => sp.web.lists.getByTitle('Papers');
  const items = (): IItems => list().items;

  beforeAll(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    sp = site.as();
    await sp.web.lists.add('Papers', 'For tests', 100, false, { EnableVersioning: true });
    await list().fields.addText('Source');
    await list().fields.addNumber('Pages');
    await list().fields.addDateTime('Due', { DisplayFormat: 0 });
    await list().fields.addDateTime('ReceivedAt', { DisplayFormat: 1 });
    await list().fields.addChoice('Purpose', { Choices: ['action', 'information'] });
    await list().fields.addMultiChoice('Languages', { Choices: ['en', 'fr', 'es'] });
    await list().fields.addBoolean('Urgent');
    await list().fields.addMultilineText('Abstract');
    await list().fields.addUser('Contact', { SelectionMode: 0 });
    await list().fields.addText('PaperKey', { Indexed: true, EnforceUniqueValues: true });
  });
  afterAll(() => site.stop());

  it('keep every kind of value', async () => {
    const chair = await sp.web.ensureUser('chair@example.org');
    const { Id } = await items().add({
      Title: "L'été à Genève – 文书 – документ – وثيقة",
      Pages: 12.5,
      ReceivedAt: '2020-08-17T21:59:59Z',
      Purpose: 'action',
      Languages: ['en', 'fr'],
      Urgent: true,
      Abstract: 'x'.repeat(5000),
      ContactId: chair.Id
    });
    const item = await items().getById(Id).select('*', 'Contact/EMail', 'Author/EMail', 'Author/Title').expand('Contact', 'Author')();
    expect(item).toMatchObject({
      Title: "L'été à Genève – 文书 – документ – وثيقة",
      Pages: 12.5,
      ReceivedAt: '2020-08-17T21:59:59Z',
      Purpose: 'action',
      Languages: ['en', 'fr'],
      Urgent: true,
      Due: null,
      ContactId: chair.Id,
      OData__UIVersionString: '1.0',
      Contact: { EMail: 'chair@example.org' },
      Author: { EMail: 'service@example.org', Title: 'Contribution Desk service' }
    });
    expect(item.Abstract).toHaveLength(5000);
    expect(item.Created).toMatch(/^2020-08-10T07:00:\d\dZ$/);
  });

  it.each([0, -1, 0.1, 1e18, 9007199254740992, -1.5e300])('keep the number %d', async (number) => {
    const { Id } = await items().add({ Title: 'number', Pages: number });
    expect((await items().getById(Id)()).Pages).toBe(number);
    expect(await items().filter(`Pages eq ${number} and Id eq ${Id}`)()).toHaveLength(1);
  });

  it.each([
    ['2020-10-01', '2020-09-30T22:00:00Z'],
    ['2020-10-01T12:00:00Z', '2020-09-30T22:00:00Z'],
    ['2020-12-01T00:00:00Z', '2020-11-30T23:00:00Z']
  ])('keep the date %s as midnight in Geneva', async (sent, stored) => {
    const { Id } = await items().add({ Title: 'dated', Due: sent });
    expect((await items().getById(Id)()).Due).toBe(stored);
  });

  it.each([
    [{ Pages: 'many' }, 400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'],
    [{ Urgent: 'perhaps' }, 400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'],
    [{ Title: 'x'.repeat(256) }, 400, '-2130575152, Microsoft.SharePoint.SPException'],
    [{ Purpose: 'joke' }, 400, '-2130575152, Microsoft.SharePoint.SPException'],
    [{ ReceivedAt: 'yesterday' }, 400, '-2130575152, Microsoft.SharePoint.SPException'],
    [{ Colour: 'blue' }, 400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException']
  ])('refuse %j', async (values, status, code) => {
    expect(await refusal(items().add(values))).toMatchObject({ status, code });
  });

  it('refuse a second equal value of a unique column, whatever its case', async () => {
    await items().add({ Title: 'one', PaperKey: 'Key-1' });
    expect(await refusal(items().add({ Title: 'two', PaperKey: 'key-1' }))).toMatchObject({ code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException' });
  });

  it('let exactly one of many concurrent claims of a unique key through', async () => {
    const claims = await Promise.allSettled(Array.from({ length: 20 }, () => items().add({ Title: 'claim', PaperKey: 'claimed-once' })));
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are changed only by who knows the present etag', async () => {
    const added = await items().add({ Title: 'first' });
    const item = items().getById(added.Id);
    const { etag } = await item.update({ Title: 'second' }, added['odata.etag']);
    expect(etag).toBe((await items().getById(added.Id)())['odata.etag']);
    expect(await refusal(item.update({ Title: 'third' }, added['odata.etag']))).toMatchObject({ status: 412, code: '-1, Microsoft.SharePoint.Client.ClientServiceException' });
    expect(await refusal(items().getById(added.Id).delete(added['odata.etag']))).toMatchObject({ status: 412 });
  });

  it('keep their versions with the values of each', async () => {
    const { Id } = await items().add({ Title: 'draft', Pages: 1 });
    await items().getById(Id).update({ Pages: 2 });
    await items().getById(Id).update({ Title: 'final' });
    const versions: { VersionLabel: string; Title: string; Pages: number; IsCurrentVersion: boolean }[] = await items().getById(Id).versions();
    expect(versions.map(({ VersionLabel, Title, Pages }) => [VersionLabel, Title, Pages])).toEqual([
      ['3.0', 'final', 2],
      ['2.0', 'draft', 2],
      ['1.0', 'draft', 1]
    ]);
    expect(versions[0].IsCurrentVersion).toBe(true);
  });

  it('report each column of a form that does not fit, and store nothing then', async () => {
    const { Id } = await items().add({ Title: 'form', Pages: 1 });
    const result = await items().getById(Id).validateUpdateListItem([
      { FieldName: 'Title', FieldValue: 'changed' },
      { FieldName: 'Purpose', FieldValue: 'joke' }
    ]);
    expect(result.map(({ HasException }) => HasException)).toEqual([false, true]);
    expect((await items().getById(Id)()).Title).toBe('form');
  });

  it('take a form that says who made them from those with full control only', async () => {
    const { Id } = await items().add({ Title: 'for a delegate' });
    const kenya = JSON.stringify([{ Key: 'i:0#.f|membership|delegate.ke@example.org' }]);
    const form = [{ FieldName: 'Title', FieldValue: 'forged' }, { FieldName: 'Author', FieldValue: kenya }, { FieldName: 'Editor', FieldValue: kenya }];
    const people = () => items().getById(Id).select('Title', 'Author/EMail', 'Editor/EMail').expand('Author', 'Editor')<{ Title: string; Author: { EMail: string }; Editor: { EMail: string } }>();
    const made = (await people()).Author.EMail;

    const delegate = site.as('delegate.fr').web.lists.getByTitle('Papers').items.getById(Id);
    const refused = await delegate.validateUpdateListItem(form, true);
    expect(refused.map(({ HasException }) => HasException)).toEqual([false, true, true]);
    expect(await people()).toMatchObject({ Title: 'for a delegate', Author: { EMail: made } });

    const versions = (await items().getById(Id).versions()).length;
    await items().getById(Id).validateUpdateListItem(form, true);
    expect(await people()).toMatchObject({ Title: 'forged', Author: { EMail: 'delegate.ke@example.org' }, Editor: { EMail: 'delegate.ke@example.org' } });
    expect(await items().getById(Id).versions()).toHaveLength(versions);
  });

  it('say what is wrong with a query', async () => {
    expect(await refusal(items().select('Colour')())).toMatchObject({ status: 400, message: "The field or property 'Colour' does not exist." });
    expect(await refusal(items().filter("Colour eq 'blue'")())).toMatchObject({ status: 400 });
    expect(await refusal(items().filter("Abstract eq 'x'")())).toMatchObject({ message: "The field 'Abstract' of type 'Note' cannot be used in the query filter expression." });
    expect(await refusal(items().select('Author/Title')())).toMatchObject({ status: 400 });
    expect(await refusal(items().getById(999999)())).toMatchObject({ status: 404, code: '-2130575338, System.ArgumentException' });
  });

  describe('of which there are many', () => {
    const sources = ['France', 'Kenya', 'Spain', "Côte d'Ivoire"];
    const many = Array.from({ length: 60 }, (_, index) => ({ Source: sources[index % 4], Pages: index % 7, Urgent: index % 3 === 0, Title: `Paper ${index}` }));
    const papers = (): IItems => sp.web.lists.getByTitle('Many').items;

    beforeAll(async () => {
      await sp.web.lists.add('Many', '');
      const { fields } = sp.web.lists.getByTitle('Many');
      await fields.addText('Source');
      await sp.web.lists.getByTitle('Many').fields.addNumber('Pages');
      await sp.web.lists.getByTitle('Many').fields.addBoolean('Urgent');
      const [batched, execute] = sp.batched();
      many.forEach((paper) => void batched.web.lists.getByTitle('Many').items.add(paper));
      await execute();
    });

    it('are paged without a gap or a repetition, in any order and page size', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 7, max: 25 }), fc.constantFrom('Source', 'Pages', 'Urgent', 'Title', 'Author/EMail'), fc.boolean(), async (size, column, ascending) => {
          const seen: number[] = [];
          for await (const page of papers().select('Id').orderBy(column, ascending).top(size)) {
            seen.push(...(page as { Id: number }[]).map(({ Id }) => Id));
          }
          expect([...seen].sort((left, right) => left - right)).toEqual(many.map((_, index) => index + 1));
          expect(seen).toHaveLength(many.length);
        }),
        { numRuns: 12 }
      );
    });

    it.each<[string, (paper: (typeof many)[number]) => boolean]>([
      ["Source eq 'france'", ({ Source }) => Source === 'France'],
      ["Source eq 'Côte d''Ivoire' and Pages gt 2", ({ Source, Pages }) => Source.startsWith('Côte') && Pages > 2],
      ['Urgent eq 1 or (Pages le 1 and not startswith(Source,\'K\'))', ({ Urgent, Pages, Source }) => Urgent || (Pages <= 1 && !Source.startsWith('K'))],
      ["substringof('CÔTE', Source)", ({ Source }) => Source.startsWith('Côte')],
      ["Title ne 'Paper 3'", ({ Title }) => Title !== 'Paper 3'],
      ["Created ge datetime'2020-08-10T00:00:00Z' and Author/EMail eq 'service@example.org'", () => true],
      ["Created ge '2021-01-01T00:00:00Z'", () => false]
    ])('are found by %s', async (filter, expected) => {
      const found: { Title: string }[] = await papers().select('Title').filter(filter).top(100)();
      expect(found.map(({ Title }) => Title).sort()).toEqual(many.filter(expected).map(({ Title }) => Title).sort());
    });
  });
});
