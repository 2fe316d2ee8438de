import type { Contributions } from '../../src/site/contributions';

/** A document's bytes as the library has them. */
export async function contentOf(contributions: Contributions, id: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of contributions.contentPieces(id)) {
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
