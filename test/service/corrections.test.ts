import { Temporal } from 'temporal-polyfill';
import { wordDate } from '../../src/messages/dates';
import { overrideOutcomes, proposeInterpretation } from '../../src/rules/interpretation';
import type { Meeting } from '../../src/rules/meeting';
import { quietHoursOf } from '../../src/rules/quietHours';
import { LanguageActions } from '../../src/site/languageActions';
import type { ReminderRecord } from '../../src/site/reminders';
import { installs, startConnector } from '../support/connector';
import type { Connector, Place, SentActivity } from '../support/connector';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';
import { workingGroup } from '../support/workingGroup';

const CHANNEL = '19:general@thread.tacv2';
const CHAT = '19:chat@thread.v2';

const on = (date: string): string => wordDate(Temporal.PlainDate.from(date), 'en');

describe('reminders and what changes after them', () => {
  let site: TestSite;
  let connector: Connector;
  let services: TestService[];
  let meeting: Meeting;

  async function begin(now: string, reminderDaysBefore: number[]): Promise<void> {
    site = await provisionedSite(now, { reminderDaysBefore });
    meeting = await addMeeting(site);
    connector = await startConnector();
    services = [];
  }
  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await connector.stop();
    await site.stop();
  });

  async function run(): Promise<TestService> {
    const service = await runService(site);
    services.push(service);
    return service;
  }
  async function stopAll(): Promise<void> {
    await Promise.all(services.map((service) => service.stop()));
    services = [];
  }
  async function install(service: TestService, place: Place = 'channel'): Promise<void> {
    for (const activity of installs(place)) {
      await connector.post(service.messagesUrl, activity);
    }
  }
  /** Waits until the reminders have been looked at twice more by each service. */
  async function twoMoreTicks(): Promise<void> {
    for (const service of services) {
      for (let tick = 0; tick < 2; tick += 1) {
        const last = (await service.health()).body.reminders.lastTickAt;
        await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
      }
    }
  }

  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const change = (values: Record<string, string | null>): Promise<unknown> => site.connect('secretariat').sp.web.lists.getByTitle('Meetings').items.getById(meeting.id).update(values);
  const cards = (): SentActivity[] => connector.sent.filter(({ activity }) => !/^I (?:will )?remind/.test(activity.summary ?? ''));
  const summaries = (): string[] => cards().map(({ activity }) => activity.summary ?? '');
  const contentOf = ({ activity }: SentActivity): string => JSON.stringify(activity.attachments?.[0]?.content);
  async function recorded(kinds: string, date: string, step: number, channel = CHANNEL): Promise<ReminderRecord | undefined> {
    const [record] = await site.desk().reminders.find([`${meeting.id}/${kinds}/${date}/${step}/${channel}`]);
    return record;
  }

  it('makes one message of what is due to a channel on one morning, and records each reminder', async () => {
    await begin('2020-09-16T09:00:00+02:00', [14, 3]);
    await install(await run());
    await eventually(async () => expect((await recorded('opening', '2020-09-30', 14))?.status).toBe('posted'));
    const [agreed, opening] = [await recorded('agreed', '2020-09-18', 3), await recorded('opening', '2020-09-30', 14)];
    expect(agreed).toMatchObject({ status: 'posted', activityId: opening?.activityId });
    expect(agreed?.announcedDate?.toString()).toBe('2020-09-18');
    expect((await recorded('agreed', '2020-09-18', 14))).toMatchObject({ status: 'skipped', skipReason: 'overtaken' });
    expect((await recorded('translation+languageRequest', '2020-08-17', 3))).toMatchObject({ status: 'skipped', skipReason: 'tooLate' });
    await twoMoreTicks();
    expect(summaries()).toEqual(['Deadline reminder: 2 deadlines; for the first: 2 days left']);
  });

  it('tells once, in the thread of the reminder, where a deadline has moved, and changes the reminder', async () => {
    await begin('2020-09-04T09:00:00+02:00', [14]);
    const service = await run();
    await run();
    await install(service);
    await install(service, 'groupChat');
    await eventually(async () => {
      expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted');
      expect((await recorded('agreed', '2020-09-18', 14, CHAT))?.status).toBe('posted');
    });
    const reminder = (await recorded('agreed', '2020-09-18', 14))?.activityId ?? '';

    await change({ AgreedDeadline: '2020-09-15T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(4));
    const moved = `Contributions for action (agreed by the group): moved from ${on('2020-09-18')} to ${on('2020-09-16')}, 23:59 (Geneva time)`;
    expect(cards().slice(2).map(({ conversationId, activity }) => [conversationId, activity.summary]).sort()).toEqual([
      [CHAT, moved],
      [`${CHANNEL};messageid=${reminder}`, moved]
    ]);
    const updated = connector.updated.filter(({ conversationId }) => conversationId.startsWith(CHANNEL));
    expect(updated[0].activity).toMatchObject({ id: reminder, summary: 'Dates in this reminder have changed. This is what holds now:' });
    expect(contentOf(updated[0])).toContain(`${on('2020-09-16')}, 23:59 (Geneva time)`);
    expect(contentOf(updated[0])).toContain(`Announced: ${on('2020-09-18')}`);
    // Its reminder of two weeks would have been on the 2nd; the correction has told the date.
    await eventually(async () => expect(await recorded('agreed', '2020-09-16', 14)).toMatchObject({ status: 'skipped', skipReason: 'overtaken' }));

    await change({ AgreedDeadline: '2020-09-17T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(6));
    expect(summaries()[5]).toContain(`moved from ${on('2020-09-16')} to ${on('2020-09-18')}`);
    await stopAll();
    await run();
    await twoMoreTicks();
    expect(cards()).toHaveLength(6);
  });

  it('makes it one message however many services look at the same time', async () => {
    await begin('2020-09-16T08:59:00+02:00', [14, 3]);
    const service = await run();
    await install(service);
    await install(service, 'groupChat');
    await Promise.all([run(), run()]);
    await change({ AgreedDeadline: '2020-09-18T22:00:00Z' });
    await twoMoreTicks();
    await advanceTo('2020-09-16T09:00:00');
    await eventually(async () => {
      expect((await recorded('opening', '2020-09-30', 14))?.status).toBe('posted');
      expect((await recorded('opening', '2020-09-30', 14, CHAT))?.status).toBe('posted');
      expect((await recorded('agreed', '2020-09-19', 3, CHAT))?.status).toBe('posted');
    });
    await twoMoreTicks();
    expect(summaries()).toEqual(['Deadline reminder: 2 deadlines; for the first: 3 days left', 'Deadline reminder: 2 deadlines; for the first: 3 days left']);
  });

  it('does not repeat a message of which nobody knows whether it was posted, neither a reminder nor a correction', async () => {
    await begin('2020-09-04T09:00:00+02:00', [14, 3]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    connector.cutNext();
    await change({ AgreedDeadline: '2020-09-16T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(2));
    await twoMoreTicks();
    // Whether or not it arrived, the reminder by the new date tells it.
    await eventually(async () => expect((await recorded('agreed', '2020-09-17', 14))?.status).toBe('posted'));
    connector.cutNext();
    await advanceTo('2020-09-16T09:00:00');
    await eventually(() => expect(cards()).toHaveLength(4));
    await twoMoreTicks();
    await stopAll();
    await run();
    await twoMoreTicks();
    expect(cards()).toHaveLength(4);
    expect([(await recorded('agreed', '2020-09-17', 3))?.status, (await recorded('opening', '2020-09-30', 14))?.status]).toEqual(['sending', 'sending']);
  });

  it('tells what holds when the agreed deadline is taken back: the general one', async () => {
    await begin('2020-09-04T09:00:00+02:00', [14]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    await change({ AgreedDeadline: null });
    await eventually(() => expect(cards()).toHaveLength(2));
    expect(summaries()[1]).toBe(`Contributions for action (general rule): moved from ${on('2020-09-18')} to ${on('2020-09-19')}, 23:59 (Geneva time)`);
  });

  it('keeps apart what is to be translated from what is to be published, also when one deadline counts for both', async () => {
    await begin('2020-08-10T09:00:00+02:00', [7]);
    await install(await run());
    await eventually(async () => expect((await recorded('translation+languageRequest', '2020-08-17', 7))?.status).toBe('posted'));
    await change({ AgreedDeadline: '2020-08-13T22:00:00Z' });
    await eventually(() => expect(summaries()[1]).toBe(`Contributions to be translated: moved from ${on('2020-08-17')} to ${on('2020-08-14')}, 23:59 (Geneva time)`));
    await eventually(async () => expect((await recorded('agreed', '2020-08-14', 7))?.status).toBe('posted'));
    await change({ AgreedDeadline: '2020-08-12T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(4));
    expect(summaries()[3]).toBe('Second meeting of TDAG-WG-SOP: 2 deadlines have changed');
    expect(contentOf(cards()[3]).split(`Announced: ${on('2020-08-14')}`)).toHaveLength(3);
    await twoMoreTicks();
    expect(cards()).toHaveLength(4);
  });

  it('tells that a meeting is cancelled, and what was due and not posted says so', async () => {
    await begin('2020-09-04T09:00:00+02:00', [14, 7]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    await stopAll();
    // The reminder of the 11th becomes due while nothing runs.
    await advanceTo('2020-09-11T10:00:00');
    await change({ MeetingStatus: 'cancelled' });
    await run();
    await eventually(async () => expect(await recorded('agreed', '2020-09-18', 7)).toMatchObject({ status: 'skipped', skipReason: 'cancelled' }));
    await eventually(() => expect(summaries().slice(1)).toEqual(['Second meeting of TDAG-WG-SOP has been cancelled. The deadlines that were announced no longer apply.']));
    expect(contentOf(connector.updated[0])).toContain('No longer applies');
    await twoMoreTicks();
    expect(cards()).toHaveLength(2);

    await change({ MeetingStatus: 'planned' });
    await eventually(() => expect(summaries()[2]).toBe(`Contributions for action (agreed by the group): the new date is ${on('2020-09-18')}, 23:59 (Geneva time)`));
  });

  it('records that what was due had moved before it was posted, and posts what is due by the new date', async () => {
    await begin('2020-09-09T09:00:00+02:00', [7]);
    await install(await run());
    await twoMoreTicks();
    await stopAll();
    await advanceTo('2020-09-11T12:00:00');
    await change({ AgreedDeadline: '2020-09-16T22:00:00Z' });
    await run();
    await eventually(async () => {
      expect(await recorded('agreed', '2020-09-18', 7)).toMatchObject({ status: 'skipped', skipReason: 'moved' });
      expect((await recorded('agreed', '2020-09-17', 7))?.status).toBe('posted');
    });
    expect(summaries()).toEqual(['Deadline reminder: 6 days left']);
  });

  it('waits for working hours, and then posts', async () => {
    await begin('2020-09-04T17:00:00+02:00', [14]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    await advanceTo('2020-09-05T11:00:00');
    await change({ AgreedDeadline: '2020-09-15T22:00:00Z' });
    await twoMoreTicks();
    expect(cards()).toHaveLength(1);
    await advanceTo('2020-09-07T09:00:00');
    await eventually(() => expect(cards()).toHaveLength(2));
    await twoMoreTicks();
    expect(cards()).toHaveLength(2);
  });

  it("waits for the end of a channel's quiet hours, unless the day that was announced would be over by then", async () => {
    await begin('2020-09-04T09:00:00+02:00', [14]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    const quietHours = quietHoursOf(Temporal.PlainTime.from('10:00'), Temporal.PlainTime.from('16:00'));
    await site.desk().channels.subscribe(CHANNEL, { language: 'en', kinds: [], ...(quietHours === undefined ? {} : { quietHours }) }, 'active');
    await advanceTo('2020-09-07T11:00:00');
    await change({ AgreedDeadline: '2020-09-15T22:00:00Z' });
    await twoMoreTicks();
    expect(cards()).toHaveLength(1);
    await advanceTo('2020-09-07T16:00:00');
    await eventually(() => expect(cards()).toHaveLength(2));
    const lateAndLong = quietHoursOf(Temporal.PlainTime.from('17:00'), Temporal.PlainTime.from('09:00'));
    await site.desk().channels.subscribe(CHANNEL, { language: 'en', kinds: [], ...(lateAndLong === undefined ? {} : { quietHours: lateAndLong }) }, 'active');
    await advanceTo('2020-09-16T17:30:00');
    await change({ AgreedDeadline: '2020-09-16T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(3));
  });

  it('posts outside the thread when the thread is gone, and the channel stays', async () => {
    await begin('2020-09-04T09:00:00+02:00', [14]);
    await install(await run());
    await eventually(async () => expect((await recorded('agreed', '2020-09-18', 14))?.status).toBe('posted'));
    connector.refuse({ status: 404 });
    await change({ AgreedDeadline: '2020-09-15T22:00:00Z' });
    await eventually(() => expect(cards()).toHaveLength(2));
    expect(cards()[1].conversationId).toBe(CHANNEL);
    expect(await site.desk().channels.active()).toHaveLength(1);
  });

  it('stops asking for requests for interpretation once it is decided', async () => {
    await begin('2020-08-07T09:00:00+02:00', [7]);
    const service = await run();
    const outcomes = overrideOutcomes(proposeInterpretation(meeting, [], workingGroup()), new Map());
    await new LanguageActions(site.desk('secretariat')).decide(meeting, outcomes, 'As agreed');
    await install(service);
    await site.desk().channels.upsert({ conversationKey: CHAT, reference: '{}', language: 'en', kinds: ['languageRequest'] });
    await twoMoreTicks();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await recorded('translation+languageRequest', '2020-08-17', 7))?.status).toBe('posted'));
    const reminder = cards().find(({ activity }) => activity.summary?.startsWith('Deadline reminder')) as SentActivity;
    expect(contentOf(reminder)).toContain('To be translated, a contribution must arrive');
    expect(contentOf(reminder)).not.toContain('Interpretation can be requested');
    await eventually(async () => expect(await recorded('translation+languageRequest', '2020-08-17', 7, CHAT)).toMatchObject({ status: 'skipped', skipReason: 'decided' }));
  });
});
