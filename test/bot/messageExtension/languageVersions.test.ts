import * as fc from 'fast-check';
import { oneVersionEach } from '../../../src/bot/messageExtension/languageVersions';
import { contribution } from '../../support/contribution';
import { workingGroup } from '../../support/workingGroup';

const group = workingGroup();
const version = (id: number, docSymbol: string | undefined, originalLanguage: 'en' | 'fr' | 'es' = 'en') => contribution({ id, originalLanguage, ...(docSymbol === undefined ? {} : { docSymbol }) });
const ids = (...versions: ReturnType<typeof version>[]) => (language: 'en' | 'fr' | 'zh'): number[] => oneVersionEach(versions, language, group).map(({ id }) => id);

describe('documents with language versions', () => {
  it('are shown once, in the person’s language, else in the original one', () => {
    const shown = ids(version(1, 'TDAG-WG-SOP/5-S', 'fr'), version(2, 'TDAG-WG-SOP/5-F', 'fr'), version(3, 'TDAG-WG-SOP/5-E', 'fr'));
    expect(shown('en')).toEqual([3]);
    expect(shown('zh')).toEqual([2]);
  });

  it('are others when they are a revision, of another series, or without a symbol', () => {
    expect(ids(version(1, 'TDAG-WG-SOP/5-E'), version(2, 'TDAG-WG-SOP/5(Rev.1)-E'), version(3, 'DT/5'), version(4, undefined), version(5, undefined))('en')).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep their order when more of them are read', () => {
    const symbols = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('E', 'F', 'S', 'A')), { maxLength: 40 });
    fc.assert(
      fc.property(symbols, fc.nat({ max: 40 }), (all, read) => {
        const versions = all.map(([number, letter], index) => version(index + 1, `TDAG-WG-SOP/${number}-${letter}`));
        const numbers = (some: typeof versions): (string | undefined)[] => oneVersionEach(some, 'en', group).map(({ docSymbol }) => docSymbol?.replace(/-.$/, ''));
        const first = numbers(versions.slice(0, read));
        expect(numbers(versions).slice(0, first.length)).toEqual(first);
      })
    );
  });
});
