import fc from 'fast-check';
import { LANGUAGES } from '../../src/rules/language';
import { DOCUMENT_PARTS, DOCUMENT_SERIES, formatSymbol, parseSymbol } from '../../src/rules/numbering';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();

describe('the symbol of a document', () => {
  it('is written as the group writes it', () => {
    expect(formatSymbol({ series: 'document', number: 5, language: 'fr' }, group)).toBe('TDAG-WG-SOP/5-F');
    expect(formatSymbol({ series: 'document', number: 5, part: { kind: 'revision', count: 1 }, language: 'zh' }, group)).toBe('TDAG-WG-SOP/5(Rev.1)-C');
    expect(formatSymbol({ series: 'temporary', number: 1, language: 'en' }, group)).toBe('DT/1');
    expect(formatSymbol({ series: 'information', number: 2 }, group)).toBe('INF/2');
  });

  it.each([
    ['5', { series: 'document', number: 5 }],
    ['/5-f', { series: 'document', number: 5, language: 'fr' }],
    ['tdag-wg-sop/5(rev.1)-F', { series: 'document', number: 5, part: { kind: 'revision', count: 1 }, language: 'fr' }],
    [' 12 (Add 2) ', { series: 'document', number: 12, part: { kind: 'addendum', count: 2 } }],
    ['dt 1', { series: 'temporary', number: 1 }],
    ['TDAG-WG-SOP/DT/1', { series: 'temporary', number: 1 }],
    ['INF/2', { series: 'information', number: 2 }]
  ])('is read as people write it: %s', (text, symbol) => {
    expect(parseSymbol(text, group)).toEqual(symbol);
  });

  it.each(['0', 'five', '5-X', '5(Rev.)-F', '5(Rev.0)', '', '5 apples', 'OTHER-GROUP/5', 'DT'])('is not seen in %j', (text) => {
    expect(parseSymbol(text, group)).toBeUndefined();
  });

  it('is read back as it was written, for any series, number, part and language', () => {
    const parts = fc.record({ kind: fc.constantFrom(...DOCUMENT_PARTS), count: fc.integer({ min: 1, max: 999 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...DOCUMENT_SERIES),
        fc.integer({ min: 1, max: 999999 }),
        fc.option(parts, { nil: undefined }),
        fc.constantFrom(...LANGUAGES),
        (series, number, part, language) => {
          const symbol = { series, number, ...(part === undefined ? {} : { part }), ...(series === 'document' ? { language } : {}) };
          expect(parseSymbol(formatSymbol(symbol, group), group)).toEqual(symbol);
        }
      )
    );
  });
});
