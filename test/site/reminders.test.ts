import { Temporal } from 'temporal-polyfill';
import type { Claim, ReminderRecord, ReminderSubject } from '../../src/site/reminders';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { lossyProxy } from './support/lossyProxy';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
});
afterAll(() => site.stop());

let count = 0;

/** A reminder that nobody has claimed yet. */
function subject(): ReminderSubject {
  count += 1;
  return { key: `2/translation+languageRequest/2020-08-17/7/19:o'neil-${count}@thread.tacv2`, kind: 'translation+languageRequest', meetingId: 2, dueAt: Temporal.Instant.from('2020-08-10T07:00:00Z') };
}

const claim = (...[first, ...others]: ReminderSubject[]): Promise<Claim[]> => site.desk().reminders.claim([first, ...others], crypto.randomUUID());
const postedAt = Temporal.Instant.from('2020-08-10T07:00:05Z');

async function stateOf({ key }: ReminderSubject): Promise<ReminderRecord | undefined> {
  return (await site.desk().reminders.find([key]))[0];
}

/** Leaves a reminder as one does who is stopped between claiming it and sending. */
async function leaveClaimed(reminder: ReminderSubject): Promise<void> {
  await site.desk().reminders.failed(await claim(reminder));
  const { sp } = site.connect('service');
  await sp.web.lists.getByTitle('Reminders').items.getById((await stateOf(reminder))?.id ?? 0).update({ ReminderStatus: 'claimed', Attempts: 1 });
}

