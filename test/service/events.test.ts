import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import { quietHoursOf } from '../../src/rules/quietHours';
import type { ReminderSettings } from '../../src/rules/reminderSettings';
import type { Contribution } from '../../src/site/contribution';
import { DocumentActions } from '../../src/site/documentActions';
import { LanguageActions } from '../../src/site/languageActions';
import { MeetingActions } from '../../src/site/meetingActions';
import type { ShownMeeting } from '../../src/site/meetingActions';
import { installs, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { anotherRun, contributionOf, form, inState, put } from '../support/library';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

const CHANNEL = '19:general@thread.tacv2';
const CHAT = '19:chat@thread.v2';

describe('what happened', () => {
  let site: TestSite;
  let connector: Connector;
  let services: TestService[];
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite('2020-08-06T10:00:00+02:00');
    meeting = await addMeeting(site);
    connector = await startConnector();
    services = [];
  });

  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await connector.stop();
    await site.stop();
  });

  const actions = (): DocumentActions => new DocumentActions(site.desk('secretariat'), workingGroup());
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const start = async (): Promise<TestService> => {
    const service = await runService(site);
    services.push(service);
    return service;
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all(services.splice(0).map((service) => service.stop()));
  };
  const runAgain = async (): Promise<void> => {
    for (const service of services) {
      await anotherRun(service);
    }
  };
  const install = async (place: 'channel' | 'groupChat' | 'personal', culture: string): Promise<void> => {
    for (const activity of installs(place, culture)) {
      await connector.post(services[0].messagesUrl, activity);
    }
    connector.sent.length = 0;
  };
  const subscribe = (key: string, settings: Partial<ReminderSettings>): Promise<void> => site.desk().channels.subscribe(key, { language: 'en', kinds: [], ...settings }, 'active');
  /** What a conversation was told, without reminders of deadlines that stand alone. */
  const told = (id: string): { readonly summary: string; readonly text: string }[] =>
    connector.sent
      .filter(({ conversationId, activity }) => conversationId === id && activity.attachments?.[0] !== undefined)
      .map(({ activity }) => ({ summary: activity.summary ?? '', text: JSON.stringify(activity.attachments?.[0].content) }))
      .filter(({ summary }) => !/^(Deadline reminder|Rappel de délai)/.test(summary));
  const summaries = (id: string): string[] => told(id).map(({ summary }) => summary);
  const submitted = async (title: string): Promise<Contribution> => inState(site, await put(site, `${title}.docx`, form(meeting.id, { title })), 'received');
  /** A document that was published while no service looks at the library. */
  const published = async (title: string): Promise<Contribution> => actions().publish(await contributionOf(site, await put(site, `${title}.docx`, form(meeting.id, { title }))));
  const move = async (agreedDeadline: string): Promise<void> => {
    const shown = (await site.desk().meetings.getForChange(meeting.id)) as ShownMeeting;
    await new MeetingActions(site.desk('secretariat')).change(shown, { ...shown.meeting, agreedDeadline: Temporal.PlainDate.from(agreedDeadline) }, 'extendDeadline', 'As agreed');
  };

  it('is told once in one message by however many services, in the language of each, and nothing from before', async () => {
    await published('Early');
    await advanceTo('2020-08-06T10:10:00');
    await start();
    await eventually(async () => expect(await site.desk().deskState.get('events/since')).toBeDefined());
    await install('channel', 'fr-FR');
    await stopAll();

    // While the service is down.
    await advanceTo('2020-08-06T11:00:00');
    const [roads, , secret] = [await published('Roads'), await published('Rivers'), await published('Secret')];
    await actions().withdraw(secret, 'By mistake');
    await site.desk('secretariat').translations.record(roads.id, { language: 'es', status: 'available' });
    await start();
    await start();
    await eventually(() => expect(summaries(CHANNEL)).toEqual(['2 documents ont été publiés']));
    const [{ text }] = told(CHANNEL);
    expect(text).toContain('Roads');
    expect(text).toContain('Rivers');
    expect(text).toContain('Aussi en espagnol');
    expect(text).not.toMatch(/Early|Secret/);
  });

  it('is told to a conversation from when it subscribed, and to nobody again after a restart', async () => {
    const [roads, rivers] = [await published('Roads'), await published('Rivers')];
    // The site's times are whole seconds: what happened within the second of a subscription is told.
    await advanceTo('2020-08-06T10:45:00');
    await start();
    await install('channel', 'fr-FR');
    const { translations } = site.desk('secretariat');
    await translations.record(roads.id, { language: 'es', status: 'available' });
    await eventually(() => expect(summaries(CHANNEL)).toEqual([expect.stringMatching(/^Traductions disponibles : TDAG-WG-SOP\/\d+.*Roads/)]));
    await advanceTo('2020-08-06T11:00:00');
    await install('groupChat', 'en-GB');
    await translations.record(rivers.id, { language: 'ru', status: 'available' });
    await eventually(() => expect(summaries(CHAT)).toEqual([expect.stringMatching(/^Translations are available: .*Rivers/)]));
    await stopAll();
    connector.sent.length = 0;
    await start();
    await runAgain();
    expect([...summaries(CHANNEL), ...summaries(CHAT)]).toEqual([]);
  });

  it('comes outside quiet hours and in working time, only to those who want it', async () => {
    await start();
    await install('channel', 'en-GB');
    await install('groupChat', 'en-GB');
    const quietHours = quietHoursOf(Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('12:00'));
    await subscribe(CHANNEL, { kinds: ['published'], ...(quietHours === undefined ? {} : { quietHours }) });
    await subscribe(CHAT, { kinds: ['translation'] });
    await actions().publish(await submitted('Roads'));
    await runAgain();
    expect([...summaries(CHANNEL), ...summaries(CHAT)]).toEqual([]);
    await advanceTo('2020-08-06T12:00:00');
    await eventually(() => expect(summaries(CHANNEL)).toEqual([expect.stringMatching(/^Published: .*Roads/)]));

    await advanceTo('2020-08-07T18:30:00');
    await actions().publish(await submitted('Rivers'));
    await advanceTo('2020-08-09T15:00:00');
    await runAgain();
    expect(summaries(CHANNEL)).toHaveLength(1);
    await advanceTo('2020-08-10T12:00:00');
    await eventually(() => expect(summaries(CHANNEL)).toHaveLength(2));
    expect(summaries(CHAT)).toEqual([]);
  });

  it('is told at the end of quiet hours also to a channel that chose another kind meanwhile, which begins only then', async () => {
    await start();
    await install('channel', 'en-GB');
    const quietHours = quietHoursOf(Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('12:00'));
    const quiet = quietHours === undefined ? {} : { quietHours };
    await subscribe(CHANNEL, { kinds: ['published'], ...quiet });
    const roads = await actions().publish(await submitted('Roads'));
    const { translations } = site.desk('secretariat');
    await translations.record(roads.id, { language: 'es', status: 'available' });
    await advanceTo('2020-08-06T11:00:00');
    await subscribe(CHANNEL, { kinds: ['published', 'languageVersions'], ...quiet });
    await advanceTo('2020-08-06T12:00:00');
    await eventually(() => expect(summaries(CHANNEL)).toEqual([expect.stringMatching(/^Published: .*Roads/)]));
    await translations.record(roads.id, { language: 'fr', status: 'available' });
    await eventually(() => expect(summaries(CHANNEL).slice(1)).toEqual([expect.stringMatching(/^Translations are available: .*Roads/)]));
    expect(told(CHANNEL)[1].text).toContain('French');
  });

  it('is a moved deadline only for those who were not told of it by a reminder', async () => {
    await advanceTo('2020-08-06T10:30:00');
    await start();
    await install('channel', 'en-GB');
    await install('groupChat', 'en-GB');
    await subscribe(CHANNEL, { kinds: ['deadlineMoved'] });
    await subscribe(CHAT, { kinds: ['agreed', 'publication', 'deadlineMoved'] });
    await advanceTo('2020-08-19T10:00:00');
    // Not merely any: between joining and choosing the chat may have been reminded of something else.
    await eventually(async () => expect((await site.desk().reminders.postedTo(CHAT, meeting.id)).flatMap(({ kind }) => kind.split('+'))).toContain('agreed'));
    await move('2020-09-17');
    await eventually(() => expect(summaries(CHANNEL)).toEqual([expect.stringMatching(/^Contributions for action \(agreed by the group\): the new date is Thursday,? 17 September 2020, 23:59 \(Geneva time\)$/)]));
    expect(told(CHANNEL)[0].text).toMatch(/Until now: Friday,? 18 September 2020/);
    await eventually(() => expect(summaries(CHAT)).toEqual([expect.stringMatching(/moved from .*18 September 2020/)]));
    await runAgain();
    expect([summaries(CHANNEL), summaries(CHAT)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('waits for the morning where a digest is wanted, and comes in one message with the reminders of that morning', async () => {
    await start();
    await install('channel', 'en-GB');
    await subscribe(CHANNEL, { mode: 'daily' });
    await actions().publish(await submitted('Roads'));
    await new LanguageActions(site.desk('secretariat')).decide(meeting, [{ language: 'en', isProvided: true, reason: 'always' }], 'As agreed');
    await runAgain();
    expect(summaries(CHANNEL)).toEqual([]);
    await advanceTo('2020-08-07T09:00:00');
    await eventually(() => expect(summaries(CHANNEL)).toEqual(['2 pieces of news from the working group']));
    await actions().publish(await submitted('Rivers'));
    await advanceTo('2020-08-10T09:00:00');
    await eventually(() => expect(summaries(CHANNEL)[1]).toMatch(/^Monday,? 10 August 2020: 1 deadline and 1 piece of news$/));
    expect(told(CHANNEL)[1].text).toMatch(/7 days left.*Rivers/);
  });

  it('does not wait for the digest of the next morning when that is too late', async () => {
    await start();
    await install('channel', 'en-GB');
    await subscribe(CHANNEL, { mode: 'daily', kinds: ['deadlineMoved', 'published'] });
    await actions().publish(await submitted('Roads'));
    await move('2020-08-06');
    // The first of them alone when a reminder told the other one before the channel said what it wants.
    await eventually(() => expect(summaries(CHANNEL)).toEqual([expect.stringMatching(/^Second meeting of TDAG-WG-SOP: 2 deadlines have changed$|new date is Thursday,? 6 August 2020/)]));
  });

  it('needs the attention of the secretariat: it is told where that was chosen, once for each reason', async () => {
    await start();
    await install('channel', 'en-GB');
    await install('groupChat', 'en-GB');
    connector.signIn('member@example.org');
    await install('personal', 'en-GB');
    await subscribe(CHAT, { kinds: ['attention'] });
    await subscribe(CHANNEL, {});
    // A person who does not belong to the secretariat, whatever the list says.
    await site.desk().personalChats.subscribe('id-of-member@example.org', { language: 'en', kinds: ['attention'] }, true);
    const { source: _source, ...incomplete } = form(meeting.id, { title: 'Bridges' });
    const bridges = await put(site, 'bridges.docx', { ...incomplete, source: '' });
    await eventually(() => expect(summaries(CHAT)).toEqual(['For the secretariat: 1 matter needs attention']));
    expect(told(CHAT)[0].text).toMatch(/Needs an answer.*Bridges.*Missing: Source/);
    await site.desk('delegate.ke').contributions.describe(bridges, { ...incomplete, source: '', topic: 'Another topic' });
    await runAgain();
    expect(summaries(CHAT)).toHaveLength(1);

    await advanceTo('2020-09-21T10:00:00');
    const late = await inState(site, await put(site, 'late.docx', form(meeting.id, { title: 'Too late' })), 'held');
    await eventually(() => expect(told(CHAT).at(-1)?.text).toMatch(/Too late: the chair may admit.*Too late/));
    const count = summaries(CHAT).length;
    await actions().admit(late, meeting, 'By the chair’s exception');
    await site.desk().channels.close(CHANNEL);
    await eventually(() => expect(told(CHAT).at(-1)?.text).toMatch(/A channel gets no reminders any more/));
    await runAgain();
    expect(summaries(CHAT)).toHaveLength(count + 1);
    const others = connector.sent.filter(({ conversationId }) => conversationId !== CHAT).map(({ activity }) => activity.summary ?? '');
    expect(others.filter((summary) => summary.startsWith('For the secretariat'))).toEqual([]);
  });
});
