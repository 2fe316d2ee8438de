import '@pnp/sp/files';
import '@pnp/sp/folders';
import type { ChangeEvidence } from '../../src/service/arrival';
import { createLog } from '../../src/service/log';
import { reconcile } from '../../src/service/reconciliation';
import type { Contribution } from '../../src/site/contribution';
import { smallDocx } from '../support/documents';
import { put } from '../support/library';
import { geneva } from '../support/meeting';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('a reconciliation', () => {
  let site: TestSite;

  beforeEach(async () => {
    site = await provisionedSite();
  });
  afterEach(() => site.stop());

  /** Reconciles with something of the test's own in the place of the checks. */
  const run = (page: (documents: readonly Contribution[], evidenceOf: (id: number) => ChangeEvidence | undefined) => Promise<void>): Promise<void> =>
    reconcile({ site: site.desk(), facts: { invalidate: () => undefined }, checks: { page }, log: createLog('silent') });

  it('goes through all documents and leaves to the log what comes in while it runs', async () => {
    const ids = [await put(site, 'a.docx'), await put(site, 'b.docx')];
    const seen: number[] = [];
    await run(async (documents) => {
      if (seen.length === 0) {
        await put(site, 'meanwhile.docx');
      }
      seen.push(...documents.map(({ id }) => id));
    });
    expect(seen).toEqual(ids);
  });

  it('tells of a document when it came in first, however it was moved about afterwards', async () => {
    const [library, elsewhere] = ['/sites/tdag-wg-sop/Contributions', '/sites/tdag-wg-sop/Shared Documents'];
    const { web } = site.connect('secretariat').sp;
    await web.getFolderByServerRelativePath(elsewhere).files.addUsingPath('moved.docx', new Blob([smallDocx('moved')]));
    await site.administer('clock', { advanceTo: geneva('2020-08-18T10:00:00').toString() });
    await web.getFileByServerRelativePath(`${elsewhere}/moved.docx`).moveByPath(`${library}/moved.docx`, false);
    await site.administer('clock', { advanceTo: geneva('2020-08-25T10:00:00').toString() });
    await web.getFolderByServerRelativePath(library).folders.addUsingPath('Folder');
    await web.getFileByServerRelativePath(`${library}/moved.docx`).moveByPath(`${library}/Folder/moved.docx`, false);
    const found: (string | undefined)[] = [];
    await run(async (documents, evidenceOf) => {
      found.push(...documents.map(({ id }) => evidenceOf(id)?.enteredAt?.toZonedDateTimeISO('Europe/Zurich').toPlainDate().toString()));
    });
    expect(found).toEqual(['2020-08-18']);
  });
});
