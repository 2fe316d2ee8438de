import { SITE_SCHEMA } from '../../src/site/schema';
import type { ReminderStatus } from '../../src/site/reminders';
import { fillList } from '../support/filledList';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

/** More than the site lets a condition find. */
const MANY = 5100;

/** So many reminders of each state. */
async function siteWith(counts: Partial<Record<ReminderStatus, number>>): Promise<TestSite> {
  const rows = Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, index) => ({ Title: 'agreed', ReminderKey: `${status}/${index}`, ReminderKind: 'agreed', DueAt: '2020-08-10T07:00:00Z', ReminderStatus: status, Attempts: 1 }))
  );
  return provisionedSite('2020-08-10T12:00:00+02:00', {}, (folder) => fillList(folder, SITE_SCHEMA.reminders.title, rows));
}

describe('among more reminders than the site lets a condition find', () => {
  let site: TestSite;
  afterEach(() => site.stop());

  it('the few without an end are found', async () => {
    site = await siteWith({ posted: MANY, claimed: 2, sending: 3, failed: 4 });
    const { reminders } = site.desk();
    expect((await reminders.unfinished()).map(({ status }) => status).sort()).toEqual([...Array<string>(2).fill('claimed'), ...Array<string>(4).fill('failed'), ...Array<string>(3).fill('sending')]);
    expect(await reminders.interrupted()).toHaveLength(3);
  });

  it('those without an end are found also when they are too many themselves', async () => {
    site = await siteWith({ failed: MANY, sending: MANY, claimed: 1 });
    const { reminders } = site.desk();
    expect(new Set((await reminders.unfinished()).map(({ key }) => key)).size).toBe(2 * MANY + 1);
    expect(await reminders.interrupted()).toHaveLength(MANY);
  });
});
