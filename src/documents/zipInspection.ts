import { Inflate } from 'fflate';

import { DocumentProblem, problem } from './documentProblem';
import type { DocumentLimits } from './limits';
import { shownText } from './shownText';
import { readZipDirectory, type ZipEntry } from './zipDirectory';

/** What takes the unpacked bytes of a part, piece by piece. */
export type PartReader = (piece: Uint8Array) => void;

const STORED = 0;
const DEFLATED = 8;
/** Packed bytes fed to the inflater at once: Deflate can make at most about 16 MB of them. */
const PACKED_PIECE = 16 * 1024;

/**
 * Unpacks every part of a zip archive once, in pieces, holding no more than a piece, and stops at the first bound
 * that is crossed. What is declared is checked before any unpacking, what is real is counted while unpacking.
 * @param readerFor the reader of a part's bytes, or nothing when only its size matters
 * @throws DocumentProblem those of {@link readZipDirectory}, `suspiciousCompression`, and those of a reader
 */
export function inspectZip(
  bytes: Uint8Array,
  limits: DocumentLimits,
  readerFor: (entry: ZipEntry) => PartReader | undefined
): ZipEntry[] {
  const entries = readZipDirectory(bytes, limits);
  for (const entry of entries) {
    refuseRatio(entry, entry.declaredSize, limits);
  }
  for (const entry of entries) {
    unpack(bytes, entry, limits, readerFor(entry));
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: ZipEntry, limits: DocumentLimits, reader: PartReader | undefined): void {
  let size = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.declaredSize) {
      refuseRatio(entry, size, limits);
      throw problem('unreadable', {});
    }
    reader?.(piece);
  };
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  if (entry.method === STORED) {
    take(packed);
  } else if (entry.method === DEFLATED) {
    inflate(packed, take);
  } else {
    throw problem('unreadable', {});
  }
  if (size !== entry.declaredSize) {
    throw problem('unreadable', {});
  }
}

function inflate(packed: Uint8Array, take: PartReader): void {
  const inflater = new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += PACKED_PIECE) {
      inflater.push(packed.subarray(at, at + PACKED_PIECE), at + PACKED_PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof DocumentProblem ? error : problem('unreadable', {});
  }
}

function refuseRatio(entry: ZipEntry, size: number, limits: DocumentLimits): void {
  if (size > limits.ratioFloorBytes && size > entry.packedSize * limits.compressionRatio) {
    throw problem('suspiciousCompression', { part: shownText(entry.name) });
  }
}
