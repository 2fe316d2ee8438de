import * as fc from 'fast-check';
import { searchIn, searchQuery } from '../../../src/bot/messageExtension/searchQuery';
import { symbolNamedIn } from '../../../src/bot/messageExtension/symbols';
import { LANGUAGES } from '../../../src/rules/language';
import { DOCUMENT_PARTS, DOCUMENT_SERIES, formatSymbol } from '../../../src/rules/numbering';
import type { DocumentSymbol } from '../../../src/rules/numbering';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();

describe('what is typed into the search', () => {
  it.each([
    ['5', { series: 'document', number: 5 }, true],
    [' TDAG-WG-SOP/5(Rev.1)-F ', { series: 'document', number: 5, part: { kind: 'revision', count: 1 }, language: 'fr' }, false],
    ['dt 1', { series: 'temporary', number: 1 }, false],
    ['Document TDAG-WG-SOP/5', { series: 'document', number: 5 }, false]
  ])('“%s” names a document', (typed, symbol, isBareNumber) => {
    expect(searchQuery(typed, group)).toMatchObject({ symbol, isBareNumber });
  });

  it.each([
    ['rural  connectivity,', ['rural', 'connectivity']],
    ['“L’avenir” de l’UIT-D', ['L’avenir', 'de', 'l’UIT-D']],
    ['农村 连通性', ['农村', '连通性']],
    ['وثيقة الميزانية', ['وثيقة', 'الميزانية']],
    ['budget budget', ['budget']],
    ['... --- ???', []],
    ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']]
  ])('“%s” is words', (typed, words) => {
    expect(searchQuery(typed, group)).toMatchObject({ words });
  });

  it('never asks for more than a page, nor further back than anybody leafs', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (parameters, skip, count) => {
        const asked = searchIn({ parameters, queryOptions: { skip, count } }, group);
        expect(asked.count).toBeGreaterThan(0);
        expect(asked.count).toBeLessThanOrEqual(25);
        expect(asked.skip).toBeGreaterThanOrEqual(0);
        expect(asked.skip).toBeLessThanOrEqual(500);
        expect(asked.words.length).toBeLessThanOrEqual(6);
      })
    );
  });

  it('holds no word that a request’s address could not carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
        const { words } = searchQuery(typed, group);
        expect(words.join('').length).toBeLessThanOrEqual(80);
        expect(words.every((word) => !/[\p{Cc}"%<>*?#]/u.test(word))).toBe(true);
      })
    );
  });
});

const symbols: fc.Arbitrary<DocumentSymbol> = fc
  .record({
    series: fc.constantFrom(...DOCUMENT_SERIES),
    number: fc.integer({ min: 1, max: 999_999 }),
    part: fc.option(fc.record({ kind: fc.constantFrom(...DOCUMENT_PARTS), count: fc.integer({ min: 1, max: 99 }) }), { nil: undefined }),
    language: fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined })
  })
  .map(({ series, number, part, language }) => ({
    series,
    number,
    ...(part === undefined ? {} : { part }),
    ...(language === undefined || series !== 'document' ? {} : { language })
  }));

describe('the symbol that a message names', () => {
  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(symbols, fc.constantFrom('', 'see ', '(', 'Voir le document ', '关于'), fc.constantFrom('', '.', ', please', ') ', ' et'), (symbol, before, after) => {
        expect(symbolNamedIn(`${before} ${formatSymbol(symbol, group)}${after}`, group)?.symbol).toEqual(symbol);
      })
    );
  });

  it.each(['we are 5', 'on 1/10', 'chapter 5(Rev.1)', 'SOP/5', 'XDT/5', 'TDAG-WG-SOP', 'DT/0', ''])('is not in “%s”', (text) => {
    expect(symbolNamedIn(text, group)).toBeUndefined();
  });

  it('is looked for in any text without trouble', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(() => symbolNamedIn(text, group)).not.toThrow();
      })
    );
  });
});
