import { indexOfBytes, startsWithBytes, utf16Bytes } from './byteSearch';

/** What an OLE compound file holds ([MS-CFB]): a document of Office 97-2003, a message, or an encrypted document. */
type CompoundKind = 'encrypted' | 'doc' | 'xls' | 'ppt' | 'msg' | 'other';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Names of streams that tell a kind, the most telling first: a Word document may have a workbook inside. */
const STREAMS: readonly (readonly [string, CompoundKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['__properties_version1.0', 'msg'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls']
];

/** Streams through which an embedded object carries a whole file, which may be a program. */
const PACKAGE_STREAM = '\u0001Ole10Native';

/** Whether the bytes begin like an OLE compound file. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWithBytes(bytes, SIGNATURE);
}

/** What a compound file holds, told by the names of its streams. */
export function compoundKind(bytes: Uint8Array): CompoundKind {
  return STREAMS.find(([name]) => hasStream(bytes, name))?.[1] ?? 'other';
}

/** Whether an embedded object carries a file of any kind. */
export function carriesPackage(bytes: Uint8Array): boolean {
  return hasStream(bytes, PACKAGE_STREAM);
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  // A name in the directory ends with a zero character ([MS-CFB] 2.6.1), so `Book` is not found inside `Workbook2`.
  return indexOfBytes(bytes, utf16Bytes(`${name}\0`)) !== -1;
}
