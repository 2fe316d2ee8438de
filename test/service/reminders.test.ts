import type { ReminderRecord } from '../../src/site/reminders';
import { installs, startConnector } from '../support/connector';
import type { Connector } from '../support/connector';
import { eventually } from '../support/eventually';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { runService } from '../support/service';
import type { TestService } from '../support/service';

const CHANNEL = '19:general@thread.tacv2';

describe('the service and the reminders', () => {
  let site: TestSite;
  let connector: Connector;
  let services: TestService[];

  beforeEach(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00', { reminderDaysBefore: [7] });
    await addMeeting(site);
    connector = await startConnector();
    services = [];
  });

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

  async function stop(service: TestService): Promise<void> {
    services = services.filter((each) => each !== service);
    await service.stop();
  }

  async function install(service: TestService, locale = 'en-GB', place: 'channel' | 'groupChat' = 'channel'): Promise<void> {
    for (const activity of installs(place, locale)) {
      expect(await connector.post(service.messagesUrl, activity)).toBe(200);
    }
  }

  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const isReminder = (summary: string | undefined): boolean => /^(Deadline reminder|Rappel de délai)/.test(summary ?? '');
  const posted = (): string[] => connector.sent.filter(({ activity }) => isReminder(activity.summary)).map(({ activity }) => activity.summary ?? '');

  /** What is recorded for the deadlines of one day in a channel. */
  async function recorded(kinds: string, date: string, channel = CHANNEL): Promise<ReminderRecord | undefined> {
    const [meeting] = await site.desk().meetings.all();
    const [record] = await site.desk().reminders.find([`${meeting.id}/${kinds}/${date}/7/${channel}`]);
    return record;
  }
  const august = (channel?: string): Promise<ReminderRecord | undefined> => recorded('translation+languageRequest', '2020-08-17', channel);
  const september = (): Promise<ReminderRecord | undefined> => recorded('agreed', '2020-09-18');

  /** Waits until the reminders have been looked at twice more. */
  async function twoMoreTicks(service: TestService): Promise<void> {
    for (let tick = 0; tick < 2; tick += 1) {
      const last = (await service.health()).body.reminders.lastTickAt;
      await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
    }
  }

  it('posts each reminder once, when its deadline is seven days away, in the language of the channel', async () => {
    const service = await run();
    await install(service, 'fr-FR');
    await twoMoreTicks(service);
    expect(posted()).toEqual([]);

    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect((await august())?.status).toBe('posted'));
    expect(posted()).toEqual(['Rappel de délai : 7 jours restants']);
    expect(connector.sent.find(({ activity }) => isReminder(activity.summary))?.conversationId).toBe(CHANNEL);
    expect((await august())?.activityId).toMatch(/^activity-/);

    await advanceTo('2020-09-11T09:00:00');
    await eventually(async () => expect((await september())?.status).toBe('posted'));
    await twoMoreTicks(service);
    expect(posted()).toHaveLength(2);
  });

  it('posts once although several services look at the same time', async () => {
    const first = await run();
    await install(first);
    await install(first, 'en-GB', 'groupChat');
    await Promise.all([run(), run()]);
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => {
      expect((await august())?.status).toBe('posted');
      expect((await august('19:chat@thread.v2'))?.status).toBe('posted');
    });
    await Promise.all(services.map(twoMoreTicks));
    expect(posted()).toHaveLength(2);
  });

  it('catches up after being down, says how many days are left then, and posts nothing again', async () => {
    const before = await run();
    await install(before);
    await stop(before);
    await advanceTo('2020-08-14T15:00:00');
    const after = await run();
    await eventually(async () => expect((await august())?.status).toBe('posted'));
    await stop(after);
    await twoMoreTicks(await run());
    expect(posted()).toEqual(['Deadline reminder: 3 days left']);
  });

  it('does not post what is over, and records that it was skipped', async () => {
    const before = await run();
    await install(before);
    await stop(before);
    await advanceTo('2020-08-18T00:00:00');
    await run();
    await eventually(async () => expect((await august())?.status).toBe('skipped'));
    expect(posted()).toEqual([]);
  });

  it('waits when Teams asks for it, then posts once', async () => {
    const service = await run();
    await install(service);
    connector.refuse({ status: 429, headers: { 'Retry-After': '1' } }, { status: 412, headers: { 'Retry-After': '1' } });
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect(await august()).toMatchObject({ status: 'posted', attempts: 3 }));
    expect(posted()).toHaveLength(1);
  });

  it('closes a channel that Teams no longer lets it post to', async () => {
    const service = await run();
    await install(service);
    connector.refuse({ status: 403 });
    await advanceTo('2020-08-10T09:00:00');
    await eventually(async () => expect(await site.desk().channels.active()).toEqual([]));
    await twoMoreTicks(service);
    expect(posted()).toEqual([]);
    expect((await august())?.status).toBe('failed');
  });

  it('tells the secretariat once of a channel that is closed', async () => {
    const service = await run();
    await install(service);
    connector.signIn('secretariat@example.org');
    for (const activity of installs('personal')) {
      await connector.post(service.messagesUrl, activity);
    }
    connector.refuse({ status: 404 });
    await advanceTo('2020-08-10T09:00:00');
    const told = (): string[] => connector.sent.map(({ activity }) => activity.summary ?? '').filter((summary) => summary === 'A channel gets no reminders any more.');
    await eventually(() => expect(told()).toHaveLength(1));
    await twoMoreTicks(service);
    await stop(service);
    await twoMoreTicks(await run());
    expect(told()).toHaveLength(1);
  });

  it('does not post again what may have been posted, and reports it', async () => {
    const service = await run();
    await install(service);
    connector.cutNext();
    await advanceTo('2020-08-10T09:00:00');
    await eventually(() => expect(posted()).toHaveLength(1));
    await twoMoreTicks(service);
    await stop(service);
    await advanceTo('2020-08-10T10:00:00');
    const restarted = await run();
    await eventually(async () => expect((await restarted.health()).body.reminders.interrupted).toBe(1));
    expect((await august())?.status).toBe('sending');
    expect(posted()).toHaveLength(1);
  });

  it('follows a deadline that moves', async () => {
    const service = await run();
    await install(service);
    const [meeting] = await site.desk().meetings.all();
    const { sp } = site.connect('secretariat');
    await sp.web.lists.getByTitle('Meetings').items.getById(meeting.id).update({ AgreedDeadline: '2020-09-09T22:00:00Z' });
    await advanceTo('2020-09-03T09:00:00');
    await eventually(async () => expect((await recorded('agreed', '2020-09-10'))?.status).toBe('posted'));
  });
});
