import '@pnp/sp/items';
import '@pnp/sp/lists';
import { LanguageActions } from '../../src/site/languageActions';
import { openSecretariatSite } from '../../src/site/secretariatSite';
import type { Meeting } from '../../src/rules/meeting';
import { executes, says, startConnector } from '../support/connector';
import type { Connector, Place } from '../support/connector';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const KENYA = 'delegate.ke@example.org';
const BOTH = 'delegate.fr@example.org';

interface Button {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: unknown;
}

/** A card as the person sees it. */
interface Shown {
  readonly summary: string;
  readonly text: string;
  readonly buttons: readonly Button[];
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) {
    return node.map(textOf).filter(Boolean).join('\n');
  }
  if (typeof node !== 'object' || node === null) {
    return '';
  }
  const { type, text, ...rest } = node as { type?: string; text?: string };
  return type === 'TextRun' ? (text ?? '').replace(/day, /g, 'day ') : textOf(Object.values(rest));
}

function shown(card: unknown): Shown {
  const { fallbackText, body, actions } = card as { fallbackText: string; body: unknown; actions: Button[] };
  return { summary: fallbackText.replace(/day, /g, 'day '), text: textOf(body), buttons: actions };
}

describe('the bot about interpretation', () => {
  let site: TestSite;
  let service: TestService;
  let connector: Connector;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite();
    meeting = await addMeeting(site);
    for (const [name, representatives] of [['Kenya', [KENYA, BOTH]], ['France', [BOTH]]] as const) {
      await site.desk().delegations.add({ name, type: 'memberState', representatives });
    }
    service = await runService(site);
    connector = await startConnector();
    connector.signIn(KENYA);
  });

  afterEach(async () => {
    await connector.stop();
    await service.stop();
    await site.stop();
  });

  async function ask(text: string, more: Record<string, unknown> = {}, place: Place = 'personal'): Promise<Shown> {
    const before = connector.sent.length;
    expect(await connector.post(service.messagesUrl, says(place, text, more))).toBe(200);
    expect(connector.sent).toHaveLength(before + 1);
    return shown(connector.sent[before].activity.attachments?.[0].content);
  }

  function button({ buttons }: Shown, title: string): Button {
    const found = buttons.find((each) => each.title === title);
    if (found === undefined) {
      throw new Error(`There is no button ${title}: ${buttons.map((each) => each.title).join(', ')}`);
    }
    return found;
  }

  const choose = (card: Shown, title: string): Promise<Shown> => ask('', { value: button(card, title).data });

  /** Presses a button that does something; gives the card that takes its place, or the message beside it. */
  async function press(pressed: Button, place: Place = 'personal'): Promise<Shown | string> {
    const answer = await connector.invoke(service.messagesUrl, executes(pressed, {}, 'activity-1', place));
    return typeof answer.value === 'string' ? answer.value : shown(answer.value);
  }

  const requests = async () => (await site.desk().languageRequests.ofMeeting(meeting.id)).map(({ language, delegation, status, requestedBy }) => [language, delegation, status, requestedBy]);

  it('asks before it requests a language for a delegation, and then says what the site holds', async () => {
    const question = await ask('I need French on 1 October');
    expect(question.summary).toBe('Request interpretation for Kenya: French?');
    expect(question.text).toContain('Second meeting of TDAG-WG-SOP · Thursday 1 October 2020');
    expect(await requests()).toEqual([]);
    const done = (await press(button(question, 'Yes, request it'))) as Shown;
    expect(done.summary).toBe('Kenya has requested interpretation: French.');
    expect(done.text).toContain('Requests: 1 of the 5 needed');
    expect(done.text).toContain('Monday 17 August 2020, 23:59 (Geneva time)');
    expect(connector.updated).toHaveLength(1);
    expect(await requests()).toEqual([['fr', 'Kenya', 'active', KENYA]]);
  });

  it('changes nothing when it is pressed again, and says so', async () => {
    const yes = button(await ask('We need French and Spanish'), 'Yes, request it');
    await press(yes);
    expect(await press(yes)).toMatchObject({ summary: 'Kenya had already requested interpretation: French and Spanish. Nothing was changed.' });
    const [first] = await site.desk().languageRequests.ofMeeting(meeting.id);
    expect(await site.desk().languageRequests.versions(first.id)).toHaveLength(1);
  });

  it('does nothing when the answer is no', async () => {
    const question = await ask('I need French');
    expect(await press(button(question, 'No'))).toMatchObject({ summary: 'Nothing was changed.' });
    expect(await requests()).toEqual([]);
  });

  it('withdraws a request and keeps the history of asking again', async () => {
    await press(button(await ask('I need Russian'), 'Yes, request it'));
    const question = await ask('we no longer need Russian');
    expect(question.summary).toBe('Withdraw the request of Kenya for interpretation: Russian?');
    expect(await press(button(question, 'Yes, withdraw it'))).toMatchObject({ summary: 'Kenya has withdrawn its request for interpretation: Russian.' });
    expect(await press(button(question, 'Yes, withdraw it'))).toMatchObject({ summary: 'There is no request of Kenya to withdraw: Russian. Nothing was changed.' });
    await press(button(await ask('Нам нужен русский'), 'Да, запросить'));
    const [{ id }] = await site.desk().languageRequests.ofMeeting(meeting.id);
    expect((await site.desk().languageRequests.versions(id)).map(({ status, onBehalfOf }) => [status, onBehalfOf])).toEqual([['active', KENYA], ['withdrawn', KENYA], ['active', KENYA]]);
  });

  it('records a request after the deadline as late, and says before and after that it does not count', async () => {
    await site.administer('clock', { advanceTo: geneva('2020-08-18T00:00:00').toString() });
    const question = await ask('I need French');
    expect(question.text).toContain('would be recorded as late and not counted');
    const done = (await press(button(question, 'Yes, request it'))) as Shown;
    expect(done.text).toContain('It is recorded as late and not counted.');
    expect(done.text).toContain('Requests: 0 of the 5 needed\nLate, not counted: Kenya');
  });

  it('asks for which delegation a person speaks who speaks for several', async () => {
    connector.signIn(BOTH);
    const choice = await ask('Necesitamos interpretación al ruso el 1 de octubre');
    expect(choice.summary).toBe('¿Para qué delegación?');
    const question = await choose(choice, 'France');
    await press(button(question, 'Sí, solicitar'));
    expect(await requests()).toEqual([['ru', 'France', 'active', BOTH]]);
  });

  it('does nothing for a person who speaks for no delegation, and says whom to ask', async () => {
    connector.signIn('member@example.org');
    const answer = await ask('我们需要法语口译');
    expect(answer.summary).toBe('您未登记为任何代表团的代表，因此我无法为您办理。请致函秘书处：secretariat@example.org');
    expect(answer.buttons.map(({ type }) => type)).toEqual(['Action.OpenUrl']);
  });

  it('acts for whoever presses the button in a channel, and only for their own delegations', async () => {
    const question = await ask('I need French', {}, 'channel');
    const yes = button(question, 'Yes, request it');
    connector.signIn('member@example.org');
    const refused = await press({ ...yes, data: { ...(yes.data as object), email: KENYA, requestedBy: KENYA } }, 'channel');
    expect(refused).toContain('You are not entered as speaking for this delegation.');
    expect(await press(button(question, 'No'), 'channel')).toContain('Nothing was changed.');
    expect(connector.updated).toEqual([]);
    expect(await requests()).toEqual([]);
    connector.signIn(BOTH);
    expect(await press(yes, 'channel')).toMatchObject({ summary: 'Kenya has requested interpretation: French.' });
    expect(await requests()).toEqual([['fr', 'Kenya', 'active', BOTH]]);
  });

  it('does the same by the older kind of button', async () => {
    const yes = button(await ask('I need French'), 'Yes, request it');
    await connector.post(service.messagesUrl, says('personal', '', { value: yes.data, replyToId: 'activity-1' }));
    expect(await requests()).toEqual([['fr', 'Kenya', 'active', KENYA]]);
  });

  it('keeps the card and says what to do while the site cannot be reached', async () => {
    const yes = button(await ask('I need French'), 'Yes, request it');
    await site.administer('faults', { kind: 'unavailable', path: 'Delegations', count: 20 });
    expect(await press(yes)).toContain('please press the button again in a few minutes');
    expect(connector.updated).toEqual([]);
  });

  it('does not believe a row that somebody wrote who may not speak for the delegation', async () => {
    const { languageRequests } = site.desk('delegate.es');
    await languageRequests.ask({ meetingId: meeting.id, language: 'fr', delegation: 'Kenya' }, KENYA);
    const yes = button(await ask('I need French'), 'Yes, request it');
    // Until the row has been put right the person is asked to press again; it is never said to stand already.
    await eventually(async () => expect(await press(yes)).toMatchObject({ summary: 'Kenya has requested interpretation: French.' }));
    const [{ id }] = await languageRequests.ofMeeting(meeting.id);
    const own = await site.desk().languageRequests.ownAccount();
    expect((await languageRequests.versions(id)).filter(({ writtenBy }) => writtenBy === own)).toMatchObject([{ status: 'active', onBehalfOf: KENYA }]);
  });

  it('asks which meeting is meant when none is on that day or several are', async () => {
    await addMeeting(site, { title: 'Third meeting of TDAG-WG-SOP', start: '2020-10-20', agreedDeadline: null });
    // The bot learns of the meeting from the site's log.
    await eventually(async () => expect((await ask('I need French in October')).summary).toBe('Which meeting do you mean?'));
    const choice = await ask('I need French on 5 October');
    expect(choice.summary).toBe('Which meeting do you mean?');
    const question = await choose(choice, '20 Oct 2020 · Third meeting of TDAG-WG-SOP');
    expect(question.text).toContain('Third meeting of TDAG-WG-SOP');
    expect((await ask('We need Arabic at the third meeting')).text).toContain('Third meeting of TDAG-WG-SOP');
    expect((await ask('We need Arabic')).text).toContain('Second meeting of TDAG-WG-SOP');
  });

  it('tells the requests, the deadline and the delegations that asked, with buttons to ask and to withdraw', async () => {
    await press(button(await ask('I need French'), 'Yes, request it'));
    const state = await ask('how many asked for French?');
    expect(state.summary).toBe('French – requests: 1 of the 5 needed.');
    expect(state.text).toContain('Requests: 1 of the 5 needed\nKenya');
    expect(state.text).toContain('Your delegation\nKenya: French');
    expect(state.text).toContain('7 days left');
    expect(state.buttons.map(({ title }) => title)).toEqual(['Withdraw: French', 'Request: Arabic', 'Request: Chinese', 'Request: Russian', 'Request: Spanish', 'Open Contribution Desk']);
    const question = await choose(state, 'Request: Arabic');
    expect(question.summary).toBe('Request interpretation for Kenya: Arabic?');
    expect(await press(button(question, 'Yes, request it'))).toMatchObject({ summary: 'Kenya has requested interpretation: Arabic.' });
    expect((await ask('', { value: { language: 'en', desk: { command: 'languages' } } })).summary).toContain('Interpretation can be requested until Monday 17 August 2020');
  });

  it('asks back when a wish is not clear', async () => {
    const back = await ask('Do we need French?');
    expect(back.summary).toBe('I am not sure what you would like. Please choose:');
    expect(back.buttons[0].title).toBe('Request: French');
    expect((await ask('We need English')).summary).toContain('English is always provided.');
  });

  it('tells the decision with the reason for each language, once there is one', async () => {
    const actions = new LanguageActions(openSecretariatSite(site.connect('secretariat')));
    const outcomes = [
      { language: 'en', isProvided: true, reason: 'always' },
      { language: 'fr', isProvided: true, reason: 'demand' },
      { language: 'es', isProvided: false, reason: 'belowThreshold' }
    ] as const;
    await actions.decide(meeting, outcomes, '');
    const answer = await ask('Y a-t-il une interprétation en français le 1er octobre ?');
    expect(answer.summary).toBe('Interprétation pour cette réunion (Second meeting of TDAG-WG-SOP) : anglais et français.');
    expect(answer.text).toContain('Français\nAssurée\nSuffisamment de délégations l’ont demandée.');
    expect(answer.text).toContain('Espagnol\nNon assurée\nTrop peu de délégations l’ont demandée.');
  });
});