describe('reminders', () => {
  it('are claimed by exactly one of twenty at once', async () => {
    const reminder = subject();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => claim(reminder)));
    expect(outcomes.flat()).toHaveLength(1);
    expect(await site.desk().reminders.find([reminder.key])).toHaveLength(1);
  });

  it('are claimed all together by one of those who want several', async () => {
    const all = [subject(), subject(), subject()];
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => claim(...all)));
    expect(outcomes.filter((claims) => claims.length > 0).map((claims) => claims.map(({ key }) => key))).toEqual([all.map(({ key }) => key)]);
    expect((await site.desk().reminders.find(all.map(({ key }) => key))).map(({ status }) => status)).toEqual(['sending', 'sending', 'sending']);
  });

  it('are claimed as far as they are free by whoever has the first', async () => {
    const [first, posted, failed, other] = [subject(), subject(), subject(), subject()];
    await site.desk().reminders.posted(await claim(posted), { activityId: '1', postedAt });
    await site.desk().reminders.failed(await claim(failed));
    const claims = await claim(first, posted, failed, other);
    expect(claims.map(({ key, attempts }) => [key, attempts]).sort()).toEqual([[first.key, 1], [failed.key, 2], [other.key, 1]].sort());
    expect((await stateOf(posted))?.activityId).toBe('1');
  });

  it('remember that they were posted, when and as what', async () => {
    const { reminders } = site.desk();
    const [reminder, other] = [subject(), subject()];
    await reminders.posted(await claim(reminder, other), { activityId: '1596000000000', postedAt });
    for (const each of [reminder, other]) {
      const record = await stateOf(each);
      expect(record).toMatchObject({ status: 'posted', activityId: '1596000000000', attempts: 1, meetingId: 2 });
      expect(record?.postedAt?.equals(postedAt)).toBe(true);
      expect(record?.dueAt.equals(reminder.dueAt)).toBe(true);
    }
    expect(await claim(reminder)).toEqual([]);
  });

  it('can be claimed again by one after they failed', async () => {
    const { reminders } = site.desk();
    const reminder = subject();
    await reminders.failed(await claim(reminder));
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(reminder)))).flat();
    expect(claims).toHaveLength(1);
    expect(claims[0].attempts).toBe(2);
  });

  it('that somebody claimed who is gone are taken over by one after some minutes, those that were being sent never', async () => {
    const own = await provisionedSite('2020-08-10T09:00:00+02:00');
    const shared = site;
    site = own;
    try {
      const [early, sending] = [subject(), subject()];
      await leaveClaimed(early);
      await claim(sending);
      expect(await claim(early)).toEqual([]);
      await own.administer('clock', { advanceTo: '2020-08-10T07:20:00Z' });
      const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(early)))).flat();
      expect(claims.map(({ attempts }) => attempts)).toEqual([1]);
      expect(await claim(sending)).toEqual([]);
    } finally {
      site = shared;
      await own.stop();
    }
  });

  it('are unfinished until they are posted or skipped, and interrupted when they are being sent for long', async () => {
    const { reminders } = site.desk();
    const [open, done, failed] = [subject(), subject(), subject()];
    await claim(open);
    await reminders.failed(await claim(failed));
    await reminders.posted(await claim(done), { activityId: '1', postedAt });
    const keys = (await reminders.unfinished()).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([open.key, failed.key]));
    expect(keys).not.toContain(done.key);
    expect(await reminders.interrupted()).toEqual([]);
    await site.administer('clock', { advanceBy: 'PT11M' });
    const interrupted = (await reminders.interrupted()).map(({ key }) => key);
    expect(interrupted).toContain(open.key);
    expect(interrupted).not.toContain(failed.key);
  });

  it('are given back by whoever claimed them and by nobody else', async () => {
    const { reminders } = site.desk();
    const [mine, others] = [subject(), subject()];
    await reminders.claim([mine], 'mine');
    await reminders.claim([others], 'theirs');
    await reminders.release([mine.key, others.key, 'unknown'], 'mine');
    expect([(await stateOf(mine))?.status, (await stateOf(others))?.status]).toEqual(['failed', 'sending']);
  });

  it('that are skipped are never posted, and skipping does not undo a post', async () => {
    const { reminders } = site.desk();
    const [skipped, posted, sending] = [subject(), subject(), subject()];
    expect(await reminders.skipped(skipped, 'overtaken')).toBe('skipped');
    expect(await claim(skipped)).toEqual([]);
    await reminders.posted(await claim(posted), { activityId: '1', postedAt });
    expect(await reminders.skipped(posted, 'tooLate')).toBe('posted');
    await claim(sending);
    expect(await reminders.skipped(sending, 'tooLate')).toBe('sending');
    expect([(await stateOf(skipped))?.status, (await stateOf(posted))?.status, (await stateOf(sending))?.status]).toEqual(['skipped', 'posted', 'sending']);
  });

  it('that failed are skipped when their time is over', async () => {
    const { reminders } = site.desk();
    const reminder = subject();
    await reminders.failed(await claim(reminder));
    expect(await reminders.skipped(reminder, 'tooLate')).toBe('skipped');
    expect(await stateOf(reminder)).toMatchObject({ status: 'skipped', skipReason: 'tooLate', attempts: 1 });
    expect(await claim(reminder)).toEqual([]);
  });

  it('are found by any number of keys', async () => {
    const { reminders } = site.desk();
    const all = Array.from({ length: 30 }, subject);
    await Promise.all(all.map((reminder) => reminders.skipped(reminder, 'moved')));
    const found = await reminders.find([...all.map(({ key }) => key), 'unknown']);
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(all.map(({ key }) => key)));
    expect(await reminders.find([])).toEqual([]);
  });

  it.each(['answer', 'request'] as const)('are claimed when the %s of the claim was lost', async (lost) => {
    const reminder = subject();
    const proxy = await lossyProxy(site.url, { method: 'POST', path: 'Reminders', lost });
    try {
      expect(await site.desk('service', proxy.url).reminders.claim([reminder], crypto.randomUUID())).toHaveLength(1);
      expect(await claim(reminder)).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });

  it.each([
    ['answer', 'answer'],
    ['request', 'answer'],
    ['answer', 'request'],
    ['request', 'request']
  ] as const)('are claimed together or not at all when the %s of the claims and the %s of the sending were lost', async (claiming, sending) => {
    const all = [subject(), subject(), subject()];
    const proxy = await lossyProxy(site.url, { method: 'POST', path: '$batch', lost: claiming }, { method: 'POST', path: '$batch', lost: sending });
    try {
      const [first, ...others] = all;
      const claims = await site.desk('service', proxy.url).reminders.claim([first, ...others], crypto.randomUUID());
      expect(claims).toHaveLength(sending === 'answer' ? 3 : 0);
      const states = (await site.desk().reminders.find(all.map(({ key }) => key))).map(({ status }) => status);
      expect(new Set(states)).toEqual(new Set([sending === 'answer' ? 'sending' : 'claimed']));
    } finally {
      await proxy.stop();
    }
  });

  it('are recorded as posted when the answer of the record was lost', async () => {
    const all = [subject(), subject()];
    const claims = await claim(...all);
    const proxy = await lossyProxy(site.url, { method: 'POST', path: '$batch', lost: 'answer' });
    try {
      await site.desk('service', proxy.url).reminders.posted(claims, { activityId: '1', postedAt });
    } finally {
      await proxy.stop();
    }
    expect((await site.desk().reminders.find(all.map(({ key }) => key))).map(({ status }) => status)).toEqual(['posted', 'posted']);
  });
});
