import { Temporal } from 'temporal-polyfill';
import type { ContributionMetadata } from '../../src/site/contribution';
import { startConnector, installs, removes, says } from '../support/connector';
import type { Connector, Place } from '../support/connector';
import { smallDocx } from '../support/documents';
import { eventually } from '../support/eventually';
import { emptySite, provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

/** All texts of a card, one line each. */
function textOf(card: unknown): string {
  if (Array.isArray(card)) {
    return card.map(textOf).filter(Boolean).join('\n');
  }
  if (typeof card !== 'object' || card === null) {
    return '';
  }
  const { type, text, ...rest } = card as { type?: string; text?: string };
  return type === 'TextRun' ? (text ?? '').replace(/day, /g, 'day ') : textOf(Object.values(rest));
}

describe('the bot', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let meetingId: number;

  beforeAll(async () => {
    site = await provisionedSite();
    const meeting = await site.desk().meetings.add({
      title: 'Second meeting of TDAG-WG-SOP',
      start: Temporal.PlainDate.from('2020-10-01'),
      end: Temporal.PlainDate.from('2020-10-01'),
      statutory: false,
      agreedDeadline: Temporal.PlainDate.from('2020-09-18'),
      languageFunds: 'unknown',
      status: 'planned'
    });
    meetingId = meeting.id;
    service = await runService(site);
  });

  afterAll(async () => {
    await service.stop();
    await site.stop();
  });

  beforeEach(async () => {
    connector = await startConnector();
  });

  afterEach(() => connector.stop());

  /** What the bot answers, with the conversation that it answers in. */
  async function ask(place: Place, text: string, more: Record<string, unknown> = {}): Promise<{ text: string; summary: string; conversationId: string; card: Record<string, unknown> }> {
    const message = says(place, text, more);
    expect(await connector.post(service.messagesUrl, message)).toBe(200);
    // A reminder may be posted in between.
    const replies = connector.sent.filter(({ activity }) => activity.replyToId === message.id);
    expect(replies).toHaveLength(1);
    const [{ activity, conversationId }] = replies;
    const card = activity.attachments?.[0].content as Record<string, unknown>;
    return { text: textOf(card.body), summary: (activity.summary ?? '').replace(/day, /g, 'day '), conversationId, card };
  }

  async function contribute(fileName: string, metadata: Partial<ContributionMetadata> = {}): Promise<number> {
    const delegate = site.desk('delegate.ke');
    const { id } = await delegate.contributions.upload(fileName, smallDocx(fileName));
    await delegate.contributions.describe(id, { title: 'Connectivity', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId, ...metadata });
    return id;
  }

  it.each<[string, string, string]>([
    ['When is the next deadline?', 'en', 'To be translated, a contribution must arrive by Monday 17 August 2020, 23:59 (Geneva time): 7 days left.'],
    ['Until when can we ask for interpretation?', 'en', 'Interpretation can be requested until Monday 17 August 2020, 23:59 (Geneva time): 7 days left.'],
    ['Quel est le prochain délai ?', 'fr', 'Pour être traduite, une contribution doit parvenir au plus tard le lundi 17 août 2020, 23:59 (heure de Genève) : 7 jours restants.'],
    ['Date limite pour les contributions pour information', 'fr', 'Une contribution pour information est acceptée jusqu’au mercredi 30 septembre 2020, 23:59 (heure de Genève) : 51 jours restants.']
  ])('answers “%s” in %s', async (question, language, sentence) => {
    const answer = await ask('personal', question);
    expect(answer.summary).toBe(sentence);
    expect(answer.card.lang).toBe(language);
    expect(answer.text).toContain('Second meeting of TDAG-WG-SOP');
  });

  it('answers in the thread of the channel that it was mentioned in', async () => {
    const answer = await ask('channel', 'When is the next deadline?');
    expect(answer.conversationId).toBe('19:general@thread.tacv2;messageid=1597000000000');
    expect(answer.summary).toContain('17 August 2020');
  });

  it('says the state of a contribution by words of its title, in English and in French', async () => {
    await contribute('rural.docx', { title: 'Connectivity in rural areas' });
    await eventually(async () => {
      const answer = await ask('personal', 'Where is the contribution on rural areas?');
      expect(answer.summary).toBe('“Connectivity in rural areas” has been received.');
      expect(answer.text).toContain('It will be translated into the six languages.');
      expect(answer.text).toContain('Kenya');
    });
    expect((await ask('personal', 'Où en est la contribution « rural areas » ?')).summary).toBe('« Connectivity in rural areas » : document reçu.');
  });

  it('says the state of a contribution by its number, and offers the versions when there are several', async () => {
    const desk = site.desk('secretariat');
    for (const [name, symbol] of [['five-e.docx', 'TDAG-WG-SOP/5-E'], ['five-f.docx', 'TDAG-WG-SOP/5-F']]) {
      const id = await contribute(name, { title: `Report ${symbol}` });
      const item = await desk.contributions.get(id);
      await desk.contributions.recordDecided(id, item?.etag ?? '', { docNumber: 5, docSymbol: symbol, docStatus: 'published' });
    }
    const french = await ask('groupChat', 'What is the status of TDAG-WG-SOP/5-F?');
    expect(french.summary).toBe('TDAG-WG-SOP/5-F “Report TDAG-WG-SOP/5-F” has been published.');

    const choice = await ask('personal', 'Where is document 5?');
    expect(choice.summary).toBe('I found 2 contributions. Which one do you mean?');
    const [first] = choice.card.actions as { data: unknown }[];
    const chosen = await ask('personal', '', { value: first.data });
    expect(chosen.summary).toContain('has been published.');

    expect((await ask('personal', 'Où en est le document 77 ?')).summary).toBe('Je ne connais aucun document portant le numéro TDAG-WG-SOP/77.');
  });

  it('says what is missing of a contribution to its author alone, and never who sent it', async () => {
    const { id } = await site.desk('delegate.ke').contributions.upload('bare-file.docx', smallDocx('bare'));
    await eventually(async () => expect((await site.desk().contributions.get(id))?.docStatus).toBe('needsAttention'));
    for (const place of ['personal', 'channel'] as const) {
      connector.signIn(place === 'personal' ? 'somebody@example.org' : 'delegate.ke@example.org');
      const answer = await ask(place, 'Show the document bare-file');
      expect(answer.summary).toBe('“bare-file.docx” has arrived and is being checked.');
      expect(answer.text).not.toContain('Missing');
      expect(JSON.stringify(answer.card)).not.toContain('delegate.ke');
    }
    for (const email of ['delegate.ke@example.org', 'secretariat@example.org']) {
      connector.signIn(email);
      const answer = await ask('personal', 'Show the document bare-file');
      expect(answer.summary).toBe('“bare-file.docx” has arrived, but something is missing.');
      expect(answer.text).toContain('Title, Source, Original language, Purpose, Meeting');
      expect(JSON.stringify(answer.card)).not.toContain('delegate.ke');
    }
  });

  it('never lets a title become markup', async () => {
    await contribute('hostile.docx', { title: '**Free** [money](http://evil.example) hostile' });
    await eventually(async () => {
      const answer = await ask('personal', 'Where is the contribution hostile?');
      expect(answer.summary).toContain('**Free** [money](http://evil.example) hostile');
      expect(JSON.stringify(answer.card)).not.toContain('"TextBlock"');
    });
  });

  it('greets and helps, and has an answer to everything', async () => {
    expect((await ask('personal', 'hi')).summary).toContain('I take your delegation’s requests for interpretation');
    expect((await ask('personal', 'aide')).summary).toContain('Je réponds aux questions');
    const unknown = await ask('personal', 'xyzzy', { locale: 'es-MX' });
    expect(unknown.summary).toBe('No le he entendido. Puedo informarle sobre plazos, contribuciones e interpretación:');
    const [deadline] = unknown.card.actions as { data: unknown }[];
    expect((await ask('personal', '', { value: deadline.data })).summary).toContain('una contribución debe llegar a más tardar el lunes');
    expect((await ask('personal', '')).summary).not.toBe('');
  });

  it('welcomes a person once and registers no personal chat', async () => {
    for (const activity of installs('personal', 'fr-FR')) {
      expect(await connector.post(service.messagesUrl, activity)).toBe(200);
    }
    expect(connector.sent).toHaveLength(1);
    expect((await site.desk().channels.active()).map(({ conversationKey }) => conversationKey)).not.toContain('a:personal');
  });

  /** The channels that get reminders; the group chat in which the bot was asked before is registered by the question. */
  const teamChannels = async () => (await site.desk().channels.active()).filter(({ conversationKey }) => conversationKey !== '19:chat@thread.v2');

  it('registers the channel in which it is installed, once, and closes it when it is removed', async () => {
    // A question asked in the channel before has registered it.
    await connector.post(service.messagesUrl, removes('channel'));
    for (const activity of [...installs('channel', 'fr-CH'), ...installs('channel', 'fr-CH')]) {
      expect(await connector.post(service.messagesUrl, activity)).toBe(200);
    }
    const [channel, ...others] = await teamChannels();
    expect(others).toEqual([]);
    expect(channel).toMatchObject({ conversationKey: '19:general@thread.tacv2', language: 'fr', kinds: [] });

    expect(await connector.post(service.messagesUrl, removes('channel'))).toBe(200);
    expect(await teamChannels()).toEqual([]);
  });

  it('registers the channel that was chosen at the installation, and closes it with its team', async () => {
    const channelData = { team: { id: '19:general@thread.tacv2' }, settings: { selectedChannel: { id: '19:chosen@thread.tacv2' } } };
    for (const activity of installs('channel', 'en-GB', { channelData })) {
      await connector.post(service.messagesUrl, activity);
    }
    expect((await teamChannels()).map(({ conversationKey }) => conversationKey)).toEqual(['19:chosen@thread.tacv2']);
    await connector.post(service.messagesUrl, removes('channel'));
    expect(await teamChannels()).toEqual([]);
  });

  it('answers nobody on another machine while it has no credentials', async () => {
    const status = await connector.post(service.messagesUrl, { ...says('personal', 'hi'), serviceUrl: 'https://evil.example' });
    expect(status).toBe(403);
    expect(connector.sent).toEqual([]);
  });

  it.each([
    { type: null },
    { id: [] },
    { from: 'a' },
    { conversation: { id: 1 } },
    { conversation: { id: null } },
    { type: 'invoke', name: 'adaptiveCard/action', value: { action: null } }
  ])('refuses %j in an activity, instead of failing', async (wrong) => {
    expect(await connector.post(service.messagesUrl, { ...says('personal', 'help'), ...wrong })).toBe(400);
  });

  it('refuses what is no activity', async () => {
    const post = (body: string): Promise<Response> => fetch(service.messagesUrl, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect((await post('not json')).status).toBe(400);
    expect((await post('{}')).status).toBe(403);
  });
});

describe('the bot before the site is set up', () => {
  it('says that it is not, instead of failing', async () => {
    const site = await emptySite();
    const service = await runService(site);
    const connector = await startConnector();
    await connector.post(service.messagesUrl, says('personal', 'When is the next deadline?'));
    expect(connector.sent.map(({ activity }) => activity.summary)).toEqual(['The working group’s site has not been set up yet. Please tell the secretariat.']);
    await connector.stop();
    await service.stop();
    await site.stop();
  });
});
