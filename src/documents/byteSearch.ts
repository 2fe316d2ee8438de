/** Where `needle` first stands in `bytes` from `from` up to (not including) `end`, or -1. */
export function indexOfBytes(bytes: Uint8Array, needle: Uint8Array, from = 0, end = bytes.length): number {
  const last = end - needle.length;
  for (let at = bytes.indexOf(needle[0], from); at !== -1 && at <= last; at = bytes.indexOf(needle[0], at + 1)) {
    if (needle.every((byte, offset) => bytes[at + offset] === byte)) {
      return at;
    }
  }
  return -1;
}

/** Whether `bytes` begin with `prefix`. */
export function startsWithBytes(bytes: Uint8Array, prefix: ArrayLike<number>): boolean {
  return bytes.length >= prefix.length && Array.prototype.every.call(prefix, (byte, offset) => bytes[offset] === byte);
}

/** The bytes of a text in ASCII, one a character. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The bytes of a text in UTF-16, least significant byte first, as compound files write names. */
export function utf16Bytes(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]));
}
