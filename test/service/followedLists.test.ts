import '@pnp/sp/items';
import type { Meeting } from '../../src/rules/meeting';
import { DocumentActions } from '../../src/site/documentActions';
import { MeetingActions } from '../../src/site/meetingActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { installs, startConnector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { anotherRun, contributionOf, form, inState, put } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

describe('the lists that bear on documents', () => {
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

  const setMeeting = (values: Record<string, unknown>, id = meeting.id): Promise<unknown> =>
    site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.getById(id).update(values);

  it('has the documents of a meeting checked again when it changes, and those of others left alone', async () => {
    const other = await addMeeting(site, { title: 'Another meeting' });
    const [id, elsewhere] = [await put(site, 'a.docx', form(meeting.id)), await put(site, 'b.docx', form(other.id))];
    await inState(site, id, 'received');
    const { etag } = await inState(site, elsewhere, 'received');
    await setMeeting({ MeetingStatus: 'cancelled' });
    expect((await inState(site, id, 'needsAttention')).findings).toContain('"meetingCancelled"');
    await setMeeting({ MeetingStatus: 'planned' });
    expect((await inState(site, id, 'received')).findings).toBe('[]');
    expect((await contributionOf(site, elsewhere)).etag).toBe(etag);
  });

  it('has a document without a meeting checked again when there is a new one to come', async () => {
    await setMeeting({ MeetingStatus: 'held' });
    const id = await put(site, 'without.docx');
    expect((await inState(site, id, 'needsAttention')).standing).toBeUndefined();
    await addMeeting(site, { title: 'Third meeting', start: '2020-12-01', agreedDeadline: null });
    await eventually(async () => expect((await contributionOf(site, id)).standing).toBe('translated'));
  });

  it('has a document checked again that a number or a decision names, and only that one', async () => {
    const [id, other] = [await put(site, 'named.docx', form(meeting.id)), await put(site, 'other.docx', form(meeting.id))];
    await inState(site, id, 'received');
    const { etag } = await inState(site, other, 'received');
    await site.desk('secretariat').numbers.give('document', id);
    await eventually(async () => expect((await contributionOf(site, id)).docSymbol).toBe('TDAG-WG-SOP/1-E'));
    await site.desk('secretariat').decisions.record({ kind: 'publish', contributionId: id, reason: '' });
    const published = await inState(site, id, 'published');
    const [{ decidedAt }] = await site.desk().decisions.ofContribution(id);
    expect(published.publishedAt).toEqual(decidedAt);
    await site.desk('secretariat').decisions.record({ kind: 'accept', meetingId: meeting.id, reason: 'About no document' });
    await site.desk('secretariat').numbers.enter({ series: 'document', number: 40 }, 987654);
    await anotherRun(service);
    expect((await contributionOf(site, other)).etag).toBe(etag);
  });

  it('takes a late document in when the deadline is extended, and has its author told', async () => {
    await site.administer('clock', { advanceTo: geneva('2020-09-19T09:00:00').toString() });
    const id = await put(site, 'late.docx', form(meeting.id));
    await inState(site, id, 'held');
    const shown = await site.desk('secretariat').meetings.getForChange(meeting.id);
    const after = { ...meeting, agreedDeadline: meeting.start.subtract({ days: 12 }) };
    await new MeetingActions(site.desk('secretariat')).change(shown as ShownMeeting, after, 'extendDeadline', 'By agreement of the group');
    expect(await inState(site, id, 'received')).toMatchObject({ standing: 'delayed', findings: '[]' });
    const notices = (await site.desk().authorNotices.ofContribution(id)).filter(({ kind }) => kind === 'standing');
    expect(notices.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([{ before: 'held', after: 'delayed', cause: 'meeting' }]);
  });

  it('takes no promised translation away, lists it, and follows what is decided', async () => {
    const [kept, given] = [await put(site, 'kept.docx', form(meeting.id)), await put(site, 'given.docx', form(meeting.id))];
    await inState(site, kept, 'received');
    await inState(site, given, 'received');
    await setMeeting({ MeetingStart: '2020-09-10T00:00:00Z', MeetingEnd: '2020-09-10T00:00:00Z', AgreedDeadline: null });
    for (const id of [kept, given]) {
      await eventually(async () => expect((await contributionOf(site, id)).findings).toContain('"standingInQuestion"'));
      expect(await contributionOf(site, id)).toMatchObject({ standing: 'translated', docStatus: 'received' });
    }
    const actions = new DocumentActions(site.desk('secretariat'), workingGroup());
    const question = { before: 'translated', after: 'delayed' } as const;
    await actions.answer(await contributionOf(site, kept), question, true, 'The translation is under way');
    await actions.answer(await contributionOf(site, given), question, false, 'No time is left');
    await eventually(async () => expect(await contributionOf(site, kept)).toMatchObject({ standing: 'translated', findings: '[]' }));
    await eventually(async () => expect(await contributionOf(site, given)).toMatchObject({ standing: 'delayed', findings: '[]' }));
    const kinds = async (id: number): Promise<string[]> => (await site.desk().authorNotices.ofContribution(id)).map(({ kind }) => kind);
    expect(await kinds(given)).toEqual(['standing']);
    expect(await kinds(kept)).toEqual([]);
  });

  it('admits a late document by the chair’s exception, and tells its author in the chat who decided', async () => {
    const connector = await startConnector();
    try {
      connector.signIn('delegate.ke@example.org');
      for (const activity of installs('personal')) {
        await connector.post(service.messagesUrl, activity);
      }
      await site.administer('clock', { advanceTo: geneva('2020-09-23T09:00:00').toString() });
      const id = await put(site, 'exception.docx', form(meeting.id));
      await inState(site, id, 'held');
      await new DocumentActions(site.desk('secretariat'), workingGroup()).admit(await contributionOf(site, id), meeting, 'The chair agreed');
      const admitted = await inState(site, id, 'received');
      expect([admitted.standing, admitted.publicationDue?.toString()]).toEqual(['delayed', '2020-09-28']);
      await eventually(() => {
        const said = connector.sent.map(({ activity }) => JSON.stringify(activity.attachments ?? []));
        expect(said.filter((card) => card.includes('The chair or the secretariat decided so.') && card.includes('Delayed contribution'))).toHaveLength(1);
      });
    } finally {
      await connector.stop();
    }
  });

  it('gives an accepted replacement and language version the number of their document', async () => {
    const actions = new DocumentActions(site.desk('secretariat'), workingGroup());
    const id = await put(site, 'whole.docx', form(meeting.id));
    await inState(site, id, 'received');
    await actions.number(await contributionOf(site, id));
    const [replacement, version] = [await put(site, 'replacement.docx', form(meeting.id)), await put(site, 'version.docx', { ...form(meeting.id), originalLanguage: 'fr' })];
    await site.desk('delegate.ke').contributions.recordPart(replacement, { of: id, kind: 'replacement' });
    await site.desk('delegate.ke').contributions.recordPart(version, { of: replacement, kind: 'languageVersion' });
    await inState(site, version, 'received');
    expect((await contributionOf(site, version)).docSymbol).toBeUndefined();
    await actions.accept(await contributionOf(site, replacement));
    await actions.accept(await contributionOf(site, version));
    await eventually(async () => expect((await contributionOf(site, replacement)).docSymbol).toBe('TDAG-WG-SOP/1-E'));
    await eventually(async () => expect((await contributionOf(site, version)).docSymbol).toBe('TDAG-WG-SOP/1-F'));
    await inState(site, id, 'withdrawn');
  });

  it('catches up with a meeting that changed while it was down', async () => {
    const id = await put(site, 'meanwhile.docx', form(meeting.id));
    await inState(site, id, 'received');
    await anotherRun(service);
    await service.stop();
    await setMeeting({ MeetingStatus: 'cancelled' });
    service = await runService(site);
    await inState(site, id, 'needsAttention');
  });

  it('checks every document when its place in any log is lost, too old or refused', async () => {
    const id = await put(site, 'known.docx', form(meeting.id));
    const { receivedAt } = await inState(site, id, 'received');
    for (const lose of [
      () => site.desk().deskState.set('meetings/changeToken', 'edited by hand'),
      () => site.desk().deskState.set('contributions/changeToken', JSON.stringify({ token: 'no token', at: geneva('2020-09-01T00:00:00').toString() })),
      () => site.administer('clock', { advanceBy: 'P55D' })
    ]) {
      await service.stop();
      await setMeeting({ MeetingStatus: 'cancelled' });
      await lose();
      service = await runService(site);
      await inState(site, id, 'needsAttention');
      await setMeeting({ MeetingStatus: 'planned' });
      await inState(site, id, 'received');
      expect((await site.desk().deskState.get('meetings/changeToken'))?.value).toContain('"token":"1;3;');
    }
    expect((await contributionOf(site, id)).receivedAt?.toString()).toBe(receivedAt?.toString());
  });

  it('is told of a changed meeting by the site’s notification, without looking', async () => {
    const id = await put(site, 'told.docx', form(meeting.id));
    await inState(site, id, 'received');
    await service.stop();
    service = await runService(site, { pollSeconds: 3600 });
    await eventually(async () => expect((await service.health()).body.subscriptions.meetings).toHaveProperty('id'));
    await setMeeting({ MeetingStatus: 'cancelled' });
    await inState(site, id, 'needsAttention');
  });

  it('looks for itself where the site cannot notify it, and says why it is not notified', async () => {
    await service.stop();
    service = await runService(site, { publicUrl: 'http://127.0.0.1:9' });
    await inState(site, await put(site, 'polled.docx', form(meeting.id)), 'received');
    const { status, body } = await service.health();
    expect(status).toBe(200);
    expect(body.subscriptions.contributions).toEqual({ trouble: expect.stringContaining('did not answer') });
  });

  it('leaves it to the library’s log when a document came in that a meeting’s change would have checked first', async () => {
    await service.stop();
    const folder = site.connect('secretariat').sp.web.getFolderByServerRelativePath('/sites/tdag-wg-sop/Shared Documents');
    await folder.files.addUsingPath('late.docx', new Blob([smallDocx('late')]));
    await site.administer('clock', { advanceTo: geneva('2020-08-18T10:00:00').toString() });
    await site.connect('secretariat').sp.web.getFileByServerRelativePath('/sites/tdag-wg-sop/Shared Documents/late.docx').moveByPath('/sites/tdag-wg-sop/Contributions/late.docx', false);
    const [{ id }] = await site.desk().contributions.recent(1);
    await site.desk('secretariat').contributions.describe(id, form(meeting.id));
    await setMeeting({ JoinUrl: 'https://meetings.example.org/2' });
    service = await runService(site);
    expect((await inState(site, id, 'received')).standing).toBe('delayed');
  });
});
