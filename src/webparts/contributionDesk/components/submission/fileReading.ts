import type { DetectedLanguage } from '../../../../documents/detectLanguage';
import type { DocumentProperties } from '../../../../documents/documentProperties';
import type { Finding } from '../../../../documents/findings';

/** What was read from a file before it is sent. It is advice: the service decides by the library's own bytes. */
export type FileReading =
  | { readonly status: 'reading' }
  /** Nothing is known of the file: it is too large to be read here, or reading it did not succeed. */
  | { readonly status: 'unread' }
  | {
      readonly status: 'read';
      readonly findings: readonly Finding[];
      readonly properties: DocumentProperties;
      readonly language?: DetectedLanguage;
    };

/** A reader needs the whole file in memory; larger ones are read by the service only. */
const LARGEST_READ_BYTES = 50 * 1024 * 1024;

/** Reads what a file says of itself. Never fails; the readers are fetched with the first file. */
export async function readFile(file: File): Promise<FileReading> {
  if (file.size > LARGEST_READ_BYTES) {
    return { status: 'unread' };
  }
  try {
    const [{ checkDocument }, buffer] = await Promise.all([
      import(/* webpackChunkName: 'documents' */ '../../../../documents/checkDocument'),
      file.arrayBuffer()
    ]);
    const { findings, properties, language } = await checkDocument({ fileName: file.name, bytes: new Uint8Array(buffer) });
    return { status: 'read', findings, properties, language };
  } catch {
    // Without the readers or with a file that is gone, the form works as it does without suggestions.
    return { status: 'unread' };
  }
}
