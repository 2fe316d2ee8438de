import { Temporal } from 'temporal-polyfill';
import { historyOf } from '../../src/site/contributionHistory';
import type { Contribution } from '../../src/site/contribution';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('the history of a document', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await provisionedSite();
  });
  afterAll(() => site.stop());

  it('says who changed what, from what to what, the latest first', async () => {
    const delegate = site.desk('delegate.fr').contributions;
    const { id } = await delegate.upload('history.docx', new TextEncoder().encode('Content'));
    await delegate.describe(id, { title: 'First title', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: 2 });
    await delegate.describe(id, { title: 'Second title', source: 'France', originalLanguage: 'fr', purpose: 'action', meetingId: 2 });
    const service = site.desk().contributions;
    const { etag } = (await service.get(id)) as Contribution;
    await service.recordCheck(id, etag, { standing: 'translated', docStatus: 'received', publicationDue: Temporal.PlainDate.from('2020-09-24'), findings: '[]' });
    const history = await historyOf(site.connect('secretariat'), id);
    expect(history[0].changes).toEqual([
      { column: 'PublicationDue', after: '2020-09-24' },
      { column: 'Standing', after: 'translated' },
      { column: 'DocStatus', after: 'received' }
    ]);
    expect(history[1]).toMatchObject({ by: (await delegate.get(id))?.createdBy.name, changes: [{ column: 'Title', before: 'First title', after: 'Second title' }] });
    expect(history[2].changes).toContainEqual({ column: 'MeetingId', after: 2 });
    expect(history.at(-1)?.changes).toEqual([{ column: 'FileLeafRef', after: 'history.docx' }]);
    expect(Temporal.Instant.compare(history[0].at, history[2].at)).toBeGreaterThanOrEqual(0);
  });

  it('leaves out versions that changed nothing of what is told', async () => {
    const document = await site.desk('delegate.fr').contributions.upload('same.docx', new TextEncoder().encode('Content'));
    const service = site.desk().contributions;
    const before = (await historyOf(site.connect('secretariat'), document.id)).length;
    const { etag } = (await service.get(document.id)) as Contribution;
    await service.recordDecided(document.id, etag, { docStatus: 'accepted' });
    const written = (await service.get(document.id)) as Contribution;
    await service.recordDecided(document.id, written.etag, { docStatus: 'accepted' });
    expect(await historyOf(site.connect('secretariat'), document.id)).toHaveLength(before + 1);
  });

  it('fails for a document that is not there', async () => {
    await expect(historyOf(site.connect('secretariat'), 4711)).rejects.toMatchObject({ kind: 'notFound' });
  });
});
