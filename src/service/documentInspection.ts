import { readFile } from 'node:fs/promises';
import { inspectContent } from '../documents/checkDocument';
import type { ContentInspection } from '../documents/checkDocument';

/** What runs in a worker of {@link DocumentInspector}: one document inspected, away from everything else. */
export default async function inspect(path: string): Promise<ContentInspection> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return inspectContent(new Uint8Array(buffer, byteOffset, byteLength));
}
