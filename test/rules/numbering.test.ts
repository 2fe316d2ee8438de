import fc from 'fast-check';
import { LANGUAGES } from '../../src/rules/language';
import { formatSymbol, parseSymbol } from '../../src/rules/numbering';
import { workingGroup } from '../support/workingGroup';

const group = workingGroup();

describe('the symbol of a document', () => {
  it('is written as the group writes it', () => {
    expect(formatSymbol({ number: 5, language: 'fr' }, group)).toBe('TDAG-WG-SOP/5-F');
    expect(formatSymbol({ number: 5, part: { kind: 'revision', count: 1 }, language: 'zh' }, group)).toBe('TDAG-WG-SOP/5(Rev.1)-C');
  });

  it.each([
    ['5', { number: 5 }],
    ['/5-f', { number: 5, language: 'fr' }],
    ['tdag-wg-sop/5(rev.1)-F', { number: 5, part: { kind: 'revision', count: 1 }, language: 'fr' }],
    [' 12 (Add 2) ', { number: 12, part: { kind: 'addendum', count: 2 } }]
  ])('is read as people write it: %s', (text, symbol) => {
    expect(parseSymbol(text, group)).toEqual(symbol);
  });

  it.each(['0', 'five', '5-X', '5(Rev.)-F', '', '5 apples', 'OTHER-GROUP/5'])('is not seen in %j', (text) => {
    expect(parseSymbol(text, group)).toBeUndefined();
  });

  it('is read back as it was written, for any number, part and language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999999 }),
        fc.option(fc.record({ kind: fc.constantFrom('revision' as const, 'addendum' as const, 'corrigendum' as const), count: fc.integer({ min: 1, max: 999 }) }), { nil: undefined }),
        fc.constantFrom(...LANGUAGES),
        (number, part, language) => {
          const symbol = { number, ...(part === undefined ? {} : { part }), language };
          expect(parseSymbol(formatSymbol(symbol, group), group)).toEqual(symbol);
        }
      )
    );
  });
});
