import { File } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import { sentWith } from './sentWith';

const CHUNK_BYTES = 5 * 1024 * 1024;

/**
 * Sends the content of an empty file in pieces (`startUpload`, `continueUpload`, `finishUpload`). When it does not
 * get through, the file is removed, unless the library has all of it and only the last answer was lost.
 * @throws SiteError
 */
export async function sendInChunks(
  file: IFile,
  content: Blob,
  report: (sent: number) => void,
  signal: AbortSignal | undefined
): Promise<void> {
  let uploadId: string | undefined;
  let offset = 0;
  const sending = File(file).using(sentWith({ signal, onUploadProgress: (sent) => report(offset + sent) }));
  try {
    await sending.setContentChunked(content, {
      chunkSize: CHUNK_BYTES,
      progress: (piece) => {
        uploadId = piece.uploadId;
        // The site counts in 64 bits and answers texts.
        offset = Number(piece.offset);
        report(offset);
      }
    });
  } catch (error) {
    if (!(await hasAll(file, content.size))) {
      await remove(file, uploadId);
      throw error;
    }
  }
}

async function hasAll(file: IFile, size: number): Promise<boolean> {
  try {
    const { Length } = await file.select('Length')<{ Length: string | number }>();
    return Number(Length) === size;
  } catch {
    // Whoever cannot ask cannot tell the person that it arrived.
    return false;
  }
}

/** As far as it goes: the error that the caller is about to get matters more than what is left behind. */
async function remove(file: IFile, uploadId: string | undefined): Promise<void> {
  if (uploadId !== undefined) {
    await file.cancelUpload(uploadId).catch(() => undefined);
  }
  await file.delete().catch(() => undefined);
}
