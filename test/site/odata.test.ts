import fc from 'fast-check';
import { quoted } from '../../src/site/odata';

describe('a quoted text', () => {
  it('can be read back and never ends early', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", 'a', ' ', ')') }), (text) => {
        const literal = quoted(text);
        expect(literal).toMatch(/^'(?:[^']|'')*'$/);
        expect(literal.slice(1, -1).replace(/''/g, "'")).toBe(text);
      })
    );
  });
});
