import { Temporal } from 'temporal-polyfill';
import { DocumentRecords } from '../../src/service/documentRecords';
import type { DocumentRecord } from '../../src/service/documentRecords';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('the records of documents', () => {
  let site: TestSite;
  let records: DocumentRecords;

  beforeAll(async () => {
    site = await provisionedSite();
  });
  beforeEach(() => {
    records = new DocumentRecords(site.desk().deskState);
  });
  afterAll(() => site.stop());

  const document = (id: number): { id: number; uniqueId: string } => ({ id, uniqueId: `00000000-0000-0000-0000-${String(id).padStart(12, '0')}` });
  const arrived = (id: number): DocumentRecord => ({
    state: 'arrived',
    receivedAt: Temporal.Instant.from('2020-08-10T08:00:00Z').add({ seconds: id }),
    contentTag: `tag ${id}`,
    sha256: 'a'.repeat(64),
    inspection: { type: 'docx', findings: [] }
  });

  /** How many requests some work sends to the site. */
  async function requestsOf(work: () => Promise<unknown>): Promise<number> {
    const sent = jest.spyOn(globalThis, 'fetch');
    try {
      await work();
      return sent.mock.calls.length;
    } finally {
      sent.mockRestore();
    }
  }

  it('come back as they were kept, each with the item that it is filed under', async () => {
    await records.set(document(1), { state: 'empty' });
    await records.set(document(1), { ...arrived(1), sameContentAs: 'first.docx' } as DocumentRecord);
    expect(JSON.stringify(await records.get(document(1)))).toBe(JSON.stringify({ record: { ...arrived(1), sameContentAs: 'first.docx' }, item: 1 }));
    expect(await records.get(document(99))).toBeUndefined();
  });

  it('of neighbouring documents are read with one request', async () => {
    const documents = Array.from({ length: 20 }, (_unused, index) => document(100 + index));
    for (const each of documents) {
      await records.set(each, arrived(each.id));
    }
    let found: Awaited<ReturnType<DocumentRecords['ofPage']>> = new Map();
    expect(await requestsOf(async () => (found = await records.ofPage(documents)))).toBe(1);
    expect([...found.keys()]).toEqual(documents.map(({ id }) => id));
    expect(JSON.stringify(found.get(107)?.record)).toBe(JSON.stringify(arrived(107)));
  });

  it('are found for documents that lie far apart, that are new, and that were filed by their key alone or before they moved', async () => {
    await records.set(document(200), arrived(200));
    await records.set(document(90_000), arrived(90_000));
    const moved = { id: 5, uniqueId: document(300).uniqueId };
    await records.set(document(300), arrived(300));
    const byKey = document(400);
    await site.desk().deskState.set(`document/${byKey.uniqueId}`, JSON.stringify({ state: 'empty' }));
    const found = await records.ofPage([moved, document(200), byKey, document(401), document(90_000)]);
    expect([...found].map(([id, { item }]) => [id, item])).toEqual([[5, 300], [200, 200], [400, undefined], [90_000, 90_000]]);
    expect(found.get(400)?.record).toEqual({ state: 'empty' });
    await records.set(moved, arrived(5));
    expect((await records.get(moved))?.item).toBe(5);
  });
});
