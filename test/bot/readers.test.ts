import { answering, plainDays, textOf } from '../support/answers';
import { executes, says, startConnector } from '../support/connector';
import type { Connector, Place } from '../support/connector';
import { smallDocx } from '../support/documents';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import type { DeskCard } from '../../src/bot/cards/deskCard';

type Card = DeskCard['card'];

/** A person as Teams sends them along with what they do. */
interface Person {
  readonly from: { readonly id: string; readonly name: string; readonly aadObjectId: string };
  readonly locale: string;
  readonly localTimezone?: string;
}

function person(name: string, locale: string, localTimezone?: string): Person {
  return { from: { id: `29:${name}`, name, aadObjectId: `id-of-${name}@example.org` }, locale, ...(localTimezone === undefined ? {} : { localTimezone }) };
}

const KENYA = person('delegate.ke', 'en-GB', 'Africa/Nairobi');
const FRANCE = person('delegate.fr', 'fr-FR', 'Europe/Paris');

describe('the readers of an answer', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;

  beforeAll(async () => {
    site = await provisionedSite();
    const { id: meetingId } = await addMeeting(site);
    const desk = site.desk();
    await desk.delegations.add({ name: 'Kenya', type: 'memberState', representatives: ['delegate.ke@example.org'] });
    await desk.delegations.add({ name: 'France', type: 'memberState', representatives: ['delegate.fr@example.org'] });
    await site.desk('delegate.ke').languageRequests.ask({ meetingId, language: 'ru', delegation: 'Kenya' }, 'delegate.ke@example.org');
    for (const [user, title] of [['delegate.ke', 'Rural connectivity'], ['delegate.fr', 'Planification']] as const) {
      const { contributions } = site.desk(user);
      const { id } = await contributions.upload(`${user}.docx`, smallDocx(title));
      await contributions.describe(id, { title, source: user, originalLanguage: 'en', purpose: 'action', meetingId });
    }
    service = await runService(site);
  });

  afterAll(async () => {
    await service.stop();
    await site.stop();
  });

  beforeEach(async () => {
    connector = await startConnector();
    connector.introduce(KENYA.from.id, 'delegate.ke@example.org');
    connector.introduce(FRANCE.from.id, 'delegate.fr@example.org');
  });

  afterEach(() => connector.stop());

  async function ask(who: Person, place: Place, text: string, more: Record<string, unknown> = {}): Promise<Card> {
    const message = says(place, text, { ...who, ...more });
    expect(await connector.post(service.messagesUrl, message)).toBe(200);
    const [reply] = connector.sent.filter(({ activity }) => activity.replyToId === message.id);
    return reply.activity.attachments?.[0].content as Card;
  }

  /** What a card becomes for a person who looks at it. */
  async function looks(who: Person, card: Card, place: Place): Promise<Card> {
    const { verb, data } = card.refresh?.action ?? {};
    const answer = await connector.invoke(service.messagesUrl, { ...executes({ ...(verb === undefined ? {} : { verb }), data }, {}, 'activity-1', place), ...who });
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    return answer.value as Card;
  }

  const said = (card: Card): string => textOf({ card });

  it('see each their own contributions in the card that one of them asked for in a channel', async () => {
    const card = await ask(KENYA, 'channel', 'What is the status of my contributions?');
    expect(card.refresh?.userIds).toEqual([KENYA.from.id]);
    expect(JSON.stringify(card)).not.toMatch(/Rural connectivity|Planification/);
    const [own, other] = [await looks(KENYA, card, 'channel'), await looks(FRANCE, card, 'channel')];
    expect(said(own)).toContain('Rural connectivity');
    expect(said(own)).not.toContain('Planification');
    expect(said(other)).toContain('Planification');
    expect(said(other)).not.toContain('Rural connectivity');
    // The message itself stays what everybody may see.
    expect(connector.updated).toEqual([]);
  });

  it('see each their own delegation’s requests, and before others those of none', async () => {
    const card = await ask(KENYA, 'channel', 'Which languages will be interpreted?');
    expect(said(card)).not.toContain('Your delegation');
    expect(said(await looks(KENYA, card, 'channel'))).toContain('Your delegation\nKenya: Russian');
    const other = said(await looks(FRANCE, card, 'channel'));
    expect(other).toContain('17 août 2020');
    expect(said(await looks(KENYA, card, 'channel'))).toContain('00:59 in your time zone');
    expect(other).not.toMatch(/Your delegation|Votre délégation/);
  });

  it('see in a channel what a delegation has asked for there, and not what else it has', async () => {
    const question = await ask(KENYA, 'channel', 'We need French');
    const [yes] = question.actions ?? [];
    const { verb, data } = yes as { verb: string; data: unknown };
    const done = (await connector.invoke(service.messagesUrl, { ...executes({ verb, data }, {}, 'activity-1', 'channel'), ...KENYA })).value as Card;
    expect(done.fallbackText).toBe('Kenya has requested interpretation: French.');
    expect(said(done)).not.toMatch(/Your delegation|Russian/);
    expect(JSON.stringify(connector.updated)).not.toContain('Russian');
  });

  it('see a card in their own language and time zone, and the one who asked in the language of the question', async () => {
    const card = await ask(KENYA, 'channel', 'Quel est le prochain délai ?');
    expect(card.lang).toBe('fr');
    expect(said(card)).not.toContain('votre fuseau horaire');
    const own = await looks(KENYA, card, 'channel');
    expect(own.lang).toBe('fr');
    expect(said(own)).toContain('mardi 18 août 2020, 00:59 dans votre fuseau horaire');
    const english = await ask(KENYA, 'channel', 'When is the next deadline?');
    const other = await looks(FRANCE, english, 'channel');
    expect(other.lang).toBe('fr');
    // Paris has Geneva's time.
    expect(said(other)).not.toContain('fuseau horaire');
    expect(other.refresh?.userIds).toEqual([FRANCE.from.id]);
  });

  it('get their own time zone at once in a personal chat, also when Teams tells it among its client information', async () => {
    expect(plainDays(said(await ask(KENYA, 'personal', 'When is the next deadline?')))).toContain('Tuesday 18 August 2020, 00:59 in your time zone');
    const entities = [{ type: 'clientInfo', locale: 'en-GB', timezone: 'America/Costa_Rica' }];
    expect(plainDays(said(await ask(person('delegate.fr', 'en-GB'), 'personal', 'When is the next deadline?', { entities })))).toContain('Monday 17 August 2020, 15:59 in your time zone');
    expect(said(await ask(person('delegate.fr', 'en-GB', 'Mars/Olympus'), 'personal', 'When is the next deadline?'))).not.toContain('your time zone');
  });

  it('keep the card that they have while the site cannot be reached', async () => {
    const card = await ask(KENYA, 'channel', 'What is the status of my contributions?');
    await site.administer('faults', { kind: 'unavailable', path: 'Contributions', retryAfterSeconds: 60 });
    const { verb, data } = card.refresh?.action ?? {};
    const answer = await connector.invoke(service.messagesUrl, { ...executes({ ...(verb === undefined ? {} : { verb }), data }, {}, 'activity-1', 'channel'), ...FRANCE });
    await fetch(new URL('/_local/faults', site.url), { method: 'DELETE' });
    expect(answer).toMatchObject({ statusCode: 503, type: 'application/vnd.microsoft.error' });
    expect(connector.updated).toEqual([]);
  });

  it('are shown that the bot is at work when the answer needs the site, and not otherwise', async () => {
    await ask(FRANCE, 'personal', 'When is the next deadline?');
    const before = connector.typing.length;
    await ask(FRANCE, 'personal', 'When is the next deadline?');
    expect(connector.typing).toHaveLength(before);
    await ask(FRANCE, 'personal', 'Where is the contribution Planification?');
    expect(connector.typing).toHaveLength(before + 1);
    expect(connector.typing[before]).toEqual({ conversationId: 'a:personal', afterMessages: 2 });
  });

  it('are answered in the language that they chose from then on, whatever Teams says, and told in it too', async () => {
    const { translator } = answering({ language: 'ar' });
    const value = { language: 'en', desk: { command: 'ownLanguage', choice: 'ar' } };
    expect((await ask(KENYA, 'personal', '', { value })).fallbackText).toBe(translator.t('bot.answer.ownLanguage.set'));
    expect((await ask(KENYA, 'personal', 'When is the next deadline?')).lang).toBe('ar');
    expect(await site.desk().personalChats.byEmail('delegate.ke@example.org')).toMatchObject({ language: 'ar' });
    // Others read along in a channel: there the question's own language counts.
    expect((await ask(KENYA, 'channel', 'When is the next deadline?')).lang).toBe('en');
    // A process that starts anew reads it from the site, and entering the person again changes nothing.
    const again = await runService(site);
    const message = says('personal', 'When is the next deadline?', { ...KENYA });
    await connector.post(again.messagesUrl, message);
    const [reply] = connector.sent.filter(({ activity }) => activity.replyToId === message.id);
    expect((reply.activity.attachments?.[0].content as Card).lang).toBe('ar');
    await again.stop();
    expect(await site.desk().personalChats.byEmail('delegate.ke@example.org')).toMatchObject({ language: 'ar' });
    expect(said(await looks(KENYA, await ask(FRANCE, 'channel', 'When is the next deadline?'), 'channel'))).toContain(translator.t('deadline.translation'));
  });

  it('are asked to write in their own chat before a language can be kept from a channel', async () => {
    connector.introduce('29:stranger', 'stranger@example.org');
    const value = { language: 'en', desk: { command: 'ownLanguage', choice: 'es' } };
    expect((await ask(person('stranger', 'en-GB'), 'channel', '', { value })).fallbackText).toBe(answering({ language: 'es' }).translator.t('bot.answer.ownLanguage.writeFirst'));
  });

  it('can choose from a channel once they have written in their own chat', async () => {
    await ask(FRANCE, 'personal', 'help');
    const value = { language: 'en', desk: { command: 'ownLanguage', choice: 'zh' } };
    expect((await ask(FRANCE, 'channel', '', { value })).lang).toBe('zh');
    expect((await ask(FRANCE, 'personal', 'help')).lang).toBe('zh');
  });

  it('get nothing made or done by a refresh that no card of ours holds', async () => {
    for (const data of [{ language: 'en', desk: { command: 'ownLanguage', choice: 'ru' }, askedBy: '29:x' }, { language: 'en', desk: { command: 'deadline', topic: 'any' } }, 'x']) {
      expect(await connector.post(service.messagesUrl, { ...executes({ verb: 'refresh', data }, {}), ...FRANCE })).toBe(501);
    }
    expect((await site.desk().personalChats.byEmail('delegate.fr@example.org'))?.language).not.toBe('ru');
  });
});
