import type { Activity } from 'botbuilder';
import type { Channel } from '../../src/site/channels';
import { executes, installs, says, startConnector, TEAM } from '../support/connector';
import type { Connector, Place } from '../support/connector';
import { eventually } from '../support/eventually';
import { startGraph } from '../support/graph';
import type { Graph } from '../support/graph';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const OWNER = 'owner@example.org';
const MEMBER = 'member@example.org';
const SECRETARIAT = 'secretariat@example.org';
const CHANNEL = '19:general@thread.tacv2';
const ALL = 'translation,contributions,languageRequest,interpretation,published,languageVersions,deadlineMoved';

interface Card {
  readonly body: readonly { readonly type: string; readonly id?: string; readonly value?: string }[];
  readonly actions: readonly { readonly type: string; readonly title: string; readonly verb?: string; readonly data?: unknown; readonly fallback?: { readonly data: unknown } }[];
}

const cardIn = (activity: Partial<Activity>): Card => activity.attachments?.[0].content as Card;
const command = (desk: object, language = 'en'): Record<string, unknown> => ({ value: { language, desk } });

describe('subscribing to reminders', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let graph: Graph;

  beforeEach(async () => {
    // In the evening, so that nothing is posted before a test has said what it wants.
    site = await provisionedSite('2020-08-03T20:00:00+02:00');
    await addMeeting(site);
    graph = await startGraph();
    graph.addMember(TEAM.aadGroupId, `id-of-${OWNER}`, ['owner']);
    graph.addMember(TEAM.aadGroupId, `id-of-${MEMBER}`, []);
    graph.addMember('another-team', `id-of-${MEMBER}`, ['owner']);
    connector = await startConnector();
    service = await runService(site, { graphUrl: graph.url }, { graphCredential: graph.credential });
  });

  afterEach(async () => {
    await service.stop();
    await connector.stop();
    await graph.stop();
    await site.stop();
  });

  const chosen = (changes: Record<string, string> = {}): Record<string, string> => ({ topics: ALL, mode: 'single', reminderLanguage: 'en', quietFrom: '', quietTo: '', ...changes });
  const channel = async (key = CHANNEL): Promise<Channel | undefined> => site.desk().channels.byKey(key);

  async function install(place: Place): Promise<Card> {
    for (const activity of installs(place)) {
      expect(await connector.post(service.messagesUrl, activity)).toBe(200);
    }
    return cardIn(connector.sent[connector.sent.length - 1].activity);
  }

  async function ask(place: Place, desk: object, language = 'en'): Promise<{ card: Card; summary: string }> {
    expect(await connector.post(service.messagesUrl, says(place, '', command(desk, language)))).toBe(200);
    const { activity } = connector.sent[connector.sent.length - 1];
    return { card: cardIn(activity), summary: activity.summary ?? '' };
  }

  const press = (action: Card['actions'][number], typed: Record<string, string>, place: Place = 'channel') =>
    connector.invoke(service.messagesUrl, executes(action, typed, 'activity-1', place));

  const posted = (): { summary: string; conversationId: string }[] =>
    connector.sent
      .filter(({ activity }) => /^(Deadline reminder|Rappel de délai)/.test(activity.summary ?? ''))
      .map(({ activity, conversationId }) => ({ summary: activity.summary ?? '', conversationId }));

  async function twoMoreTicks(): Promise<void> {
    for (let tick = 0; tick < 2; tick += 1) {
      const last = (await service.health()).body.reminders.lastTickAt;
      await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
    }
  }

  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });

  describe('in a channel', () => {
    it('is offered with a card when the bot is added to a team, which shows how the reminders stand', async () => {
      const card = await install('channel');
      const text = JSON.stringify(card);
      expect(text).toContain('I remind this conversation of deadlines.');
      expect(text).toMatch(/Monday,? 10 August 2020, 09:00 \(Geneva time\)/);
      expect(card.body.filter(({ type }) => type.startsWith('Input.')).map(({ id, value }) => [id, value])).toEqual([
        ['topics', ALL],
        ['mode', 'single'],
        ['reminderLanguage', 'en'],
        ['quietFrom', undefined],
        ['quietTo', undefined]
      ]);
      expect(card.actions.map(({ title }) => title)).toEqual(['Save', 'Pause the reminders', 'Open Contribution Desk']);
    });

    it.each([['an owner of the team', OWNER], ['the secretariat', SECRETARIAT]])('is changed by %s', async (_who, email) => {
      const [save] = (await install('channel')).actions;
      connector.signIn(email);
      const answer = await press(save, chosen({ topics: 'contributions,interpretation', reminderLanguage: 'fr', quietFrom: '22:00', quietTo: '7:30' }));
      expect(answer).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect(JSON.stringify(answer.value)).toContain('From 22:00 to 07:30 (Geneva time)');
      const saved = await channel();
      expect(saved).toMatchObject({ language: 'fr', kinds: ['publication', 'agreed', 'interpretation'], status: 'active' });
      expect([saved?.quietHours?.from.toString(), saved?.quietHours?.to.toString()]).toEqual(['22:00:00', '07:30:00']);
    });

    it('is not changed by anybody else, not even by an owner of another team, and says whom to ask', async () => {
      const [save, pause] = (await install('channel')).actions;
      connector.signIn(MEMBER);
      const before = await channel();
      for (const action of [save, pause]) {
        const answer = await press(action, chosen({ reminderLanguage: 'fr' }));
        expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: expect.stringContaining('Please ask an owner, or write to the secretariat: secretariat@example.org') });
      }
      expect((await ask('channel', { command: 'reminders', wish: 'off' })).summary).toContain('Only an owner of this team');
      expect(await channel()).toEqual(before);
    });

    it('is changed by no owner when the directory cannot be asked, and still by the secretariat', async () => {
      const [save] = (await install('channel')).actions;
      graph.fail(403);
      connector.signIn(OWNER);
      expect(await press(save, chosen({ reminderLanguage: 'fr' }))).toMatchObject({ value: expect.stringContaining('Only an owner') });
      connector.signIn(SECRETARIAT);
      expect(await press(save, chosen({ reminderLanguage: 'fr' }))).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect((await channel())?.language).toBe('fr');
    });

    it('is changed by no owner without credentials for the directory', async () => {
      await service.stop();
      service = await runService(site, { graphUrl: graph.url });
      const [save] = (await install('channel')).actions;
      connector.signIn(OWNER);
      expect(await press(save, chosen())).toMatchObject({ value: expect.stringContaining('Only an owner') });
    });

    it('takes no forged value, whoever sends it', async () => {
      const [save] = (await install('channel')).actions;
      connector.signIn(OWNER);
      const before = await channel();
      const other = { ...(save.data as { desk: object }), desk: { ...(save.data as { desk: object }).desk, conversationKey: '19:other@thread.tacv2', key: '19:other@thread.tacv2' } };
      await press({ ...save, data: other }, chosen({ reminderLanguage: 'fr' }));
      expect(await channel('19:other@thread.tacv2')).toBeUndefined();
      expect((await channel())?.language).toBe('fr');
      for (const [typed, sentence] of [
        [chosen({ topics: 'everything' }), 'Choose at least one kind of reminder'],
        [chosen({ reminderLanguage: 'de' }), 'Choose the language'],
        [chosen({ quietFrom: '25:00', quietTo: '07:00' }), 'Give both times'],
        [chosen({ quietFrom: '07:00', quietTo: '07:00' }), 'Give both times'],
        [chosen({ quietFrom: '22:00' }), 'Give both times']
      ] as const) {
        expect(JSON.stringify((await press(save, { ...typed })).value)).toContain(sentence);
      }
      expect(await channel()).toMatchObject({ kinds: before?.kinds, status: 'active' });
      expect(await connector.post(service.messagesUrl, executes({ verb: 'subscribe', data: { language: 'en', desk: { command: 'subscribe', isOn: 'yes' } } }, chosen(), 'activity-1', 'channel'))).toBe(501);
    });

    it('is told what needs the secretariat’s attention only when the secretariat chose it, and no owner can', async () => {
      const choices = (card: unknown): string => JSON.stringify(card);
      const offered = 'For the secretariat: what needs its attention';
      connector.signIn(OWNER);
      const [save] = (await install('channel')).actions;
      expect(choices((await ask('channel', { command: 'reminders', wish: 'show' })).card)).not.toContain(offered);
      const refused = await press(save, chosen({ topics: `${ALL},attention` }));
      expect(choices(refused.value)).toContain('Only the secretariat can choose to be told here what needs its attention.');
      expect((await channel())?.kinds).toEqual([]);

      connector.signIn(SECRETARIAT);
      expect(choices((await ask('channel', { command: 'reminders', wish: 'show' })).card)).toContain(offered);
      await press(save, chosen({ topics: `${ALL},attention` }));
      expect((await channel())?.kinds).toEqual(['all', 'attention']);

      connector.signIn(OWNER);
      await press(save, chosen({ topics: 'contributions', mode: 'daily' }));
      expect(await channel()).toMatchObject({ kinds: ['publication', 'agreed', 'attention'], mode: 'daily' });
      connector.signIn(SECRETARIAT);
      await press(save, chosen({ topics: 'contributions' }));
      expect(await channel()).toMatchObject({ kinds: ['publication', 'agreed'], mode: 'single' });
    });

    it('is told what needs the secretariat’s attention in nobody else’s own chat either', async () => {
      connector.signIn(MEMBER);
      await install('personal');
      const [save] = (await ask('personal', { command: 'reminders', wish: 'on' })).card.actions;
      expect(JSON.stringify((await press(save, chosen({ topics: 'attention' }), 'personal')).value)).toContain('Only the secretariat can choose');
      expect((await site.desk().personalChats.reminded()).map(({ reminders }) => reminders.kinds)).toEqual([[]]);
    });

    it('is paused and resumed, and what was chosen stays when the bot is added again', async () => {
      const [save, pause] = (await install('channel')).actions;
      connector.signIn(OWNER);
      await press(save, chosen({ topics: 'languageRequest', reminderLanguage: 'fr' }));
      const paused = await press(pause, chosen({ topics: 'languageRequest', reminderLanguage: 'fr' }));
      expect(JSON.stringify(paused.value)).toContain('Reminders in this conversation are paused.');
      await install('channel');
      expect(await channel()).toMatchObject({ status: 'paused', language: 'fr', kinds: ['languageRequest'] });
      await advanceTo('2020-08-10T09:00:00');
      await twoMoreTicks();
      expect(posted()).toEqual([]);

      expect((await ask('channel', { command: 'reminders', wish: 'on' })).summary).toBe('I remind this conversation of deadlines.');
      await eventually(() => expect(posted()).toEqual([{ summary: 'Rappel de délai : 7 jours restants', conversationId: CHANNEL }]));
    });

    it('posts a reminder that falls into the quiet hours at their end', async () => {
      const [save] = (await install('channel')).actions;
      connector.signIn(OWNER);
      await press(save, chosen({ quietFrom: '08:00', quietTo: '14:00' }));
      await advanceTo('2020-08-10T09:00:00');
      await twoMoreTicks();
      expect(posted()).toEqual([]);
      await advanceTo('2020-08-10T14:00:00');
      await eventually(() => expect(posted()).toHaveLength(1));
    });

    it('posts within the quiet hours when the deadline would pass before their end', async () => {
      const [save] = (await install('channel')).actions;
      connector.signIn(OWNER);
      await press(save, chosen({ quietFrom: '18:00', quietTo: '08:00' }));
      await service.stop();
      await advanceTo('2020-08-17T20:00:00');
      service = await runService(site, { graphUrl: graph.url }, { graphCredential: graph.credential });
      await eventually(() => expect(posted()).toEqual([{ summary: expect.stringContaining('Deadline reminder'), conversationId: CHANNEL }]));
    });
  });

  it('in a group chat is for the secretariat only', async () => {
    const [save] = (await install('groupChat')).actions;
    connector.signIn(OWNER);
    expect(await press(save, chosen(), 'groupChat')).toMatchObject({ value: expect.stringContaining('Only the secretariat can change the reminders in this chat') });
    connector.signIn(SECRETARIAT);
    await press(save, chosen({ reminderLanguage: 'es' }), 'groupChat');
    expect((await channel('19:chat@thread.v2'))?.language).toBe('es');
  });

  describe('in one’s own chat', () => {
    it('begins when a person asks for it, and each reminder comes once', async () => {
      connector.signIn(MEMBER);
      await install('personal');
      expect((await ask('personal', { command: 'reminders', wish: 'show' })).summary).toBe('I do not remind you of deadlines here.');
      await advanceTo('2020-08-09T09:00:00');
      await twoMoreTicks();
      const { card, summary } = await ask('personal', { command: 'remindMe' });
      expect(summary).toBe('I remind you here of deadlines.');
      expect(card.actions.map(({ title }) => title)).toEqual(['Save', 'Stop reminding me', 'Open Contribution Desk']);
      await advanceTo('2020-08-10T09:00:00');
      await eventually(() => expect(posted()).toEqual([{ summary: 'Deadline reminder: 7 days left', conversationId: 'a:personal' }]));
      await service.stop();
      service = await runService(site, { graphUrl: graph.url }, { graphCredential: graph.credential });
      await twoMoreTicks();
      expect(posted()).toHaveLength(1);
    });

    it('comes in the language and of the kinds that the person chose, and ends when they want', async () => {
      connector.signIn(MEMBER);
      const [save, stop] = (await ask('personal', { command: 'reminders', wish: 'on' })).card.actions;
      await press(save, chosen({ topics: 'contributions', reminderLanguage: 'fr' }), 'personal');
      await advanceTo('2020-08-10T09:00:00');
      await twoMoreTicks();
      expect(posted()).toEqual([]);
      // What the person writes later does not change the language that they chose for the reminders.
      await connector.post(service.messagesUrl, says('personal', 'hello'));
      await advanceTo('2020-09-11T09:00:00');
      await eventually(() => expect(posted()).toEqual([{ summary: 'Rappel de délai : 7 jours restants', conversationId: 'a:personal' }]));
      const answer = await press(stop, {}, 'personal');
      expect(JSON.stringify(answer.value)).toContain('I do not remind you of deadlines here.');
      expect(await site.desk().personalChats.reminded()).toEqual([]);
    });

    it('can be asked for in a channel by somebody who has a chat with the bot', async () => {
      connector.signIn(MEMBER);
      expect((await ask('channel', { command: 'remindMe' })).summary).toContain('I can remind you once we have a chat.');
      await install('personal');
      expect((await ask('channel', { command: 'remindMe' })).summary).toBe('I will remind you in our personal chat.');
      expect((await site.desk().personalChats.reminded()).map(({ email }) => email)).toEqual([MEMBER]);
      expect((await channel())?.status).toBe('active');
    });
  });
});
