import { asciiBytes, indexOfBytes, startsWithBytes } from './byteSearch';
import { compoundKind, isCompoundFile } from './compoundFile';
import { finding, type Finding } from './findings';
import type { ContentTypes } from './officePackage';
import type { OfficeParts } from './officeParts';

/** A type that is a zip archive of parts. */
export type OfficeType = 'docx' | 'pptx' | 'xlsx';
/** The types of document that are taken as contributions, by the ending of their names. */
export type DocumentType = OfficeType | 'pdf';

/** What the bytes are: a type that is taken, a zip archive to look into, or the finding that says why not. */
type DetectedType =
  | { readonly kind: 'pdf' }
  | { readonly kind: 'zip' }
  | { readonly kind: 'refused'; readonly finding: Finding };

/** Main parts of Office documents that are taken, by content type (ECMA-376 part 1, and ISO 29500 strict alike). */
const TAKEN_MAIN_PARTS: readonly (readonly [string, OfficeType])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.ms-word.document.macroenabled.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
  ['application/vnd.ms-powerpoint.presentation.macroenabled.main+xml', 'pptx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
  ['application/vnd.ms-excel.sheet.macroenabled.main+xml', 'xlsx']
];

/** Other documents inside a zip archive and what to save them as. */
const OTHER_MAIN_PARTS: readonly (readonly [RegExp, string, string])[] = [
  [/wordprocessingml\.template|ms-word\.template/, 'Word template', 'DOCX'],
  [/presentationml\.(template|slideshow)|ms-powerpoint\.(template|slideshow)/, 'PowerPoint template', 'PPTX'],
  [/spreadsheetml\.template|ms-excel\.template/, 'Excel template', 'XLSX'],
  [/ms-excel\.sheet\.binary/, 'XLSB', 'XLSX'],
  [/^application\/vnd\.oasis\.opendocument\.text/, 'ODT', 'DOCX'],
  [/^application\/vnd\.oasis\.opendocument\.presentation/, 'ODP', 'PPTX'],
  [/^application\/vnd\.oasis\.opendocument\.spreadsheet/, 'ODS', 'XLSX']
];

/** Beginnings of files that are not taken and the name people know them by. */
const REFUSED_BEGINNINGS: readonly (readonly [readonly number[], string])[] = [
  [[0x4d, 0x5a], 'EXE'],
  [[0x7f, 0x45, 0x4c, 0x46], 'ELF'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'Mach-O'],
  [[0x23, 0x21], 'SH'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x49, 0x49, 0x2a, 0x00], 'TIFF'],
  [[0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], 'LNK']
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = asciiBytes('%PDF-');
/** Readers accept a PDF header within the first 1,024 bytes (ISO 32000-1, annex H, note 13). */
const PDF_HEADER_WITHIN = 1024;

/** What a document is by its first bytes and, for compound files, by its streams; never by its name. */
export function detectType(bytes: Uint8Array): DetectedType {
  if (startsWithBytes(bytes, ZIP)) {
    return { kind: 'zip' };
  }
  if (isCompoundFile(bytes)) {
    return { kind: 'refused', finding: refusedCompound(bytes) };
  }
  const refused = REFUSED_BEGINNINGS.find(([beginning]) => startsWithBytes(bytes, beginning));
  if (refused !== undefined) {
    return { kind: 'refused', finding: finding('typeNotAllowed', { detected: refused[1] }) };
  }
  if (indexOfBytes(bytes, PDF, 0, Math.min(bytes.length, PDF_HEADER_WITHIN)) !== -1) {
    return { kind: 'pdf' };
  }
  if (startsWithBytes(bytes, asciiBytes('{\\rtf'))) {
    return { kind: 'refused', finding: finding('saveAsAllowedType', { detected: 'RTF', saveAs: 'DOCX' }) };
  }
  return { kind: 'refused', finding: finding('typeNotAllowed', { detected: isText(bytes) ? 'TXT' : 'BIN' }) };
}

/**
 * What a zip archive is: by the content type of its main part, as Office goes by, or by the `mimetype` part of
 * OpenDocument.
 * @param mainPart name of the main part, when the archive names one
 */
export function detectOfficeType(
  parts: OfficeParts,
  contentTypes: ContentTypes | undefined,
  mainPart: string | undefined
): OfficeType | Finding {
  const mimetype = new TextDecoder().decode(parts.get('mimetype')?.bytes).trim();
  const declared = contentTypes === undefined || mainPart === undefined ? mimetype : contentTypes.of(mainPart);
  const taken = TAKEN_MAIN_PARTS.find(([type]) => declared === type);
  if (taken !== undefined) {
    return taken[1];
  }
  const other = OTHER_MAIN_PARTS.find(([pattern]) => pattern.test(declared));
  return other === undefined
    ? finding('typeNotAllowed', { detected: 'ZIP' })
    : finding('saveAsAllowedType', { detected: other[1], saveAs: other[2] });
}

/** Whether the bytes begin like a program or a script. */
export function isProgram(head: Uint8Array): boolean {
  const programs = new Set(['EXE', 'ELF', 'Mach-O', 'SH', 'LNK']);
  return REFUSED_BEGINNINGS.some(([beginning, name]) => programs.has(name) && startsWithBytes(head, beginning));
}

function refusedCompound(bytes: Uint8Array): Finding {
  switch (compoundKind(bytes)) {
    case 'encrypted':
      return finding('encrypted', {});
    case 'doc':
      return finding('saveAsAllowedType', { detected: 'DOC', saveAs: 'DOCX' });
    case 'ppt':
      return finding('saveAsAllowedType', { detected: 'PPT', saveAs: 'PPTX' });
    case 'xls':
      return finding('saveAsAllowedType', { detected: 'XLS', saveAs: 'XLSX' });
    case 'msg':
      return finding('typeNotAllowed', { detected: 'MSG' });
    case 'other':
      return finding('typeNotAllowed', { detected: 'OLE' });
  }
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 4096).includes(0);
}
