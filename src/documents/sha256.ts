import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** The SHA-256 of bytes that are in memory, in lower-case hexadecimal digits, by the platform's own implementation. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** A SHA-256 that is fed in pieces, so that a document of any size needs only the memory of a piece. */
export interface IncrementalSha256 {
  readonly update: (piece: Uint8Array) => void;
  /** Ends the sum and gives it in lower-case hexadecimal digits. To be called once. */
  readonly hex: () => string;
}

/** A new, empty {@link IncrementalSha256}. WebCrypto has none, hence the library. */
export function incrementalSha256(): IncrementalSha256 {
  const hash = sha256.create();
  return {
    update: (piece) => {
      hash.update(piece);
    },
    hex: () => bytesToHex(hash.digest())
  };
}
