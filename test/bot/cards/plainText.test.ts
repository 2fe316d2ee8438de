import * as fc from 'fast-check';
import { plainText } from '../../../src/bot/cards/plainText';

describe('plain text in cards', () => {
  it('leaves ordinary titles alone, in every script', () => {
    for (const title of ['Connectivity in rural areas', 'Indicateurs « stratégiques » – 2020/2021', 'مساهمة بشأن التوصيلية', '关于连通性的文稿', 'Вклад о связи']) {
      expect(plainText(title)).toBe(title);
    }
  });

  it('leaves Markdown as the characters that they are, because text runs do not read it', () => {
    expect(plainText('**bold** _it_ [here](http://x.example) 5 * 3')).toBe('**bold** _it_ [here](http://x.example) 5 * 3');
  });

  it('does not let a title turn the text around or hide in it', () => {
    expect(plainText('report\u202Excod.exe')).toBe('report xcod.exe');
    expect(plainText('a\u0000b\u200Bc\nd')).toBe('a b c d');
  });

  it('does not let a title call the date functions of Adaptive Cards', () => {
    expect(plainText('{{DATE(2020-10-01T00:00:00Z, SHORT)}}')).not.toContain('{{');
  });

  it('cuts what is too long between characters', () => {
    expect(plainText('😀'.repeat(50), 10)).toBe(`${'😀'.repeat(9)}…`);
  });

  it('never gives control or reordering characters, double braces or more than its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 100 }), (text, longest) => {
        const shown = plainText(text, longest);
        expect(shown).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\{\{/u);
        expect(Array.from(shown).length).toBeLessThanOrEqual(longest);
      })
    );
  });
});
