import { deflateSync, strToU8 } from 'fflate';

/** One entry of a hand-made zip archive; what is not given is written truthfully. */
export interface RawEntry {
  readonly name: string;
  /** Unpacked content, a text or bytes. */
  readonly content: string | Uint8Array;
  /** Stored without compression when true. */
  readonly stored?: boolean;
  /** What the archive says the entry unpacks to. */
  readonly declaredSize?: number;
  /** The name in the local header, when it lies. */
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  /** Where the local header is said to be, when nothing is written for this entry itself. */
  readonly localAt?: number;
}

/** A zip archive, byte for byte as the entries say, so that it can also lie. */
export function writeZip(entries: readonly RawEntry[], comment = ''): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? strToU8(entry.content) : entry.content;
    const method = entry.method ?? (entry.stored === true ? 0 : 8);
    const packed = entry.stored === true ? content : deflateSync(content);
    const local = entry.localAt ?? at;
    const declared = entry.declaredSize ?? content.length;
    const flags = (entry.flags ?? 0) | 0x800;
    if (entry.localAt === undefined) {
      const header = localHeader(entry.localName ?? entry.name, { flags, method, packed: packed.length, declared });
      chunks.push(header, packed);
      at += header.length + packed.length;
    }
    const name = strToU8(entry.name);
    directory.push(
      fields([0x02014b50, 4], [20, 2], [20, 2], [flags, 2], [method, 2], [0, 4], [0, 4], [packed.length, 4], [declared, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [local, 4]),
      name
    );
  }
  const directoryLength = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const note = strToU8(comment);
  const end = fields([0x06054b50, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [directoryLength, 4], [at, 4], [note.length, 2]);
  return concatenate([...chunks, ...directory, end, note]);
}

/** The header that stands before the bytes of an entry. */
export function localHeader(name: string, sizes: { flags: number; method: number; packed: number; declared: number }): Uint8Array {
  const { flags, method, packed, declared } = sizes;
  const nameBytes = strToU8(name);
  return concatenate([
    fields([0x04034b50, 4], [20, 2], [flags, 2], [method, 2], [0, 4], [0, 4], [packed, 4], [declared, 4], [nameBytes.length, 2], [0, 2]),
    nameBytes
  ]);
}

/** Bytes one after the other. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Numbers with their lengths in bytes, least significant byte first. */
function fields(...values: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([value, length]) => Array.from({ length }, (_unused, index) => (value >>> (8 * index)) & 0xff))
  );
}
