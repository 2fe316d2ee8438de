import { problem } from './documentProblem';
import type { DocumentLimits } from './limits';
import type { OfficePart } from './officePart';
import { xmlPrologReader } from './xmlReader';
import type { ZipEntry } from './zipDirectory';
import { inspectZip, type PartReader } from './zipInspection';

/** The parts of an Office document by name, as they are spelled in it. */
export type OfficeParts = ReadonlyMap<string, OfficePart>;

const HEAD_LENGTH = 16;
/** Parts that the checks or the readers look into. */
const READ_PARTS =
  /^(\[Content_Types\]\.xml|mimetype|docProps\/core\.xml|word\/document\d*\.xml|ppt\/presentation\.xml|ppt\/slides\/slide[1-3]\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/sheet1\.xml)$|\.rels$|\/embeddings\//i;
const XML_PARTS = /\.(xml|rels|vml)$/i;

/**
 * Unpacks an Office document within the bounds and keeps what the checks and readers need of it.
 * @throws DocumentProblem those of the zip inspection, and `documentTypeDeclaration` for any XML part that has one
 */
export function readOfficeParts(bytes: Uint8Array, limits: DocumentLimits): OfficeParts {
  const holders = new Map<string, PartHolder>();
  let room = limits.heldBytes;
  inspectZip(bytes, limits, (entry) => {
    const wanted = READ_PARTS.test(entry.name) ? Math.min(entry.declaredSize, limits.partBytes) : HEAD_LENGTH;
    room -= wanted;
    if (room < 0) {
      throw problem('unpackedTooLarge', { limit: Math.floor(limits.heldBytes / 1024 / 1024) });
    }
    const holder = new PartHolder(entry, Math.min(wanted, entry.declaredSize));
    holders.set(entry.name, holder);
    return XML_PARTS.test(entry.name) ? both(holder.take, xmlPrologReader(entry.name)) : holder.take;
  });
  return new Map(Array.from(holders, ([name, holder]) => [name, holder.part()]));
}

/** Keeps the first bytes of a part that comes in pieces. */
class PartHolder {
  private readonly _entry: ZipEntry;
  private readonly _kept: Uint8Array;
  private _filled = 0;

  public constructor(entry: ZipEntry, length: number) {
    this._entry = entry;
    this._kept = new Uint8Array(length);
  }

  public readonly take: PartReader = (piece) => {
    const wanted = piece.subarray(0, this._kept.length - this._filled);
    this._kept.set(wanted, this._filled);
    this._filled += wanted.length;
  };

  public part(): OfficePart {
    const isRead = READ_PARTS.test(this._entry.name);
    return {
      name: this._entry.name,
      size: this._entry.declaredSize,
      head: this._kept.subarray(0, HEAD_LENGTH),
      bytes: isRead ? this._kept : this._kept.subarray(0, 0)
    };
  }
}

function both(one: PartReader, other: PartReader): PartReader {
  return (piece) => {
    one(piece);
    other(piece);
  };
}
