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
    expect(given.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('are one number for a document that several writers number at once', async () => {
    const given = await Promise.all(Array.from({ length: 8 }, () => site.desk('secretariat').numbers.give('document', 7)));
    expect(new Set(given.map(({ number }) => number)).size).toBe(1);
    expect(await site.desk('member').numbers.of(7)).toEqual(given[0]);
  });

  it('stay with a document that is numbered again, also in another series', async () => {
    const { numbers } = site.desk('secretariat');
    expect(await numbers.give('information', 7)).toEqual({ series: 'information', number: 1 });
    expect(await numbers.give('document', 7)).toEqual({ series: 'information', number: 1 });
    expect(await numbers.of(7)).toEqual({ series: 'information', number: 1 });
  });

  it('count in each series on their own, after the highest that was given', async () => {
    const { numbers } = site.desk('secretariat');
    await numbers.enter({ series: 'document', number: 35 }, 1);
    await numbers.enter({ series: 'document', number: 3 }, 2);
    expect(await numbers.give('document', 3)).toMatchObject({ number: 36 });
    expect(await numbers.give('temporary', 4)).toMatchObject({ number: 1 });
  });

  it('count the parts of a document by their kind, and twelve writers at once never give one count twice', async () => {
    const { numbers } = site.desk('secretariat');
    const five = { series: 'document', number: 5 } as const;
    await numbers.enter(five, 1);
    await numbers.enter({ series: 'temporary', number: 5 }, 2);
    const revisions = await Promise.all(Array.from({ length: 12 }, (_, index) => site.desk('secretariat').numbers.givePart(five, 'revision', 100 + index)));
    expect(revisions.map(({ part }) => part?.count).sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await numbers.givePart(five, 'addendum', 200)).toEqual({ ...five, part: { kind: 'addendum', count: 1 } });
    expect(await numbers.givePart({ series: 'temporary', number: 5 }, 'revision', 201)).toMatchObject({ part: { count: 1 } });
    expect(await numbers.givePart(five, 'addendum', 200)).toMatchObject({ part: { count: 1 } });
    expect(await numbers.give('document', 300)).toEqual({ series: 'document', number: 6 });
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
      expect(await site.desk('secretariat', proxy.url).numbers.give('document', 7)).toMatchObject({ number: 1 });
      expect(await site.desk('secretariat').numbers.give('document', 8)).toMatchObject({ number: 2 });
    } finally {
      await proxy.stop();
    }
  });

  it('are not given by a delegate', async () => {
    await expect(site.desk('delegate.fr').numbers.give('document', 7)).rejects.toMatchObject({ kind: 'notAllowed' });
    expect(await site.desk('member').numbers.of(7)).toBeUndefined();
  });
});
