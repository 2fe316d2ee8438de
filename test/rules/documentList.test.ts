import * as fc from 'fast-check';
import { DOC_STATUSES, PART_KINDS, STANDINGS } from '../../src/rules/contribution';
import { documentListOf } from '../../src/rules/documentList';
import type { ListSubject } from '../../src/rules/documentList';
import { DOCUMENT_SERIES } from '../../src/rules/numbering';

const optional = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const documents: fc.Arbitrary<ListSubject[]> = fc
  .array(
    fc.record({
      docSeries: optional(...DOCUMENT_SERIES),
      docNumber: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      partKind: optional(...PART_KINDS),
      partCount: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      standing: optional(...STANDINGS),
      docStatus: optional(...DOC_STATUSES)
    })
  )
  .map((all) => all.map((each, index) => ({ ...each, id: index + 1 })));

describe("a meeting's list of documents", () => {
  it('goes by series and number, a revision after its document, and what has no number last, as it came', () => {
    const listed = documentListOf<ListSubject>([
      { id: 1 },
      { id: 2, docSeries: 'temporary', docNumber: 1 },
      { id: 3, docSeries: 'document', docNumber: 12 },
      { id: 4, docSeries: 'document', docNumber: 5, partKind: 'revision', partCount: 2 },
      { id: 5, docSeries: 'document', docNumber: 5, partKind: 'revision', partCount: 1 },
      { id: 6, docSeries: 'document', docNumber: 5 },
      { id: 7 }
    ]);
    expect(listed.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1, 7]);
  });

  it('has neither what is held for the next meeting nor language versions, and keeps the number of what was withdrawn', () => {
    const listed = documentListOf<ListSubject>([
      { id: 1, standing: 'held', docNumber: 1 },
      { id: 2, docStatus: 'held', docNumber: 2 },
      { id: 3, partKind: 'languageVersion', docNumber: 3 },
      { id: 4, partKind: 'replacement', docNumber: 3 },
      { id: 5, docStatus: 'withdrawn' },
      { id: 6, docStatus: 'withdrawn', docNumber: 6, standing: 'held' }
    ]);
    expect(listed.map(({ id }) => id)).toEqual([6]);
  });

  it('is the same list again when it is listed again, in whatever order it is given', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const listed = documentListOf(all);
        expect(documentListOf([...all].reverse())).toEqual(listed);
        expect(documentListOf(listed)).toEqual(listed);
        const numbered = listed.map(({ docNumber }) => docNumber !== undefined);
        expect(numbered.lastIndexOf(true) < (numbered.includes(false) ? numbered.indexOf(false) : Infinity)).toBe(true);
      })
    );
  });
});
