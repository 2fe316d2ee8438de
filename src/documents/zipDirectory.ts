import { problem } from './documentProblem';
import type { DocumentLimits } from './limits';
import { shownText } from './shownText';

/** One entry of a zip archive, as the archive's central directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is Deflate (APPNOTE.TXT, 4.4.5). */
  readonly method: number;
  readonly packedSize: number;
  /** What the entry says it unpacks to. It may lie. */
  readonly declaredSize: number;
  /** Where the packed bytes begin in the archive. */
  readonly dataStart: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 0x1;
const UTF8_FLAG = 0x800;
const IN_ZIP64_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;

/**
 * The entries of a zip archive in the order of their bytes, after the checks that need no unpacking:
 * number, declared sizes, names, and that each entry has bytes of its own (APPNOTE.TXT 6.3.10, 4.3 and 4.4).
 * @throws DocumentProblem `unreadable`, `encrypted`, `tooManyParts`, `unpackedTooLarge` or `unsafePart`
 */
export function readZipDirectory(bytes: Uint8Array, limits: DocumentLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const directoryLength = view.getUint32(end + 12, true);
  const directoryStart = view.getUint32(end + 16, true);
  if (count > limits.archiveParts) {
    throw problem('tooManyParts', { limit: limits.archiveParts });
  }
  if (directoryStart + directoryLength > end) {
    throw problem('unreadable', {});
  }
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let declared = 0;
  let at = directoryStart;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, view, at, directoryStart, directoryStart + directoryLength);
    at = next;
    const key = entry.name.toLowerCase();
    if (isUnsafeName(entry.name) || names.has(key)) {
      throw problem('unsafePart', { part: shownText(entry.name) });
    }
    names.add(key);
    declared += entry.declaredSize;
    if (declared > limits.unpackedBytes) {
      throw problem('unpackedTooLarge', { limit: Math.floor(limits.unpackedBytes / 1024 / 1024) });
    }
    entries.push(entry);
  }
  // Entries beyond the declared count would be seen by readers that go by the directory's length.
  if (at !== directoryStart + directoryLength) {
    throw problem('unreadable', {});
  }
  return withoutOverlap(entries);
}

function findEndOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    const reachesEnd = view.getUint32(at, true) === END_OF_DIRECTORY && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength;
    if (reachesEnd) {
      return at;
    }
  }
  throw problem('unreadable', {});
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryStart: number,
  directoryEnd: number
): { entry: ZipEntry; next: number } {
  if (at + ENTRY_LENGTH > directoryEnd || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
    throw problem('unreadable', {});
  }
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraStart = at + ENTRY_LENGTH + nameLength;
  const extraLength = view.getUint16(at + 30, true);
  const next = extraStart + extraLength + view.getUint16(at + 32, true);
  if (next > directoryEnd) {
    throw problem('unreadable', {});
  }
  if ((flags & ENCRYPTED_FLAG) !== 0) {
    throw problem('encrypted', {});
  }
  const nameBytes = bytes.subarray(at + ENTRY_LENGTH, extraStart);
  const [declaredSize, packedSize, localStart] = readSizes(view, at, extraStart, extraStart + extraLength);
  return {
    entry: {
      name: new TextDecoder((flags & UTF8_FLAG) === 0 ? 'latin1' : 'utf-8').decode(nameBytes),
      method: view.getUint16(at + 10, true),
      packedSize,
      declaredSize,
      dataStart: findData(bytes, view, { localStart, nameBytes, packedSize, directoryStart })
    },
    next
  };
}

/** Unpacked size, packed size and place of an entry, those of four bytes or the longer ones of Zip64. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number): number[] {
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (!sizes.includes(IN_ZIP64_FIELD)) {
    return sizes;
  }
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    const fieldEnd = Math.min(field + 4 + view.getUint16(field + 2, true), extraEnd);
    if (view.getUint16(field, true) === ZIP64_FIELD) {
      let place = field + 4;
      return sizes.map((size) => {
        if (size !== IN_ZIP64_FIELD) {
          return size;
        }
        if (place + 8 > fieldEnd) {
          throw problem('unreadable', {});
        }
        place += 8;
        return Number(view.getBigUint64(place - 8, true));
      });
    }
  }
  throw problem('unreadable', {});
}

/** Where an entry's packed bytes begin. Its local header must tell the same name as the directory. */
function findData(
  bytes: Uint8Array,
  view: DataView,
  entry: { localStart: number; nameBytes: Uint8Array; packedSize: number; directoryStart: number }
): number {
  const nameStart = entry.localStart + LOCAL_LENGTH;
  if (nameStart > entry.directoryStart || view.getUint32(entry.localStart, true) !== LOCAL_ENTRY) {
    throw problem('unreadable', {});
  }
  const nameLength = view.getUint16(entry.localStart + 26, true);
  const dataStart = nameStart + nameLength + view.getUint16(entry.localStart + 28, true);
  const sameName =
    nameLength === entry.nameBytes.length && entry.nameBytes.every((byte, offset) => bytes[nameStart + offset] === byte);
  if (!sameName || dataStart + entry.packedSize > entry.directoryStart) {
    throw problem('unreadable', {});
  }
  return dataStart;
}

function isUnsafeName(name: string): boolean {
  return name === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').some((step) => step === '..' || step === '.');
}

/** Overlapping entries let a small archive declare little and unpack much. */
function withoutOverlap(entries: readonly ZipEntry[]): ZipEntry[] {
  const sorted = [...entries].sort((one, other) => one.dataStart - other.dataStart);
  for (let index = 1; index < sorted.length; index += 1) {
    const before = sorted[index - 1];
    const headerStart = sorted[index].dataStart - LOCAL_LENGTH;
    if (before.dataStart + before.packedSize > headerStart) {
      throw problem('unsafePart', { part: shownText(sorted[index].name) });
    }
  }
  return sorted;
}
