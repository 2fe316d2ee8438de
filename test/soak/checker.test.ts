import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SentActivity } from '../support/connector';
import { smallDocx } from '../support/documents';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { problemsOf } from './checker';
import { Journal } from './journal';
import { scriptOf } from './script';
import { SiteReader } from './siteReader';

describe('the checker after a soak', () => {
  let site: TestSite;
  let folder: string;
  let journal: Journal;
  let meetingId: number;

  beforeEach(async () => {
    site = await provisionedSite();
    folder = mkdtempSync(join(tmpdir(), 'soak-'));
    journal = new Journal(join(folder, 'journal.jsonl'));
    meetingId = (await addMeeting(site)).id;
  });
  afterEach(async () => {
    await site.stop();
    rmSync(folder, { recursive: true });
  });

  const problems = (sent: readonly SentActivity[] = []): Promise<string[]> =>
    problemsOf({ site: new SiteReader(site.url), journal, sent, channels: ['channel'], meetings: new Map([[meetingId, '2020-10-01']]) });
  const upload = async (name: string): Promise<number> => {
    const bytes = smallDocx(name);
    journal.attempt({ kind: 'upload', name });
    const { id } = await site.desk('delegate.ke').contributions.upload(name, bytes);
    journal.acknowledge({ kind: 'uploaded', id, name, sha256: createHash('sha256').update(bytes).digest('hex'), from: '2020-08-10T06:59:00Z', to: '2020-08-10T07:05:00Z' });
    return id;
  };
  const write = (id: number, values: Record<string, unknown>): Promise<unknown> => site.connect('service').sp.web.lists.getByTitle('Contributions').items.getById(id).update(values);
  const arrived = async (id: number): Promise<string> => String((await new SiteReader(site.url).items('Contributions', 'Created')).find((row) => row.Id === id)?.Created);
  const post = (text: string): SentActivity => ({ conversationId: 'channel', activity: { summary: text, attachments: [{ contentType: 'card', content: text }] } });

  it('finds nothing where all is well', async () => {
    const id = await upload('one.docx');
    await write(id, { ReceivedAt: await arrived(id), Standing: 'translated', MeetingId: meetingId, Purpose: 'action' });
    journal.acknowledge({ kind: 'described', id, meetingId, purpose: 'action' });
    expect(await problems()).toEqual([]);
  });

  it('finds documents that are lost, changed, came from nowhere, or have another arrival or standing', async () => {
    const [lost, changed] = [await upload('lost.docx'), await upload('changed.docx')];
    await site.connect('service').sp.web.lists.getByTitle('Contributions').items.getById(lost).delete();
    const { contributions } = site.desk('delegate.ke');
    await contributions.upload('nowhere.docx', smallDocx('nowhere'));
    const { fileRef } = (await site.desk().contributions.get(changed)) ?? { fileRef: '' };
    await site.connect('delegate.ke').sp.web.getFileByServerRelativePath(fileRef).setContent('other bytes');
    await write(changed, { ReceivedAt: '2020-08-09T07:00:00Z', Standing: 'held', MeetingId: meetingId, Purpose: 'action' });
    journal.acknowledge({ kind: 'described', id: changed, meetingId, purpose: 'action' });
    journal.acknowledge({ kind: 'published', id: changed, number: 7 });
    const found = (await problems()).join('\n');
    for (const problem of ['lost.docx (1) was acknowledged and is lost', 'has other bytes', 'counts from 2020-08-09T07:00:00Z', 'is held instead of translated', 'was published as number 7', 'nowhere.docx (3) was sent by nobody', 'channel was not told that document 2 is published']) {
      expect(found).toContain(problem);
    }
  });

  it('finds requests that are not as they were made', async () => {
    await site.desk('secretariat').delegations.add({ name: 'Kenya', type: 'memberState', representatives: ['delegate.ke@example.org'] });
    await site.desk('delegate.ke').languageRequests.ask({ meetingId, language: 'fr', delegation: 'Kenya' }, 'delegate.ke@example.org');
    journal.acknowledge({ kind: 'wished', meetingId, delegation: 'Kenya', language: 'fr', isWanted: false });
    journal.acknowledge({ kind: 'wished', meetingId, delegation: 'Kenya', language: 'es', isWanted: true });
    expect(await problems()).toEqual([`the request ${meetingId}/Kenya/fr was withdrawn and is active`, `the request ${meetingId}/Kenya/es was made and is undefined`]);
  });

  it('finds posts that came twice, that nobody recorded, and records of what nobody took', async () => {
    const { reminders } = site.desk();
    const claims = await reminders.claim([{ key: 'a/channel', kind: 'agreed', dueAt: (await site.desk().meetings.all())[0].start.toZonedDateTime('Europe/Zurich').toInstant() }], 'token');
    await reminders.posted(claims, { activityId: 'activity-9', postedAt: (await site.desk().meetings.all())[0].start.toZonedDateTime('Europe/Zurich').toInstant() });
    const found = (await problems([post('the same'), post('the same')])).join('\n');
    expect(found).toMatch(/posted twice: channel.*the same/);
    expect(found).toContain('2 posts are not recorded, and only 0 are recorded as perhaps posted');
    expect(found).toContain('activity-9 is recorded as posted, and nobody took it');
  });

  it('is given the same script for the same seed', () => {
    expect(scriptOf(6, 3)).toEqual(scriptOf(6, 3));
    expect(scriptOf(6, 3)).not.toEqual(scriptOf(6, 4));
    expect(scriptOf(24, 3).reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(24 * 60);
  });
});
