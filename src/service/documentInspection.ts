import { inspectContent } from '../documents/checkDocument';
import type { ContentInspection } from '../documents/checkDocument';

/** What runs in a worker of {@link DocumentInspector}: one document inspected, away from everything else. */
export default function inspect(bytes: Uint8Array): Promise<ContentInspection> {
  return inspectContent(bytes);
}
