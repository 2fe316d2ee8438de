import '@pnp/sp/site-groups/web';
import { Temporal } from 'temporal-polyfill';
import type { Meeting } from '../../src/rules/meeting';
import { planReminders, reminderKey } from '../../src/rules/reminderPlan';
import type { PostOrder } from '../../src/site/postOrders';
import { SITE_GROUPS } from '../../src/site/schema';
import { secretariatAddresses } from '../../src/site/secretariatMembers';
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

describe('orders to post a reminder before its time', () => {
  let site: TestSite;
  let connector: Connector;
  let service: TestService;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00', { reminderDaysBefore: [7] });
    await addMeeting(site);
    [meeting] = await site.desk().meetings.all();
    connector = await startConnector();
    service = await runService(site);
    for (const activity of installs('channel')) {
      await connector.post(service.messagesUrl, activity);
    }
    await eventually(async () => expect(await site.desk().channels.active()).toHaveLength(1));
  });
  afterEach(async () => {
    await service.stop();
    await connector.stop();
    await site.stop();
  });

  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const posted = (): string[] => connector.sent.map(({ activity }) => activity.summary ?? '').filter((summary) => summary.startsWith('Deadline reminder'));
  const orders = (): Promise<PostOrder[]> => site.desk().postOrders.aboutMeeting(meeting.id);
  /** The key of the reminder of 11 September: a week before the agreed deadline. */
  const planned = async (): Promise<string> => {
    const [reminder] = planReminders(meeting, await site.desk().configuration.read()).filter(({ deadlines }) => deadlines[0].kind === 'agreed');
    return reminderKey(reminder, '');
  };
  const order = async (user = 'secretariat', earlier = 0): Promise<void> => site.desk(user).postOrders.order(await planned(), meeting.id, earlier);
  const settled = async (): Promise<PostOrder> => {
    await eventually(async () => expect((await orders()).every(({ status }) => status !== 'wanted')).toBe(true));
    return (await orders()).at(-1) as PostOrder;
  };

  async function twoMoreTicks(): Promise<void> {
    for (let tick = 0; tick < 2; tick += 1) {
      const last = (await service.health()).body.reminders.lastTickAt;
      await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
    }
  }

  it('are carried out at once under the ordinary key, so that the reminder does not come again at its time', async () => {
    await order();
    expect(await settled()).toMatchObject({ status: 'done', orderedBy: { email: 'secretariat@example.org' } });
    expect(posted()).toEqual(['Deadline reminder: 46 days left']);
    const key = `${await planned()}${CHANNEL}`;
    expect(await site.desk().reminders.find([key])).toMatchObject([{ status: 'posted', kind: 'agreed', meetingId: meeting.id }]);
    await advanceTo('2020-09-11T09:00:00');
    await twoMoreTicks();
    expect(posted()).toHaveLength(1);
  });

  it('cannot be given twice at one time, nor by anybody outside the secretariat', async () => {
    await expect(order('delegate.fr')).rejects.toMatchObject({ name: 'SiteError' });
    await expect(site.desk('delegate.fr').postOrders.aboutMeeting(meeting.id)).rejects.toMatchObject({ name: 'SiteError' });
    await service.stop();
    await order();
    await expect(order()).rejects.toMatchObject({ kind: 'duplicate' });
    service = await runService(site);
    await settled();
    expect(posted()).toHaveLength(1);
  });

  it('are refused when whoever gave them has left the secretariat', async () => {
    await service.stop();
    await order();
    const connection = site.connect('service');
    expect(await secretariatAddresses(connection)).toContain('secretariat@example.org');
    await connection.sp.web.siteGroups.getByName(SITE_GROUPS.secretariat).users.removeByLoginName('i:0#.f|membership|secretariat@example.org');
    service = await runService(site);
    expect(await settled()).toMatchObject({ status: 'refused', refusal: 'notSecretariat' });
    expect(posted()).toEqual([]);
  });

  it('are refused with the reason when the deadline has passed, and when the plan has no such reminder any more', async () => {
    await service.stop();
    await order();
    await advanceTo('2020-09-19T00:00:00');
    service = await runService(site);
    expect(await settled()).toMatchObject({ status: 'refused', refusal: 'tooLate' });
    const shown = await site.desk().meetings.getForChange(meeting.id);
    await site.desk().meetings.change({ ...meeting, status: 'cancelled' }, shown?.etag ?? '');
    await order('secretariat', 1);
    expect(await settled()).toMatchObject({ status: 'refused', refusal: 'notPlanned' });
    expect(posted()).toEqual([]);
  });

  it('are refused while all reminders are paused, and can be given anew afterwards', async () => {
    await site.desk('secretariat').reminderPause.set(true);
    await order();
    expect(await settled()).toMatchObject({ status: 'refused', refusal: 'paused' });
    await site.desk('secretariat').reminderPause.set(false);
    await order('secretariat', 1);
    expect(await settled()).toMatchObject({ status: 'done' });
    expect(posted()).toHaveLength(1);
  });

  it('are refused when nobody gets the reminder', async () => {
    const { channels } = site.desk();
    await channels.subscribe(CHANNEL, { language: 'en', kinds: ['opening'] }, 'active');
    await order();
    expect(await settled()).toMatchObject({ status: 'refused', refusal: 'nobody' });
  });

  it('wait for the end of quiet hours and for Teams to take the post', async () => {
    await site.desk().channels.subscribe(CHANNEL, { language: 'en', kinds: [], quietHours: { from: Temporal.PlainTime.from('08:00'), to: Temporal.PlainTime.from('12:00') } }, 'active');
    await order();
    await twoMoreTicks();
    expect((await orders())[0].status).toBe('wanted');
    connector.refuse({ status: 429, headers: { 'Retry-After': '1' } });
    await advanceTo('2020-08-03T12:00:00');
    expect(await settled()).toMatchObject({ status: 'done' });
    expect(posted()).toHaveLength(1);
  });
});

