import type { Activity } from 'botbuilder';
import type { Meeting } from '../../src/rules/meeting';
import type { Contribution } from '../../src/site/contribution';
import { answersConsent, executes, says, sendsFiles, startConnector } from '../support/connector';
import type { Connector, Place } from '../support/connector';
import { makeDocx, smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { startFileHost } from '../support/fileHost';
import type { FileHost } from '../support/fileHost';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const DELEGATE = 'delegate.ke@example.org';

interface Card {
  readonly lang?: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly value?: string }[];
  readonly actions: readonly { readonly type: string; readonly title: string; readonly verb?: string; readonly data?: unknown; readonly fallback?: { readonly type: string; readonly data: unknown } }[];
}

const cardIn = (activity: Partial<Activity>): Card => activity.attachments?.[0].content as Card;

describe('submitting a file in the chat', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let host: FileHost;
  let meeting: Meeting;

  /** What was in the library before the test. */
  let newestBefore: number;
  let requestsBefore: number;
  /** No two files have the same content unless a test says so. */
  let files = 0;

  beforeAll(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    host = await startFileHost();
    service = await runService(site, { fileHosts: [host.origin] });
  });

  afterAll(async () => {
    await service.stop();
    await host.stop();
    await site.stop();
  });

  beforeEach(async () => {
    connector = await startConnector();
    connector.signIn(DELEGATE);
    requestsBefore = host.requests();
    newestBefore = await site.desk().contributions.newestId();
    files += 1;
  });

  afterEach(() => connector.stop());

  const form = (): Record<string, string> => ({ title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meeting: String(meeting.id) });

  /** Sends files and gives the cards that the bot answers with. */
  async function send(files: Parameters<typeof sendsFiles>[0], more: Record<string, unknown> = {}, place: Place = 'personal'): Promise<{ card: Card; summary: string }[]> {
    const before = connector.sent.length;
    expect(await connector.post(service.messagesUrl, sendsFiles(files, more, place))).toBe(200);
    return connector.sent.slice(before).map(({ activity }) => ({ card: cardIn(activity), summary: activity.summary ?? '' }));
  }

  const sendOne = async (name = `report-${files}.docx`, content: Uint8Array = smallDocx(name)): Promise<Card> => (await send([{ name, downloadUrl: host.serve(content) }]))[0].card;

  const documents = async (): Promise<Contribution[]> => (await site.desk().contributions.recent(20)).filter(({ id }) => id > newestBefore);

  it('asks before it takes a file, with what the deadlines would make of it and what the document says of itself', async () => {
    const card = await sendOne('rural.docx', await makeDocx({ title: 'Connectivity in rural areas', source: 'Kenya' }));
    const text = JSON.stringify(card);
    expect(text).toContain('Shall I submit “rural.docx”? Nothing has been taken yet.');
    expect(text).toMatch(/Received by Monday,? 17 August 2020, 23:59 \(Geneva time\)/);
    expect(text).toMatch(/Publication due.*Thursday,? 24 September 2020/);
    expect(card.body.filter(({ type }) => type.startsWith('Input.')).map(({ id, value }) => [id, value])).toEqual([
      ['title', 'Connectivity in rural areas'],
      ['source', 'Kenya'],
      ['originalLanguage', undefined],
      ['purpose', undefined],
      ['meeting', String(meeting.id)]
    ]);
    expect(card.actions.map(({ type, title }) => [type, title])).toEqual([
      ['Action.Execute', 'Submit'],
      ['Action.Execute', 'Do not submit'],
      ['Action.OpenUrl', 'Open Contribution Desk']
    ]);
    expect(text).not.toContain(host.origin);
    expect(await documents()).toEqual([]);
  });

  it('asks in the language that the person chose, whatever Teams is set to', async () => {
    const from = { id: '29:chooser', name: 'Delegate', aadObjectId: 'c0a80101-0000-4000-8000-00000000c0de' };
    connector.introduce(from.id, DELEGATE);
    await connector.post(service.messagesUrl, says('personal', '', { from, value: { language: 'en', desk: { command: 'ownLanguage', choice: 'fr' } } }));
    const [{ card }] = await send([{ name: 'choice.docx', downloadUrl: host.serve(smallDocx('choice')) }], { from });
    expect(card.lang).toBe('fr');
  });

  it('puts the file into the library in the person’s name, and the card becomes the receipt', async () => {
    const [submit] = (await sendOne()).actions;
    const answer = await connector.invoke(service.messagesUrl, executes(submit, form()));
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    const receipt = JSON.stringify(answer.value);
    expect(receipt).toContain('“Connectivity” has been received.');
    expect(receipt).toMatch(/Monday,? 10 August 2020, \d\d:\d\d \(Geneva time\)/);
    expect(receipt).toContain('has it translated. You need do nothing more.');
    expect(receipt).toContain('Not numbered yet');
    expect(connector.updated).toHaveLength(1);

    const [document, ...others] = await documents();
    expect(others).toEqual([]);
    expect(document).toMatchObject({ fileName: `report-${files}.docx`, title: 'Connectivity', source: 'Kenya', meetingId: meeting.id, docStatus: 'received', standing: 'translated' });
    expect(document.createdBy.email).toBe(DELEGATE);
    expect(document.receivedAt?.epochMilliseconds).toBe(document.createdAt.epochMilliseconds);
    const me = await site.desk('delegate.ke').currentUser();
    expect((await site.desk('delegate.ke').contributions.createdByUser(me.id, 1)).map(({ id }) => id)).toEqual([document.id]);
  });

  it('makes one document however often the button is pressed, and at once', async () => {
    const [submit, cancel] = (await sendOne()).actions;
    const answers = await Promise.all([1, 2, 3].map(() => connector.invoke(service.messagesUrl, executes(submit, form()))));
    answers.push(await connector.invoke(service.messagesUrl, executes(submit, form())));
    expect(answers.map(({ type }) => type)).toEqual(answers.map(() => 'application/vnd.microsoft.card.adaptive'));
    expect(await documents()).toHaveLength(1);
    expect(await connector.invoke(service.messagesUrl, executes(cancel, {}))).toMatchObject({ value: 'This file has been submitted already.' });
    expect(await documents()).toHaveLength(1);
  });

  it('takes the same form from a client that only knows Action.Submit', async () => {
    const [submit] = (await sendOne()).actions;
    await connector.post(service.messagesUrl, says('personal', '', { value: { ...(submit.fallback?.data as object), ...form() }, replyToId: 'activity-1' }));
    expect(await documents()).toHaveLength(1);
    expect(connector.updated.map(({ activity }) => activity.summary)).toEqual(['“Connectivity” has been received.']);
  });

  it('takes a file of more than 10 MB in pieces', async () => {
    const large = new Uint8Array(11 * 1024 * 1024).fill(65);
    const [submit] = (await sendOne('large.docx', large)).actions;
    await connector.invoke(service.messagesUrl, executes(submit, form()));
    const [document] = await documents();
    expect(document).toMatchObject({ size: large.byteLength, title: 'Connectivity', createdBy: { email: DELEGATE } });
  });

  it('says what the checks found and still takes the file, which then waits for a correction', async () => {
    const card = await sendOne('program.docx', new TextEncoder().encode('MZ this is a program'));
    expect(JSON.stringify(card)).toContain('The secretariat cannot accept this file as it is');
    const answer = await connector.invoke(service.messagesUrl, executes(card.actions[0], form()));
    expect(JSON.stringify(answer.value)).toContain('has arrived, but something is missing.');
    expect((await documents())[0]).toMatchObject({ docStatus: 'needsAttention', standing: 'translated' });
  });

  it('says that the library holds the same content already', async () => {
    const content = smallDocx('the same');
    const first = (await sendOne('first.docx', content)).actions[0];
    await connector.invoke(service.messagesUrl, executes(first, form()));
    await eventually(async () => expect((await documents())[0].sha256).toBeDefined());
    expect(JSON.stringify(await sendOne('second.docx', content))).toContain('first.docx');
  });

  it('tells under which name the library stored a file whose name was taken', async () => {
    await site.desk('delegate.fr').contributions.upload('taken.docx', smallDocx('other'));
    newestBefore += 1;
    const [submit] = (await sendOne('taken.docx')).actions;
    const answer = await connector.invoke(service.messagesUrl, executes(submit, form()));
    expect(JSON.stringify(answer.value)).toContain('Saved as taken (2).docx');
  });

  it('keeps what was typed and says beside the field what is wrong with it', async () => {
    const [submit] = (await sendOne()).actions;
    const { value } = await connector.invoke(service.messagesUrl, executes(submit, { ...form(), title: ' ', purpose: 'forged', meeting: '999' }));
    const card = value as unknown as Card;
    expect(JSON.stringify(card)).toContain('Give the title as it stands on the document.');
    expect(card.body.find(({ id }) => id === 'source')?.value).toBe('Kenya');
    expect(await documents()).toEqual([]);
    await connector.invoke(service.messagesUrl, executes(card.actions[0], form()));
    expect(await documents()).toHaveLength(1);
  });

  it('forgets a file that is not to be submitted', async () => {
    const [submit, cancel] = (await sendOne()).actions;
    const answer = await connector.invoke(service.messagesUrl, executes(cancel, {}));
    expect(JSON.stringify(answer.value)).toContain(`“report-${files}.docx” was not submitted, and I have not kept it.`);
    expect(await connector.invoke(service.messagesUrl, executes(submit, form()))).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: expect.stringContaining('Please send it again.') });
    expect(await documents()).toEqual([]);
  });

  it('asks for the file again when it was lost by a restart', async () => {
    const [submit] = (await sendOne()).actions;
    await service.stop();
    service = await runService(site, { fileHosts: [host.origin] });
    expect(await connector.invoke(service.messagesUrl, executes(submit, form()))).toMatchObject({ value: expect.stringContaining('I no longer have this file') });
    expect(await documents()).toEqual([]);
  });

  it('fetches nothing for somebody who is no delegate', async () => {
    connector.signIn('member@example.org');
    const [answer] = await send([{ name: 'report.docx', downloadUrl: host.serve(smallDocx(`x ${files}`)) }]);
    expect(answer.summary).toContain('Only delegates of the group can submit contributions');
    expect(answer.summary).toContain('secretariat@example.org');
    expect(host.requests()).toBe(requestsBefore);
  });

  it('submits for nobody who is no delegate any more', async () => {
    connector.signIn('delegate.es@example.org');
    const [submit] = (await sendOne()).actions;
    await site.connect('service').sp.web.siteGroups.getByName('Delegates').users.removeByLoginName('i:0#.f|membership|delegate.es@example.org');
    expect(await connector.invoke(service.messagesUrl, executes(submit, form()))).toMatchObject({ value: expect.stringContaining('Only delegates') });
    expect(await documents()).toEqual([]);
  });

  it('gives a file to nobody but its sender, whatever a card says', async () => {
    const [submit, cancel] = (await sendOne()).actions;
    connector.signIn('delegate.fr@example.org');
    const forged = { ...executes(submit, { ...form(), email: DELEGATE }), from: { id: '29:other', name: DELEGATE, aadObjectId: `id-of-${DELEGATE}` } };
    expect(await connector.invoke(service.messagesUrl, forged)).toMatchObject({ value: expect.stringContaining('I no longer have this file') });
    expect(await connector.invoke(service.messagesUrl, executes(cancel, {}))).toMatchObject({ value: expect.stringContaining('I no longer have this file') });
    expect(await documents()).toEqual([]);
    connector.signIn(DELEGATE);
    await connector.invoke(service.messagesUrl, executes(submit, form()));
    expect(await documents()).toHaveLength(1);
  });

  it('takes a forged value for no answer of a card', async () => {
    await sendOne();
    for (const desk of [{ command: 'submitFile', file: '../../etc/passwd', isConfirmed: true }, { command: 'submitFile', isConfirmed: true }, { command: 'submitFile', file: 7, isConfirmed: 'yes' }]) {
      expect(await connector.post(service.messagesUrl, executes({ verb: 'submitFile', data: { language: 'en', desk } }, form()))).toBe(501);
    }
    expect(await documents()).toEqual([]);
  });

  it('opens no address but where Teams keeps files, also when one sends on to another', async () => {
    const elsewhere = await startFileHost();
    const foreign = elsewhere.serve(smallDocx('x'));
    const addresses = [foreign, host.sendOn(foreign), 'file:///etc/passwd', 'https://169.254.169.254/latest/meta-data', `${host.origin.replace('http://', 'http://user:secret@')}/files/0`, 'not an address'];
    const answers = (await Promise.all(addresses.map((downloadUrl) => connector.post(service.messagesUrl, sendsFiles([{ name: 'report.docx', downloadUrl }]))))) as number[];
    expect(answers).toEqual(addresses.map(() => 200));
    expect(connector.sent.map(({ activity }) => activity.summary)).toEqual(addresses.map(() => expect.stringContaining('does not come from where Teams keeps files')));
    expect(elsewhere.requests()).toBe(0);
    await elsewhere.stop();
  });

  it('follows an address of Teams that sends on to another of Teams', async () => {
    const [answer] = await send([{ name: 'report.docx', downloadUrl: host.sendOn(host.serve(smallDocx(`x ${files}`))) }]);
    expect(answer.summary).toContain('Shall I submit');
  });

  it('stops reading a file that is too large, and says so of it and of an empty or missing one', async () => {
    const answers = await send([
      { name: 'endless.docx', downloadUrl: host.endless() },
      { name: 'empty.docx', downloadUrl: host.serve(new Uint8Array()) },
      { name: 'gone.docx', downloadUrl: `${host.origin}/files/99` }
    ]);
    expect(answers.map(({ summary }) => summary)).toEqual([
      expect.stringContaining('“endless.docx” is larger than 250 MB'),
      expect.stringContaining('“empty.docx” is empty'),
      expect.stringContaining('I could not fetch “gone.docx”')
    ]);
  });

  it('answers several files with a card each, at most five, and names the others', async () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name: `${name}.docx`, downloadUrl: host.serve(smallDocx(name)) }));
    const answers = await send(seven);
    expect(answers.map(({ summary }) => summary.slice(0, 22))).toEqual(['Shall I submit “a.docx', 'Shall I submit “b.docx', 'Shall I submit “c.docx', 'Shall I submit “d.docx', 'Shall I submit “e.docx', 'I look at 5 files at a']);
    expect(answers[5].summary).toContain('f.docx, g.docx');
  });

  it('answers a message that Teams sends twice once', async () => {
    const message = sendsFiles([{ name: 'report.docx', downloadUrl: host.serve(smallDocx(`x ${files}`)) }]);
    await Promise.all([connector.post(service.messagesUrl, message), connector.post(service.messagesUrl, message)]);
    expect(connector.sent).toHaveLength(1);
  });

  it('says in a group chat that files go into the personal chat', async () => {
    const [answer] = await send([{ name: 'report.docx', downloadUrl: host.serve(smallDocx(`x ${files}`)) }], {}, 'groupChat');
    expect(answer.summary).toContain('in our personal chat');
    expect(host.requests()).toBe(requestsBefore);
  });

  it.each<[string, Record<string, unknown>]>([
    ['refused the form', { kind: 'unavailable', path: 'validateupdatelistitem', count: 3, retryAfterSeconds: 0 }],
    ['took the form and its answer was lost', { kind: 'drop', path: 'validateupdatelistitem', count: 1, afterwards: true }],
    ['could not be reached for the file', { kind: 'drop', path: 'AddUsingPath', count: 3 }]
  ])('goes on where it stopped when the site %s', async (_what, fault) => {
    const [submit] = (await sendOne()).actions;
    await site.administer('faults', fault);
    const failed = await connector.invoke(service.messagesUrl, executes(submit, form()));
    expect(failed).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: expect.stringContaining('press the button again') });
    await connector.invoke(service.messagesUrl, executes(submit, form()));
    expect((await documents()).map(({ title, createdBy }) => [title, createdBy.email])).toEqual([['Connectivity', DELEGATE]]);
  });

  it('keeps a file for an hour', async () => {
    const [submit] = (await sendOne()).actions;
    await site.administer('clock', { advanceBy: 'PT2H' });
    await eventually(async () => expect(await connector.invoke(service.messagesUrl, executes(submit, form()))).toMatchObject({ value: expect.stringContaining('I no longer have this file') }));
    expect(await documents()).toEqual([]);
  });

  describe('the receipt as a file', () => {
    let save: Card['actions'][number];

    beforeEach(async () => {
      host.stored.length = 0;
      const [submit] = (await sendOne()).actions;
      const { value } = await connector.invoke(service.messagesUrl, executes({ ...submit, data: { ...(submit.data as object), language: 'fr' } }, form()));
      [save] = (value as unknown as Card).actions;
    });

    const consent = async (): Promise<{ name?: string; content: { sizeInBytes: number; acceptContext: unknown } }> => {
      await connector.post(service.messagesUrl, says('personal', '', { value: save.data }));
      const attachment = connector.sent.at(-1)?.activity.attachments?.[0];
      expect(attachment?.contentType).toBe('application/vnd.microsoft.teams.card.file.consent');
      return attachment as Awaited<ReturnType<typeof consent>>;
    };

    it('is put into the person’s storage when they agree, in the language of the card', async () => {
      expect(save.title).toBe('Enregistrer le récépissé');
      const { name, content } = await consent();
      expect(name).toMatch(/^Récépissé \d+\.txt$/);
      expect(await connector.post(service.messagesUrl, answersConsent('accept', content.acceptContext, host.slot))).toBe(200);
      const [{ range, text }] = host.stored;
      expect(range).toBe(`bytes 0-${content.sizeInBytes - 1}/${content.sizeInBytes}`);
      expect(text).toContain('Récépissé de contribution · TDAG-WG-SOP');
      expect(text).toContain('Titre: Connectivity');
      expect(text).toMatch(/lundi 10 août 2020/);
      expect(connector.sent.at(-1)?.activity.attachments?.[0]).toMatchObject({ contentType: 'application/vnd.microsoft.teams.card.file.info', name: 'receipt.txt' });
      expect(connector.deleted).toEqual(['consent-1']);
    });

    it('is not put anywhere when they decline', async () => {
      const { content } = await consent();
      await connector.post(service.messagesUrl, answersConsent('decline', content.acceptContext, host.slot));
      expect(connector.sent.at(-1)?.activity.summary).toBe('Le récépissé n’a pas été enregistré.');
      expect(host.stored).toEqual([]);
    });

    it('is put to no address but where Teams keeps files', async () => {
      const { content } = await consent();
      const elsewhere = await startFileHost();
      await connector.post(service.messagesUrl, answersConsent('accept', content.acceptContext, elsewhere.slot));
      expect(connector.sent.at(-1)?.activity.summary).toContain('n’a pas pu être enregistré');
      expect(elsewhere.requests()).toBe(0);
      await elsewhere.stop();
    });

    it('is for the author and the secretariat only', async () => {
      const { content } = await consent();
      connector.signIn('delegate.fr@example.org');
      await connector.post(service.messagesUrl, says('personal', '', { value: save.data }));
      expect(connector.sent.at(-1)?.activity.summary).toContain('Il n’y a pas de récépissé pour vous');
      await connector.post(service.messagesUrl, answersConsent('accept', content.acceptContext, host.slot));
      expect(host.stored).toEqual([]);
      connector.signIn('secretariat@example.org');
      await connector.post(service.messagesUrl, answersConsent('accept', content.acceptContext, host.slot));
      expect(host.stored).toHaveLength(1);
    });
  });
});
