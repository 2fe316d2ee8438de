import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';
import { lossyProxy } from './support/lossyProxy';

let site: TestSite;

beforeEach(async () => {
  site = await provisionedSite();
});
afterEach(() => site.stop());

describe('numbers', () => {
  it('are never given twice by twenty writers at once', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, (_, index) => site.desk('secretariat').numbers.give('document', 100 + index)));
    expect([...given].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('are one number for a document that several writers number at once', async () => {
    const given = await Promise.all(Array.from({ length: 8 }, () => site.desk('secretariat').numbers.give('document', 7)));
    expect(new Set(given).size).toBe(1);
    expect(await site.desk('member').numbers.of(7)).toEqual({ series: 'document', number: given[0] });
  });

  it('stay with a document that is numbered again, also in another series', async () => {
    const { numbers } = site.desk('secretariat');
    expect(await numbers.give('information', 7)).toBe(1);
    expect(await numbers.give('document', 7)).toBe(1);
    expect(await numbers.of(7)).toEqual({ series: 'information', number: 1 });
  });

  it('count in each series on their own, after the highest that was given', async () => {
    const { numbers } = site.desk('secretariat');
    await numbers.enter({ series: 'document', number: 35 }, 1);
    await numbers.enter({ series: 'document', number: 3 }, 2);
    expect(await numbers.give('document', 3)).toBe(36);
    expect(await numbers.give('temporary', 4)).toBe(1);
  });

  it('that were given elsewhere are entered once, for one document', async () => {
    const { numbers } = site.desk('secretariat');
    await numbers.enter({ series: 'document', number: 35 }, 1);
    await numbers.enter({ series: 'document', number: 35 }, 1);
    await expect(numbers.enter({ series: 'document', number: 35 }, 2)).rejects.toMatchObject({ kind: 'duplicate' });
  });

  it.each(['answer', 'request'] as const)('are given once when the %s was lost', async (lost) => {
    const proxy = await lossyProxy(site.url, { method: 'POST', path: 'Numbers', lost });
    try {
      expect(await site.desk('secretariat', proxy.url).numbers.give('document', 7)).toBe(1);
      expect(await site.desk('secretariat').numbers.give('document', 8)).toBe(2);
    } finally {
      await proxy.stop();
    }
  });

  it('are not given by a delegate', async () => {
    await expect(site.desk('delegate.fr').numbers.give('document', 7)).rejects.toMatchObject({ kind: 'notAllowed' });
    expect(await site.desk('member').numbers.of(7)).toBeUndefined();
  });
});
