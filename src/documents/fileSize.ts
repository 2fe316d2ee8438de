import { finding } from './findings';
import type { Finding } from './findings';
import type { DocumentLimits } from './limits';

/** What the size of a document alone says, in bytes: a document that is too large need not be read. */
export function checkSize(bytes: number, { fileBytes }: Pick<DocumentLimits, 'fileBytes'>): Finding | undefined {
  return bytes > fileBytes ? finding('tooLarge', { megabytes: toMegabytes(bytes), limit: toMegabytes(fileBytes) }) : undefined;
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
