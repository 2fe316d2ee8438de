import { Temporal } from 'temporal-polyfill';
import type { Claim, ReminderSubject } from '../../src/site/reminders';
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

async function claimed(reminder: ReminderSubject): Promise<Claim> {
  const claim = await site.desk().reminders.claim(reminder);
  if (claim === 'taken') {
    throw new Error('The reminder is taken');
  }
  return claim;
}

describe('reminders', () => {
  it('are claimed by exactly one of twenty at once', async () => {
    const reminder = subject();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => site.desk().reminders.claim(reminder)));
    expect(outcomes.filter((outcome) => outcome !== 'taken')).toHaveLength(1);
    expect(await site.desk().reminders.find([reminder.key])).toHaveLength(1);
  });

  it('remember that they were posted, when and as what', async () => {
    const { reminders } = site.desk();
    const reminder = subject();
    const claim = await claimed(reminder);
    const postedAt = Temporal.Instant.from('2020-08-10T07:00:05Z');
    await reminders.posted(claim, { activityId: '1596000000000', postedAt });
    const [record] = await reminders.find([reminder.key]);
    expect(record).toMatchObject({ status: 'posted', activityId: '1596000000000', attempts: 1, meetingId: 2 });
    expect(record.postedAt?.equals(postedAt)).toBe(true);
    expect(record.dueAt.equals(reminder.dueAt)).toBe(true);
    expect(await reminders.claim(reminder)).toBe('taken');
  });

  it('can be claimed again by one after they failed', async () => {
    const { reminders } = site.desk();
    const reminder = subject();
    await reminders.failed(await claimed(reminder));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => site.desk().reminders.claim(reminder)));
    const claims = outcomes.filter((outcome): outcome is Claim => outcome !== 'taken');
    expect(claims).toHaveLength(1);
    expect(claims[0].attempts).toBe(2);
  });

  it('are unfinished while they are claimed only', async () => {
    const { reminders } = site.desk();
    const [open, done] = [subject(), subject()];
    await claimed(open);
    await reminders.posted(await claimed(done), { activityId: '1', postedAt: Temporal.Instant.from('2020-08-10T07:00:05Z') });
    const keys = (await reminders.unfinished()).map(({ key }) => key);
    expect(keys).toContain(open.key);
    expect(keys).not.toContain(done.key);
  });

  it('that are skipped are never posted, and skipping does not undo a post', async () => {
    const { reminders } = site.desk();
    const [skipped, posted] = [subject(), subject()];
    await reminders.skipped(skipped, 'overtaken');
    expect(await reminders.claim(skipped)).toBe('taken');
    await reminders.posted(await claimed(posted), { activityId: '1', postedAt: Temporal.Instant.from('2020-08-10T07:00:05Z') });
    await reminders.skipped(posted, 'tooLate');
    expect((await reminders.find([skipped.key, posted.key])).map(({ status }) => status).sort()).toEqual(['posted', 'skipped']);
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
      expect(await site.desk('service', proxy.url).reminders.claim(reminder)).not.toBe('taken');
      expect(await site.desk().reminders.claim(reminder)).toBe('taken');
    } finally {
      await proxy.stop();
    }
  });
});
