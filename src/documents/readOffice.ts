import { problem } from './documentProblem';
import type { DocumentContent } from './documentProperties';
import type { OfficeType } from './documentType';
import type { DocumentLimits } from './limits';
import { findMainPart, type Relationship } from './officePackage';
import type { OfficeParts } from './officeParts';
import { readDocx } from './readDocx';
import { readPptx } from './readPptx';
import { readXlsx } from './readXlsx';

/**
 * The content of an Office document by the reader of its type.
 * @throws DocumentProblem `unreadable`
 */
export function readOffice(
  type: OfficeType,
  parts: OfficeParts,
  relationships: readonly Relationship[],
  limits: DocumentLimits
): DocumentContent {
  const mainPart = findMainPart(relationships);
  if (mainPart === undefined || !parts.has(mainPart)) {
    throw problem('unreadable', {});
  }
  switch (type) {
    case 'docx':
      return readDocx(parts, mainPart, limits);
    case 'pptx':
      return readPptx(parts, mainPart, relationships, limits);
    case 'xlsx':
      return readXlsx(parts, limits);
  }
}
