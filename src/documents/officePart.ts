/** A part of an Office document. */
export interface OfficePart {
  readonly name: string;
  /** Unpacked size in bytes. */
  readonly size: number;
  /** The first bytes, enough to recognise a kind of file. */
  readonly head: Uint8Array;
  /** The beginning of a part that is read further, all of it when it is not larger than the bound; else empty. */
  readonly bytes: Uint8Array;
}
