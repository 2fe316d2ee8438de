import type { Meeting } from '../../src/rules/meeting';
import type { ReminderRecord } from '../../src/site/reminders';
import { geneva } from '../support/meeting';
import { addMeeting } from '../support/meetingOnSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { GatedService } from './support/gatedService';
import type { Gap } from './support/ledgerWrites';
import { CountingTeams } from './support/teamsPlace';

const CHANNEL = '19:a@thread.tacv2';

describe('what is posted once', () => {
  let site: TestSite;
  let teams: CountingTeams;
  let meeting: Meeting;

  beforeEach(async () => {
    site = await provisionedSite('2020-08-03T09:00:00+02:00', { reminderDaysBefore: [7] });
    teams = new CountingTeams();
    meeting = await addMeeting(site);
    await enter(CHANNEL);
  });
  afterEach(() => site.stop());

  const enter = (conversationKey: string): Promise<void> => site.desk().channels.upsert({ conversationKey, reference: '{}', language: 'en', kinds: [] });
  const service = (): GatedService => new GatedService(site.url, teams);
  const advanceTo = (wallClock: string): Promise<void> => site.administer('clock', { advanceTo: geneva(wallClock).toString() });
  const advanceBy = (duration: string): Promise<void> => site.administer('clock', { advanceBy: duration });
  const keyOf = ({ id }: Meeting, kinds = 'translation+languageRequest', date = '2020-08-17', channel = CHANNEL): string => `${id}/${kinds}/${date}/7/${channel}`;

  async function recordOf(key: string): Promise<ReminderRecord | undefined> {
    return (await site.desk().reminders.find([key]))[0];
  }
  async function change(values: Record<string, unknown>, list = 'Meetings', id = meeting.id): Promise<void> {
    await site.connect('secretariat').sp.web.lists.getByTitle(list).items.getById(id).update(values);
  }

  describe.each([
    ['one reminder', 1],
    ['two reminders in one message', 2]
  ])('of %s', (_name, count) => {
    const gaps: [Gap['step'], Gap['side'], 'posted' | 'sending', number][] = [
      ...(count === 1 ? [] : ([['claim', 'before', 'posted', count], ['claim', 'after', 'posted', count]] as [Gap['step'], Gap['side'], 'posted', number][])),
      ['send', 'before', 'posted', count],
      ['send', 'after', 'sending', 0],
      ['post', 'before', 'sending', 0],
      ['post', 'after', 'sending', count],
      ['record', 'before', 'sending', count],
      ['record', 'after', 'posted', count]
    ];
    it.each(gaps)('after a kill at "%s", "%s" each is %s, and Teams took %d of them', async (step, side, status, taken) => {
      const keys = [keyOf(meeting)];
      if (count === 2) {
        keys.push(keyOf(await addMeeting(site, { title: 'Another meeting' })));
      }
      const [victim, other] = [service(), service()];
      victim.gap = { step, side };
      await advanceTo('2020-08-10T09:00:00');
      expect(await victim.tick()).toBe(false);
      // At once, after the claim is old, and after what is being sent counts as interrupted.
      for (const pause of ['PT1S', 'PT6M', 'PT11M', 'PT30M']) {
        await advanceBy(pause);
        await other.tick();
        await service().tick();
      }
      expect(await Promise.all(keys.map(async (key) => (await recordOf(key))?.status))).toEqual(keys.map(() => status));
      expect(teams.keys().sort()).toEqual(taken === 0 ? [] : [...keys].sort());
      expect((await site.desk().reminders.interrupted(10)).map(({ key }) => key).sort()).toEqual(status === 'sending' ? [...keys].sort() : []);
    });
  });

  it('is posted by another service when the one that claimed it fails and is stopped', async () => {
    const [first, second] = [service(), service()];
    await Promise.all([first.tick(), second.tick()]);
    await advanceTo('2020-08-10T09:00:00');
    teams.next.push('later');
    await second.tick();
    await first.tick();
    expect((await recordOf(keyOf(meeting)))?.status).toBe('failed');
    second.kill();
    await advanceBy('PT5M');
    await first.tick();
    expect(await recordOf(keyOf(meeting))).toMatchObject({ status: 'posted', attempts: 2 });
  });

  it('is tried by one service no sooner than the pause after the failure of another', async () => {
    const [first, second] = [service(), service()];
    await Promise.all([first.tick(), second.tick()]);
    await advanceTo('2020-08-10T09:00:00');
    teams.next.push('refuses');
    await first.tick();
    await second.tick();
    expect(teams.attempts).toBe(1);
    await advanceBy('PT16S');
    await second.tick();
    expect(teams.taken).toHaveLength(1);
  });

  it('is recorded as skipped when Teams refused it until its deadline had passed', async () => {
    const one = service();
    await advanceTo('2020-08-17T23:59:30');
    teams.next.push('later');
    await one.tick();
    expect((await recordOf(keyOf(meeting)))?.status).toBe('failed');
    await advanceTo('2020-08-18T00:00:00');
    await one.tick();
    expect(await recordOf(keyOf(meeting))).toMatchObject({ status: 'skipped', skipReason: 'tooLate', attempts: 1 });
  });

  it('is recorded as skipped also when its channel is closed, once nobody can want it any more', async () => {
    const one = service();
    await advanceTo('2020-08-10T09:00:00');
    teams.gone.add(CHANNEL);
    await one.tick();
    expect((await recordOf(keyOf(meeting)))?.status).toBe('failed');
    await advanceTo('2020-08-17T23:59:00');
    await one.tick();
    expect((await recordOf(keyOf(meeting)))?.status).toBe('failed');
    await advanceTo('2020-08-18T00:00:01');
    await one.tick();
    expect(await recordOf(keyOf(meeting))).toMatchObject({ status: 'skipped', skipReason: 'tooLate' });
  });

  it('is recorded as soon as the site can be reached again after the post', async () => {
    const one = service();
    await advanceTo('2020-08-10T09:00:00');
    await site.administer('faults', { kind: 'drop', method: 'MERGE', path: 'Reminders', count: 3 });
    await one.tick().catch(() => undefined);
    expect(teams.taken).toHaveLength(1);
    expect((await recordOf(keyOf(meeting)))?.status).toBe('sending');
    await one.tick();
    expect(await recordOf(keyOf(meeting))).toMatchObject({ status: 'posted', activityId: 'activity-1' });
    expect(teams.attempts).toBe(1);
  });

  it('pauses no longer than its pause when the clock is set back meanwhile', async () => {
    const one = service();
    one.skew = 2 * 3600;
    await advanceTo('2020-08-10T10:00:00');
    teams.next.push('refuses');
    await one.tick();
    one.skew = 0;
    await one.tick();
    expect(teams.taken).toHaveLength(1);
  });

  it('is recorded when it was due by dates that only a service saw that is gone', async () => {
    const [first, second] = [service(), service()];
    await Promise.all([first.tick(), second.tick()]);
    // The deadline is brought forward, so that its reminder is due; the first keeps these dates, and Teams takes nothing.
    await advanceTo('2020-09-07T09:00:00');
    await change({ AgreedDeadline: '2020-09-13T22:00:00Z' });
    teams.next.push('later');
    await first.tick();
    first.kill();
    await change({ AgreedDeadline: '2020-09-27T22:00:00Z' });
    await second.tick();
    expect(await recordOf(keyOf(meeting, 'agreed', '2020-09-14'))).toMatchObject({ status: 'skipped', skipReason: 'moved' });
  });

  it('is recorded also when new dates drop it while it pauses', async () => {
    const one = service();
    await one.tick();
    await advanceTo('2020-09-11T09:00:00');
    teams.next.push('later');
    await one.tick();
    await change({ AgreedDeadline: '2020-09-24T22:00:00Z' });
    await advanceBy('PT31S');
    await one.tick();
    expect(await recordOf(keyOf(meeting, 'agreed', '2020-09-18'))).toMatchObject({ status: 'skipped', skipReason: 'moved' });
  });

  describe('about a channel that is closed', () => {
    const chat = 'id-of-secretariat@example.org';
    const told = (): number => teams.taken.filter(({ target }) => target === chat).length;

    beforeEach(async () => {
      await site.desk().personalChats.remember({ personKey: chat, email: 'secretariat@example.org', reference: '{}', language: 'en' });
    });

    it('is told again when it was closed again, and not when somebody changed it', async () => {
      const { channels } = site.desk();
      const one = service();
      await channels.close(CHANNEL);
      await one.tick();
      expect(told()).toBe(1);
      await advanceBy('PT1H');
      await change({ Title: 'Another name' }, 'Channels', (await channels.byKey(CHANNEL))?.id);
      await one.tick();
      expect(told()).toBe(1);
      await enter(CHANNEL);
      await one.tick();
      await advanceBy('PT1H');
      await channels.close(CHANNEL);
      await Promise.all([one.tick(), service().tick()]);
      expect(told()).toBe(2);
    });

    it('is tried once in a chat that is gone, and the chat is closed', async () => {
      teams.gone.add(chat);
      await site.desk().channels.close(CHANNEL);
      for (const each of [service(), service()]) {
        for (let tick = 0; tick < 3; tick += 1) {
          await each.tick();
          await advanceBy('PT10M');
        }
      }
      expect(teams.attempts).toBe(1);
      expect(await site.desk().personalChats.byEmail('secretariat@example.org')).toBeUndefined();
    });
  });
});
