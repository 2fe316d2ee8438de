import type { Activity } from 'botbuilder';
import { Temporal } from 'temporal-polyfill';
import { askedNotice } from '../../src/site/authorNotices';
import type { Contribution } from '../../src/site/contribution';
import type { Meeting } from '../../src/rules/meeting';
import { executes, installs, says, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const AUTHOR = 'delegate.ke@example.org';

interface Card {
  readonly body: readonly { readonly type: string; readonly id?: string; readonly value?: string }[];
  readonly actions: readonly { readonly type: string; readonly verb?: string; readonly data?: unknown; readonly fallback?: { readonly type: string; readonly data: unknown } }[];
}

const cardIn = (activity: Partial<Activity>): Card => activity.attachments?.[0].content as Card;

describe('the telling of authors', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    connector = await startConnector();
    service = await runService(site);
  });

  afterEach(async () => {
    await service.stop();
    await connector.stop();
    await site.stop();
  });

  const form = (): Record<string, string> => ({ title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meeting: String(meeting.id) });

  async function introduce(email: string): Promise<void> {
    connector.signIn(email);
    for (const activity of installs('personal')) {
      await connector.post(service.messagesUrl, activity);
    }
  }

  const upload = async (fileName = 'straight-in.docx'): Promise<number> =>
    (await site.desk('delegate.ke').contributions.upload(fileName, smallDocx(fileName))).id;

  const contribution = async (id: number): Promise<Contribution> => (await site.desk().contributions.get(id)) as Contribution;

  const notices = (): Card[] => connector.sent.map(({ activity }) => cardIn(activity)).filter(({ body }) => body.some(({ type }) => type === 'Input.Text'));

  async function noticeOf(id: number): Promise<Card> {
    await eventually(() => expect(notices()).toHaveLength(1));
    await eventually(async () => expect((await site.desk().authorNotices.ofContribution(id)).map(({ status }) => status)).toContain('posted'));
    return notices()[0];
  }

  it('tells an author in their own chat once what is missing, with the form for it', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const card = await noticeOf(id);
    expect(card.body.filter(({ type }) => type.startsWith('Input.')).map(({ id: field }) => field)).toEqual(['title', 'source', 'originalLanguage', 'purpose', 'meeting']);
    expect(card.actions[0]).toMatchObject({ type: 'Action.Execute', fallback: { type: 'Action.Submit' } });
    expect(JSON.stringify(card)).toMatch(/Monday,? 10 August 2020/);
    await service.stop();
    service = await runService(site);
    // Notices are handled in the order of their entry: when the second document's is there, the first's was passed over.
    const second = await upload('second.docx');
    await eventually(async () => expect((await site.desk().authorNotices.ofContribution(second)).map(({ status }) => status)).toEqual(['posted']));
    expect(notices()).toHaveLength(2);
  });

  it('makes a contribution complete from the card, which becomes the receipt', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const [send] = (await noticeOf(id)).actions;
    const answer = await connector.invoke(service.messagesUrl, executes(send, form()));
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(answer.value)).toContain('has been received.');
    expect(connector.updated).toHaveLength(1);
    expect(await contribution(id)).toMatchObject({ title: 'Connectivity', source: 'Kenya', purpose: 'action', meetingId: meeting.id, docStatus: 'received', standing: 'translated' });

    const again = await connector.invoke(service.messagesUrl, executes(send, { ...form(), title: 'Another title' }));
    expect(JSON.stringify(again.value)).toContain('needs no more details. Nothing was changed.');
    expect((await contribution(id)).title).toBe('Connectivity');
  });

  it('takes the same form from a client that only knows Action.Submit', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const [send] = (await noticeOf(id)).actions;
    await connector.post(service.messagesUrl, says('personal', '', { value: { ...(send.fallback?.data as object), ...form() }, replyToId: 'activity-2' }));
    expect((await contribution(id)).docStatus).toBe('received');
    expect(connector.updated.map(({ activity }) => activity.summary)).toEqual(['“Connectivity” has been received.']);
  });

  it('keeps what was typed and says beside the field what is wrong with it', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const [send] = (await noticeOf(id)).actions;
    const title = 'x'.repeat(300);
    const { value } = await connector.invoke(service.messagesUrl, executes(send, { ...form(), title, purpose: 'forged' }));
    const { body } = value as Card;
    expect(body.find(({ id: field }) => field === 'title')?.value).toBe(title);
    expect(body.find(({ id: field }) => field === 'source')?.value).toBe('Kenya');
    expect(JSON.stringify(body)).toContain('Shorten this to 255 characters.');
    expect(JSON.stringify(body[body.findIndex(({ id: field }) => field === 'purpose') + 1])).toContain('Choose what the document is for.');
    expect((await contribution(id)).source).toBeUndefined();
  });

  it('changes nothing when somebody else sends the form, whatever they claim', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const [send] = (await noticeOf(id)).actions;
    connector.signIn('delegate.fr@example.org');
    const { etag } = await contribution(id);
    const forged = { ...executes(send, { ...form(), email: AUTHOR }), from: { id: '29:other', name: AUTHOR, aadObjectId: `id-of-${AUTHOR}` } };
    const answer = await connector.invoke(service.messagesUrl, forged);
    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: expect.stringContaining('Only the author') });
    expect((await contribution(id)).etag).toBe(etag);
    expect(connector.updated).toEqual([]);
  });

  it('lets the secretariat complete a document', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    const [send] = (await noticeOf(id)).actions;
    connector.signIn('secretariat@example.org');
    await connector.invoke(service.messagesUrl, executes(send, form()));
    expect((await contribution(id)).docStatus).toBe('received');
  });

  it('tells an author whom it did not know as soon as they talk to it', async () => {
    const id = await upload();
    await eventually(async () => expect((await site.desk().authorNotices.ofContribution(id)).map(({ status }) => status)).toEqual(['due']));
    connector.signIn(AUTHOR);
    await connector.post(service.messagesUrl, says('personal', 'hi'));
    await noticeOf(id);
  });

  it('does not tell of a form that was completed meanwhile', async () => {
    const id = await upload();
    await eventually(async () => expect((await contribution(id)).docStatus).toBe('needsAttention'));
    await site.desk('delegate.ke').contributions.describe(id, { title: 'T', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId: meeting.id });
    await eventually(async () => expect((await contribution(id)).docStatus).toBe('received'));
    await introduce(AUTHOR);
    await eventually(async () => expect((await site.desk().authorNotices.ofContribution(id)).map(({ status }) => status)).toEqual(['skipped']));
    expect(notices()).toEqual([]);
  });

  const summaries = (): (string | undefined)[] => connector.sent.map(({ activity }) => activity.summary);
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const statuses = async (id: number): Promise<string[]> => (await site.desk().authorNotices.ofContribution(id)).map(({ status }) => status);

  it('reminds an author before the deadline of a document that is not in order, once at each step', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    await noticeOf(id);
    await advanceTo('2020-08-14T09:00:00');
    await eventually(async () => expect(await statuses(id)).toEqual(['posted', 'posted']));
    expect(summaries().at(-1)).toMatch(/^“straight-in.docx” is not in order yet, and the deadline is Monday,? 17 August 2020, 23:59 \(Geneva time\): 3 days left\.$/);
    await service.stop();
    service = await runService(site);

    const second = await upload('second.docx');
    await eventually(async () => expect(await statuses(second)).toEqual(['posted']));
    expect(await statuses(id)).toHaveLength(2);
    await connector.invoke(service.messagesUrl, executes(notices()[1].actions[0], form()));
    await eventually(async () => expect((await contribution(id)).docStatus).toBe('received'));
    await advanceTo('2020-08-17T09:00:00');
    await eventually(async () => expect(await statuses(second)).toEqual(['posted', 'posted']));
    expect(await statuses(id)).toHaveLength(2);
    expect(summaries().at(-1)).toContain('“second.docx” is not in order yet');
    expect(summaries().at(-1)).toContain('last day');
  });

  it('does not remind of the deadline of a meeting that is cancelled by the time that the author is known', async () => {
    const id = await upload();
    await site.connect('delegate.ke').sp.web.lists.getByTitle('Contributions').items.getById(id).update({ MeetingId: meeting.id });
    // Looked at with its meeting: before the clock is moved, or it would have come after the reminder was due.
    await eventually(async () => expect(await contribution(id)).toMatchObject({ docStatus: 'needsAttention', meetingId: meeting.id }));
    const reminder = async (): Promise<string | undefined> => (await site.desk().authorNotices.ofContribution(id)).find(({ key }) => key.startsWith('deadline/'))?.status;
    await advanceTo('2020-08-14T09:00:00');
    await eventually(async () => expect(await reminder()).toBe('due'));
    await site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.getById(meeting.id).update({ MeetingStatus: 'cancelled' });
    await eventually(async () => expect((await contribution(id)).findings).toContain('meetingCancelled'));
    await introduce(AUTHOR);
    await eventually(async () => expect(await reminder()).toBe('skipped'));
    expect(summaries().filter((summary) => summary?.includes('not in order yet'))).toEqual([]);
  });

  it('reminds an author once when the secretariat asks for it, and not when the document is in order by then', async () => {
    await introduce(AUTHOR);
    const id = await upload();
    await eventually(async () => expect(await statuses(id)).toEqual(['posted']));
    const ask = async (): Promise<void> => site.desk('secretariat').authorNotices.enter(askedNotice(await contribution(id), Temporal.PlainDate.from('2020-08-10')));
    await ask();
    await ask();
    await eventually(async () => expect(await statuses(id)).toEqual(['posted', 'posted']));
    expect(summaries().at(-1)).toBe('The secretariat asks you to put “straight-in.docx” in order.');
    await connector.invoke(service.messagesUrl, executes(notices()[1].actions[0], form()));
    await eventually(async () => expect((await contribution(id)).docStatus).toBe('received'));
    await site.desk('secretariat').authorNotices.enter(askedNotice(await contribution(id), Temporal.PlainDate.from('2020-08-11')));
    await eventually(async () => expect(await statuses(id)).toEqual(['posted', 'posted', 'skipped']));
  });

  it('does not lose an installation that the site could not take', async () => {
    await site.administer('faults', { kind: 'unavailable', matching: '/_api/' });
    for (const activity of installs('channel')) {
      await connector.post(service.messagesUrl, activity);
    }
    await fetch(new URL('/_local/faults', site.url), { method: 'DELETE' });
    await eventually(async () => expect((await site.desk().channels.active()).map(({ conversationKey }) => conversationKey)).toEqual(['19:general@thread.tacv2']));
  });
});
