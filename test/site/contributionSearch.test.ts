import { openSite } from '../../src/site/deskSite';
import type { DeskSite } from '../../src/site/deskSite';
import { largeLibrary } from '../support/largeLibrary';
import type { LargeLibrary, LibraryValues } from '../support/largeLibrary';

const COUNT = 5200;

/** Every tenth document is not published; the word "rare" stands in the oldest and in the newest one. */
function valuesOf(number: number): LibraryValues {
  const title = number === 1 || number === COUNT ? `Rare ${number}` : `Document ${number}`;
  return { Title: title, Source: number % 2 === 0 ? 'Kenya' : 'Spain', DocStatus: number % 10 === 5 ? 'accepted' : 'published', DocNumber: number, MeetingId: number % 3 };
}

describe('the search for contributions in a library of more than 5,000', () => {
  let site: LargeLibrary;
  let contributions: DeskSite['contributions'];

  beforeAll(async () => {
    site = await largeLibrary(COUNT, valuesOf);
    ({ contributions } = openSite(site.connect()));
  });
  afterAll(() => site.stop());

  const titles = async (...asked: Parameters<DeskSite['contributions']['search']>) => (await contributions.search(...asked)).map(({ title }) => title);

  it('finds the latest, only published ones of others', async () => {
    const found = await titles({ words: [] }, 8);
    expect(found).toEqual(['Rare 5200', ...[5199, 5198, 5197, 5196, 5194, 5193, 5192].map((number) => `Document ${number}`)]);
  });

  it('finds a person’s own as well', async () => {
    expect(await titles({ words: [], author: 'delegate.ke@example.org' }, 6)).toContain('Document 5195');
    expect(await titles({ words: [], author: 'delegate.fr@example.org' }, 6)).not.toContain('Document 5195');
  });

  it('finds words in the oldest and in the newest', async () => {
    expect(await titles({ words: [{ text: 'rare', meetingIds: [] }] }, 10)).toEqual(['Rare 5200', 'Rare 1']);
  });

  it('finds by the source, the file’s name and the meeting', async () => {
    expect(await titles({ words: [{ text: 'kenya', meetingIds: [] }, { text: 'rare', meetingIds: [] }] }, 10)).toEqual(['Rare 5200']);
    expect(await titles({ words: [{ text: 'file-42.', meetingIds: [] }] }, 10)).toEqual(['Document 42']);
    // Their numbers leave a rest of 2 when divided by 3: the meetings' ids.
    expect(await titles({ words: [{ text: 'second', meetingIds: [2] }], meetingIds: [1, 2] }, 2)).toEqual(['Document 5198', 'Document 5192']);
  });
});
