import { Unzlib } from 'fflate';

import { asciiBytes, indexOfBytes } from './byteSearch';
import { DocumentProblem, problem } from './documentProblem';
import { finding, type Finding, type FindingCode } from './findings';
import type { DocumentLimits } from './limits';

/** Names of ISO 32000-1 that stand for what a PDF document does besides being read. */
const NAMES: readonly (readonly [RegExp, FindingCode & ('encrypted' | 'pdfScript' | 'pdfLaunch' | 'embeddedFile')])[] = [
  [/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/, 'encrypted'],
  [/\/S\s*\/JavaScript\b|\/JavaScript\s*(\d+\s+\d+\s+R|<<)/, 'pdfScript'],
  [/\/S\s*\/Launch\b/, 'pdfLaunch'],
  [/\/EmbeddedFiles?\b|\/RichMedia\b/, 'embeddedFile']
];

/** Text is searched in windows that overlap, so that a name on an edge is found. */
const WINDOW = 1024 * 1024;
const OVERLAP = 128;
const STREAM = asciiBytes('stream');
const END_OF_FILE_WITHIN = 4096;
/** An object stream begins with pairs of numbers (ISO 32000-1, 7.5.7). */
const OBJECT_STREAM_START = /^\s*(\d+\s+\d+\s+){1,8}/;
const FIRST_PIECE = 512;
const PACKED_PIECE = 16 * 1024;

/**
 * What a PDF document would do besides being read, found without parsing it: the whole file is searched as text,
 * and so are the object streams, in which names can be packed away. An encrypted document is not searched further.
 * @throws DocumentProblem `unreadable` when the end is missing, `unpackedTooLarge` when object streams cross the bound
 */
export function checkPdfSafety(bytes: Uint8Array, limits: DocumentLimits): Finding[] {
  const tail = latin1(bytes.subarray(-END_OF_FILE_WITHIN));
  if (!/startxref|%%EOF/.test(tail)) {
    throw problem('unreadable', {});
  }
  const found = new Set<FindingCode>();
  for (let at = 0; at < bytes.length; at += WINDOW) {
    searchNames(bytes.subarray(Math.max(0, at - OVERLAP), at + WINDOW), found);
  }
  if (found.has('encrypted')) {
    return [finding('encrypted', {})];
  }
  searchObjectStreams(bytes, limits, found);
  return NAMES.map(([, code]) => code)
    .filter((code) => found.has(code))
    .map((code) => (code === 'embeddedFile' ? finding('embeddedFile', { part: 'PDF' }) : finding(code as 'pdfScript', {})));
}

function searchNames(bytes: Uint8Array, found: Set<FindingCode>): void {
  // Any character of a name may be written as # and two digits (ISO 32000-1, 7.3.5).
  const text = latin1(bytes).replace(/#([0-9a-f]{2})/gi, (_match, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  for (const [pattern, code] of NAMES) {
    if (pattern.test(text)) {
      found.add(code);
    }
  }
}

function searchObjectStreams(bytes: Uint8Array, limits: DocumentLimits, found: Set<FindingCode>): void {
  let room = limits.unpackedBytes;
  for (let at = indexOfBytes(bytes, STREAM); at !== -1; at = indexOfBytes(bytes, STREAM, at + STREAM.length)) {
    const start = dataStart(bytes, at + STREAM.length);
    if (start !== undefined) {
      room -= searchStream(bytes, start, room, limits, found);
    }
  }
}

/** Where the data of a stream begins after its keyword and line end; undefined when it is not packed by Deflate. */
function dataStart(bytes: Uint8Array, afterKeyword: number): number | undefined {
  const start = afterKeyword + (bytes[afterKeyword] === 0x0d ? 1 : 0) + 1;
  const header = (bytes[start] << 8) | bytes[start + 1];
  return (bytes[start] & 0x0f) === 8 && header % 31 === 0 ? start : undefined;
}

/** Unpacks one stream as far as it looks like an object stream and searches it. Gives the unpacked size in bytes. */
function searchStream(bytes: Uint8Array, start: number, room: number, limits: DocumentLimits, found: Set<FindingCode>): number {
  let size = 0;
  let ended = false;
  let carried: Uint8Array = new Uint8Array(0);
  const inflater = new Unzlib((piece) => {
    size += piece.length;
    if (size > room) {
      throw problem('unpackedTooLarge', { limit: Math.floor(limits.unpackedBytes / 1024 / 1024) });
    }
    const text = join(carried, piece);
    if (size === piece.length && piece.length > 0 && !OBJECT_STREAM_START.test(latin1(piece.subarray(0, 128)))) {
      ended = true;
      return;
    }
    searchNames(text, found);
    carried = text.slice(-OVERLAP);
  });
  try {
    for (let at = start, step = FIRST_PIECE; at < bytes.length && !ended; at += step, step = PACKED_PIECE) {
      inflater.push(bytes.subarray(at, at + step));
      // The stream's end is not known; what follows it fails to unpack or adds nothing.
      ended = ended || isStreamEnd(bytes, at, at + step);
    }
  } catch (error) {
    if (error instanceof DocumentProblem) {
      throw error;
    }
  }
  return size;
}

function isStreamEnd(bytes: Uint8Array, from: number, to: number): boolean {
  return indexOfBytes(bytes, asciiBytes('endstream'), from, Math.min(to, bytes.length)) !== -1;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const joined = new Uint8Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
