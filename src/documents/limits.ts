/** Bounds of what is read from one document. Every size is in bytes unless its name says otherwise. */
export interface DocumentLimits {
  /** Largest document taken. */
  readonly fileBytes: number;
  /** Most parts in an Office document (a zip archive). */
  readonly archiveParts: number;
  /** Most that all parts of an Office document may unpack to. */
  readonly unpackedBytes: number;
  /** Most that a part of more than {@link ratioFloorBytes} may unpack to, as a multiple of its packed size. */
  readonly compressionRatio: number;
  /** Unpacked size below which the compression ratio of a part is of no interest. */
  readonly ratioFloorBytes: number;
  /** Most unpacked bytes held in memory at once for one part. */
  readonly partBytes: number;
  /** Most unpacked bytes held in memory at once for all parts of a document. */
  readonly heldBytes: number;
  /** Length of the text sample in characters. */
  readonly sampleCharacters: number;
  /** Longest file name in characters. */
  readonly nameCharacters: number;
}

/**
 * The bounds of the product. Parts and unpacked size follow OWASP ASVS 5.0, 5.2.3; the ratio lies above what
 * repetitive spreadsheets reach (about 100) and far below what a bomb needs (up to 1,032 with Deflate); below 10 MB
 * even a document of one sentence repeated, which packs as well as a bomb, does no harm.
 * 128 characters for a name leave room for folder, symbol and language in SharePoint's 400 characters of path.
 */
export const DOCUMENT_LIMITS: DocumentLimits = {
  fileBytes: 250 * 1024 * 1024,
  archiveParts: 2_000,
  unpackedBytes: 200 * 1024 * 1024,
  compressionRatio: 200,
  ratioFloorBytes: 10 * 1024 * 1024,
  partBytes: 8 * 1024 * 1024,
  heldBytes: 64 * 1024 * 1024,
  sampleCharacters: 4_000,
  nameCharacters: 128
};
