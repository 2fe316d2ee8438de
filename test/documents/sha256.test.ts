import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { incrementalSha256, sha256Hex } from '../../src/documents/sha256';

describe('the SHA-256 of a document', () => {
  it('is the same in one go, in pieces, and as the operating system computes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), async (pieces) => {
        const whole = Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
        const sum = incrementalSha256();
        pieces.forEach((piece) => sum.update(piece));
        const expected = createHash('sha256').update(whole).digest('hex');
        expect(await sha256Hex(whole)).toBe(expected);
        expect(sum.hex()).toBe(expected);
      })
    );
  });
});