describe('pauses', () => {
  let site: TestSite;
  let connector: Connector;
  let service: TestService;

  beforeEach(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00', { reminderDaysBefore: [30, 14, 7, 1] });
    await addMeeting(site);
    connector = await startConnector();
    service = await runService(site);
    for (const activity of installs('channel')) {
      await connector.post(service.messagesUrl, activity);
    }
    await eventually(async () => expect(posted()).toHaveLength(1));
    connector.sent.length = 0;
  });
  afterEach(async () => {
    await service.stop();
    await connector.stop();
    await site.stop();
  });

  const posted = (): string[] => connector.sent.map(({ activity }) => activity.summary ?? '').filter((summary) => summary.startsWith('Deadline reminder'));
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const settings = { language: 'en', kinds: [] } as const;
  const ticked = async (): Promise<void> => {
    const last = (await service.health()).body.reminders.lastTickAt;
    await eventually(async () => expect((await service.health()).body.reminders.lastTickAt).not.toBe(last));
  };

  it('of one channel end with one message of what is still open, not with everything that fell due meanwhile', async () => {
    await site.desk('secretariat').channels.subscribe(CHANNEL, settings, 'paused');
    await ticked();
    await advanceTo('2020-09-17T10:00:00');
    await ticked();
    expect(posted()).toEqual([]);
    await site.desk('secretariat').channels.subscribe(CHANNEL, settings, 'active');
    await eventually(async () => expect(posted()).toHaveLength(1));
    await ticked();
    expect(posted()).toEqual(['Deadline reminder: 2 deadlines; for the first: 1 day left']);
    const [meeting] = await site.desk().meetings.all();
    const keys = [30, 14, 7, 1].map((days) => `${meeting.id}/translation+languageRequest/2020-08-17/${days}/${CHANNEL}`);
    await eventually(async () => {
      const skipped = await site.desk().reminders.find(keys);
      expect(skipped.map(({ status, skipReason }) => [status, skipReason])).toContainEqual(['skipped', 'tooLate']);
    });
  });

  it('of everything post and record nothing until they end', async () => {
    await site.desk('secretariat').reminderPause.set(true);
    await eventually(async () => expect((await service.health()).body.reminders.paused).toBe(true));
    await advanceTo('2020-09-17T10:00:00');
    await ticked();
    await ticked();
    expect(posted()).toEqual([]);
    expect(await site.desk().reminderPause.read()).toMatchObject({ isPaused: true, by: { email: 'secretariat@example.org' } });
    await site.desk('secretariat').reminderPause.set(false);
    await eventually(async () => expect(posted()).toHaveLength(1));
    await ticked();
    expect(posted()).toHaveLength(1);
  });
});
