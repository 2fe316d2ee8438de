import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/recycle-bin';
import { fileFromServerRelativePath } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import type { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { anotherRun, contributionOf, form, inState, put } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const LIBRARY = '/sites/tdag-wg-sop/Contributions';
const ELSEWHERE = '/sites/tdag-wg-sop/Shared Documents';

describe('what people do to files', () => {
  let site: TestSite;
  let service: TestService;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    service = await runService(site);
  });

  afterEach(async () => {
    await service.stop();
    await site.stop();
  });

  const file = (path: string, user = 'secretariat'): IFile => fileFromServerRelativePath(site.connect(user).sp.web, path);
  const fileOf = async (id: number, user?: string): Promise<IFile> => file((await contributionOf(site, id)).fileRef, user);
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const library = async (): Promise<Record<string, unknown>> => (await service.health()).body.library;

  async function received(fileName: string): Promise<Contribution> {
    return inState(site, await put(site, fileName, form(meeting.id)), 'received');
  }

  /** The newest document with a name, once the service has checked it. */
  async function arrived(fileName: string): Promise<Contribution> {
    return eventually(async () => {
      const found = (await site.desk().contributions.recent(20)).find((each) => each.fileName === fileName);
      expect(found?.receivedAt).toBeDefined();
      return found as Contribution;
    });
  }

  const sameInstant = (a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): void => expect(a?.toString()).toBe(b?.toString());

  it('takes an e-mail attachment that is moved in for arrived when it was moved in, not when the mail came', async () => {
    const folder = site.connect('secretariat').sp.web.getFolderByServerRelativePath(ELSEWHERE);
    await folder.files.addUsingPath('attachment.docx', new Blob([smallDocx('attachment')]));
    await advanceTo('2020-08-18T10:00:00');
    await file(`${ELSEWHERE}/attachment.docx`).moveByPath(`${LIBRARY}/attachment.docx`, false);
    const found = await arrived('attachment.docx');
    expect(found.createdAt.toString() < '2020-08-11').toBe(true);
    expect(found.receivedAt?.since(geneva('2020-08-18T10:00:00')).total('seconds')).toBeGreaterThanOrEqual(0);
    expect(found).toMatchObject({ standing: 'delayed', docStatus: 'needsAttention' });
    expect((await site.desk().authorNotices.ofContribution(found.id)).map(({ kind }) => kind)).toEqual(['attention']);
  });

  it('knows a document again that was moved out of the library and back into it', async () => {
    const { id, receivedAt, uniqueId } = await received('wanders.docx');
    await (await fileOf(id)).moveByPath(`${ELSEWHERE}/wanders.docx`, false);
    await anotherRun(service);
    expect(await site.desk().contributions.get(id)).toBeUndefined();
    await advanceTo('2020-09-25T12:00:00');
    await file(`${ELSEWHERE}/wanders.docx`).moveByPath(`${LIBRARY}/wanders.docx`, false);
    const back = await arrived('wanders.docx');
    expect(back.id).not.toBe(id);
    expect(back.uniqueId).toBe(uniqueId);
    sameInstant(back.receivedAt, receivedAt);
    expect(await library()).toMatchObject({ failed: 0, waiting: 0 });
  });

  it('leaves the arrival as it is when a document is moved into a folder and renamed, and follows its name', async () => {
    const { id, receivedAt } = await received('plain.docx');
    await advanceTo('2020-09-25T12:00:00');
    await site.connect('secretariat').sp.web.getFolderByServerRelativePath(LIBRARY).folders.addUsingPath('Second meeting');
    await (await fileOf(id)).moveByPath(`${LIBRARY}/Second meeting/plain.docx`, false);
    await (await fileOf(id)).moveByPath(`${LIBRARY}/Second meeting/plain.pdf`, false);
    const found = await inState(site, id, 'needsAttention');
    expect(found.findings).toContain('"extensionMismatch"');
    expect(found.standing).toBe('translated');
    sameInstant(found.receivedAt, receivedAt);
  });

  it('finds a document that is put straight into a folder', async () => {
    const folders = site.connect('delegate.ke').sp.web.getFolderByServerRelativePath(LIBRARY).folders;
    await folders.addUsingPath('Own folder');
    await site.connect('delegate.ke').sp.web.getFolderByServerRelativePath(`${LIBRARY}/Own folder`).files.addUsingPath('inside.docx', new Blob([smallDocx('inside')]));
    expect(await arrived('inside.docx')).toMatchObject({ docStatus: 'needsAttention', standing: 'translated' });
  });

  it('takes a copy for a document of its own that arrived when it was made, and asks about it', async () => {
    const { id } = await received('original.docx');
    await advanceTo('2020-08-18T10:00:00');
    await (await fileOf(id)).copyByPath(`${LIBRARY}/copy.docx`, false);
    // The library copies the columns as well, so the copy says at first what the original says.
    const copy = await eventually(async () => {
      const found = await arrived('copy.docx');
      expect(found.receivedAt?.since(geneva('2020-08-18T10:00:00')).total('seconds')).toBeGreaterThanOrEqual(0);
      return found;
    });
    expect(JSON.parse(copy.findings ?? '')).toContainEqual({ code: 'sameContent', severity: 'asks', parameters: { document: 'original.docx' } });
    await site.connect('secretariat').sp.web.lists.getByTitle('Contributions').items.getById(id).update({ DocStatus: 'withdrawn' });
    await site.desk('delegate.ke').contributions.describe(copy.id, form(meeting.id, { title: 'Sent again' }));
    await eventually(async () => expect((await contributionOf(site, copy.id)).findings).toBe('[]'));
  });

  it('lets a checked-out document wait, longer each time and over a restart, and takes it when it is checked in', async () => {
    await service.stop();
    const id = await put(site, 'checked-out.docx', form(meeting.id));
    await (await fileOf(id, 'delegate.ke')).checkout();
    service = await runService(site);
    await eventually(async () => expect(await library()).toMatchObject({ failed: 1, waiting: 1 }));
    await anotherRun(service);
    expect(await library()).toMatchObject({ failed: 1, waiting: 1 });
    await site.administer('clock', { advanceBy: 'PT61S' });
    await eventually(async () => expect(await library()).toMatchObject({ failed: 2, waiting: 1 }));
    await site.administer('clock', { advanceBy: 'PT61S' });
    await anotherRun(service);
    expect(await library()).toMatchObject({ failed: 2, waiting: 1 });

    await service.stop();
    service = await runService(site);
    await anotherRun(service);
    expect(await library()).toMatchObject({ failed: 0, waiting: 1 });
    await (await fileOf(id, 'delegate.ke')).checkin('done');
    const found = await inState(site, id, 'received');
    sameInstant(found.receivedAt, found.createdAt);
    await eventually(async () => expect(await library()).toMatchObject({ waiting: 0 }));
  });

  it('keeps what it knew of a document that is deleted and comes back from the recycle bin', async () => {
    const { id, receivedAt } = await received('restored.docx');
    const bin = await (await fileOf(id)).recycle();
    await anotherRun(service);
    expect(await site.desk().contributions.get(id)).toBeUndefined();
    await advanceTo('2020-09-25T12:00:00');
    await site.connect('secretariat').sp.web.recycleBin.getById(String(bin)).restore();
    await anotherRun(service);
    const back = await contributionOf(site, id);
    expect(back).toMatchObject({ docStatus: 'received', standing: 'translated' });
    sameInstant(back.receivedAt, receivedAt);
  });

  it('goes on after a document was deleted for good', async () => {
    const { id } = await received('deleted.docx');
    await (await fileOf(id)).delete();
    await received('after.docx');
    expect(await library()).toMatchObject({ failed: 0, waiting: 0 });
  });

  it('says that a document was emptied when it was, and not that its upload stopped', async () => {
    const { id } = await received('emptied.docx');
    await site.connect('delegate.ke').sp.web.lists.getByTitle('Contributions').items.getById(id).file.setContent(new Blob([]));
    const { findings } = await inState(site, id, 'needsAttention');
    expect(findings).toContain('"empty"');
    expect(findings).not.toContain('"incompleteUpload"');
  });

  it('tells nobody of an upload that may still be under way, and the author once it must be over', async () => {
    const id = await put(site, 'in-pieces.docx', undefined, new Uint8Array());
    await eventually(async () => expect(await library()).toMatchObject({ waiting: 1 }));
    await anotherRun(service);
    expect((await contributionOf(site, id)).docStatus).toBeUndefined();
    expect(await site.desk().authorNotices.ofContribution(id)).toEqual([]);
    await site.administer('clock', { advanceBy: 'PT61M' });
    expect((await inState(site, id, 'needsAttention')).findings).toContain('"incompleteUpload"');
    expect(await site.desk().authorNotices.ofContribution(id)).toHaveLength(1);
  });

  it('does not fetch a document that is too large, and says so', async () => {
    const piece = new Uint8Array(1024 * 1024);
    const { id } = await site.desk('delegate.ke').contributions.upload('huge.docx', new Blob(Array<Uint8Array>(251).fill(piece)));
    const found = await inState(site, id, 'needsAttention');
    expect(JSON.parse(found.findings ?? '')).toContainEqual({ code: 'tooLarge', severity: 'blocks', parameters: { megabytes: 251, limit: 250 } });
    expect(found.sha256).toBeUndefined();
    expect(found.standing).toBe('translated');
  }, 120_000);
});
