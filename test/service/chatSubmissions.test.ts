import { ChatSubmissions } from '../../src/service/chatSubmissions';
import { DocumentInspector } from '../../src/service/documentInspector';
import { createLog } from '../../src/service/log';
import { PendingFiles } from '../../src/service/pendingFiles';
import { TeamsFiles } from '../../src/service/teamsFiles';
import { smallDocx } from '../support/documents';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

const PERSON = { key: 'person-1', email: 'delegate.ke@example.org' };
const FORM = { title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: 1 } as const;

describe('a submission in the chat', () => {
  let site: TestSite;
  let host: FileHost;
  let inspector: DocumentInspector;
  let pending: PendingFiles;
  let submissions: ChatSubmissions;

  beforeAll(async () => {
    site = await provisionedSite();
    host = await startFileHost();
    const desk = site.desk();
    const log = createLog('silent');
    inspector = new DocumentInspector();
    pending = new PendingFiles(() => desk.clock.now());
    submissions = new ChatSubmissions({ site: desk, files: new TeamsFiles([host.origin], log), pending, inspector, log });
  });

  afterAll(async () => {
    await inspector.stop();
    await pending.stop();
    await host.stop();
    await site.stop();
  });

  async function received(name: string): Promise<string> {
    const outcome = await submissions.receive({ name, downloadUrl: host.serve(smallDocx(name)) }, PERSON);
    return outcome.kind === 'pending' ? outcome.submission.id : '';
  }

  it('is in the library with its form also when the site refuses the author', async () => {
    const id = await received('refused.docx');
    const outcome = await submissions.submit(id, PERSON, 'i:0#.f|membership|nobody@example.org', FORM);
    expect(outcome).toMatchObject({ kind: 'submitted', isInTheirName: false });
    const [document] = await site.desk().contributions.recent(1);
    expect(document).toMatchObject({ ...FORM, fileName: 'refused.docx', createdBy: { email: 'service@example.org' } });
    expect(await submissions.submit(id, PERSON, 'i:0#.f|membership|nobody@example.org', FORM)).toEqual(outcome);
    expect(await site.desk().contributions.recent(5)).toHaveLength(1);
  });

  it('cannot be taken back once it is in the library, and can before', async () => {
    const submitted = await received('kept.docx');
    await submissions.submit(submitted, PERSON, 'i:0#.f|membership|delegate.ke@example.org', FORM);
    expect(await submissions.discard(submitted, PERSON)).toBe(false);
    const open = await received('dropped.docx');
    expect(await submissions.discard(open, { ...PERSON, key: 'somebody-else' })).toBe(false);
    expect(await submissions.discard(open, PERSON)).toBe(true);
    expect(await submissions.submit(open, PERSON, 'i:0#.f|membership|delegate.ke@example.org', FORM)).toEqual({ kind: 'lost' });
  });
});
