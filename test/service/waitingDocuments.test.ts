import { Temporal } from 'temporal-polyfill';
import { WaitingDocuments } from '../../src/service/waitingDocuments';
import type { DeskSite } from '../../src/site/deskSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('the documents that wait', () => {
  let site: TestSite;
  let desk: DeskSite;
  let waiting: WaitingDocuments;

  beforeEach(async () => {
    site = await provisionedSite();
    desk = site.desk();
    waiting = new WaitingDocuments(desk);
  });
  afterEach(() => site.stop());

  const later = async (duration: string): Promise<void> => {
    await site.administer('clock', { advanceBy: duration });
    // An answer of the site tells its new time.
    await desk.deskState.get('anything');
  };

  it('come up after a minute, then after twice as long each time, at most after an hour', async () => {
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await waiting.tryLater(7, undefined);
      await later(`PT${pause * 60 - 10}S`);
      expect(await waiting.due()).toEqual([]);
      await later('PT20S');
      expect(await waiting.due()).toEqual([7]);
    }
    await waiting.done(7);
    await waiting.tryLater(7, undefined);
    await later('PT70S');
    expect(await waiting.due()).toEqual([7]);
  });

  it('come up after a restart with what the log said of them, and what it says since', async () => {
    const [enteredAt, changedAt] = [Temporal.Instant.from('2020-08-10T08:00:00Z'), Temporal.Instant.from('2020-08-10T09:00:00Z')];
    await waiting.tryLater(7, { enteredAt, lastChangedAt: enteredAt });
    await waiting.awaitContent(8, undefined);
    await waiting.save();
    const restarted = new WaitingDocuments(site.desk());
    expect(JSON.stringify(await restarted.evidence(7, { lastChangedAt: changedAt }))).toBe(JSON.stringify({ enteredAt, lastChangedAt: changedAt }));
    expect(await restarted.evidence(9, undefined)).toBeUndefined();
    expect(restarted.count()).toBe(2);
    await restarted.done(7);
    await restarted.save();
    const again = new WaitingDocuments(site.desk());
    expect(await again.due()).toEqual([]);
    expect(again.count()).toBe(1);
  });

  it('do not become endlessly many', async () => {
    for (let id = 1; id <= 1000; id += 1) {
      expect(await waiting.tryLater(id, undefined)).toBe(true);
    }
    expect(await waiting.awaitContent(1001, undefined)).toBe(false);
    expect(await waiting.tryLater(1, undefined)).toBe(true);
    expect(waiting.count()).toBe(1000);
  });
});
