import { ContributionPages } from '../../src/site/contributionPages';
import type { LibraryOrder, LibraryPage, LibraryQuery } from '../../src/site/contributionPages';
import { largeLibrary } from '../support/largeLibrary';
import type { LargeLibrary, LibraryValues } from '../support/largeLibrary';

const COUNT = 6300;

/** Five of six documents are published, each fiftieth is for meeting 7; one in the middle is rare in all ways. */
function valuesOf(number: number): LibraryValues {
  return {
    Title: number === 3000 ? 'A needle' : `Document ${number}`,
    Source: number % 3 === 0 ? "Côte d'Ivoire" : number % 3 === 1 ? 'Spain' : 'Kenya',
    DocStatus: number % 6 === 0 ? 'received' : 'published',
    Standing: number === 3000 ? 'held' : 'translated',
    DocNumber: number,
    ...(number % 50 === 0 ? { MeetingId: 7 } : number % 5 === 0 ? {} : { MeetingId: (number % 2) + 1 })
  };
}

describe('the library page by page, with more than 5,000 documents', () => {
  let site: LargeLibrary;
  let pages: ContributionPages;
  beforeAll(async () => {
    site = await largeLibrary(COUNT, valuesOf);
    pages = new ContributionPages(site.connect('secretariat'));
  });
  afterAll(() => site.stop());

  const numbers = ({ documents }: LibraryPage): (number | undefined)[] => documents.map(({ docNumber }) => docNumber);
  const first = (query: LibraryQuery, order: LibraryOrder = 'newest', size = 5): Promise<LibraryPage> => pages.first(query, order, size);
  const all = async (query: LibraryQuery, order: LibraryOrder, size: number): Promise<(number | undefined)[]> => {
    const found: (number | undefined)[] = [];
    for (let page: LibraryPage | undefined = await pages.first(query, order, size); page !== undefined; page = await page.more?.()) {
      found.push(...numbers(page));
    }
    return found;
  };
  const where = (fits: (number: number) => boolean): number[] => Array.from({ length: COUNT }, (_, index) => COUNT - index).filter(fits);

  it('is there at once in each order, without any condition', async () => {
    expect(numbers(await first({}))).toEqual([6300, 6299, 6298, 6297, 6296]);
    expect(numbers(await first({}, 'oldest'))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(await first({}, 'number'))).toEqual([6300, 6299, 6298, 6297, 6296]);
    expect((await first({}, 'source')).documents.map(({ source }) => source)).toEqual(Array(5).fill("Côte d'Ivoire"));
  });

  it('goes on where a page ended, in each order, and meets each document once', async () => {
    expect(await all({}, 'newest', 4500)).toEqual(where(() => true));
    expect(await all({ meetingId: 7 }, 'number', 60)).toEqual(where((number) => number % 50 === 0));
    expect(await all({ meetingId: 7 }, 'oldest', 60)).toEqual(where((number) => number % 50 === 0).reverse());
  });

  it('is narrowed by whichever index leaves few enough', async () => {
    const page = await first({ status: 'published', meetingId: 7 }, 'number', 500);
    expect(page.order).toBe('number');
    expect(numbers(page)).toEqual(where((number) => number % 50 === 0 && number % 6 !== 0));
    expect(numbers(await first({ standing: 'held', status: 'received' }, 'due'))).toEqual([3000]);
    expect(numbers(await first({ meetingId: 'none' }, 'number'))).toEqual([6295, 6290, 6285, 6280, 6275]);
    expect(numbers(await first({ sources: ["Côte d'Ivoire"] }, 'oldest'))).toEqual([3, 6, 9, 12, 15]);
  });

  it('comes in the order of arrival when no index leaves few enough, every document once', async () => {
    const page = await first({ status: 'published', standing: 'translated' }, 'source');
    expect(page).toMatchObject({ order: 'newest', isPartial: false });
    expect(await all({ status: 'published' }, 'due', 700)).toEqual(where((number) => number % 6 !== 0));
    expect(await all({ status: 'published' }, 'oldest', 700)).toEqual(where((number) => number % 6 !== 0).reverse());
  });

  it('finds documents by words, by number and by what their source is not', async () => {
    expect(numbers(await first({ words: ['NEEDLE'] }))).toEqual([3000]);
    expect(numbers(await first({ words: ['needle', 'ivoire'] }))).toEqual([3000]);
    expect(numbers(await first({ words: ['needle', 'kenya'] }))).toEqual([]);
    expect(numbers(await first({ symbol: { series: 'document', number: 77 } }, 'source'))).toEqual([77]);
    expect((await first({ otherSources: ['Spain', "Côte d'Ivoire"] })).documents.map(({ source }) => source)).toEqual(Array(5).fill('Kenya'));
  });

  it('asks the site a handful of times for a page, whatever the library holds', async () => {
    const original = globalThis.fetch;
    const asked = async (query: LibraryQuery): Promise<number> => {
      let count = 0;
      globalThis.fetch = (...parameters) => {
        count += 1;
        return original(...parameters);
      };
      try {
        await pages.first(query, 'newest', 60);
      } finally {
        globalThis.fetch = original;
      }
      return count;
    };
    expect(await asked({})).toBe(1);
    expect(await asked({ meetingId: 7, status: 'published' })).toBe(1);
    // The index is tried, then the newest id is asked for and one window.
    expect(await asked({ status: 'published' })).toBe(3);
  });
});
