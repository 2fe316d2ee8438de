import { checkDocument } from '../documents/checkDocument';
import type { DocumentCheck, DocumentToCheck } from '../documents/checkDocument';

/** What runs in a worker of {@link DocumentInspector}: one document checked, away from everything else. */
export default function inspectDocument(document: DocumentToCheck): Promise<DocumentCheck> {
  return checkDocument(document);
}
