import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Disk } from './disk';

/** A document's content on this machine's disk. */
export interface ContentCopy {
  readonly path: string;
  /** The content's fingerprint (SHA-256, hexadecimal). */
  readonly sha256: string;
}

/**
 * Writes a content to a temporary file while its fingerprint is taken, so that a document of any size needs only the
 * memory of a few pieces, and removes the file when it has been used, whatever came of it.
 * @param parent the folder for the temporary file
 * @throws DiskFullError when there is no room for it, and whatever the content, the disk or the use of the copy throws
 */
export async function withContentCopy<T>(content: AsyncIterable<Uint8Array>, use: (copy: ContentCopy) => Promise<T>, disk = new Disk(), parent: string = tmpdir()): Promise<T> {
  const folder = await disk.noting(() => mkdtemp(join(parent, 'contribution-')));
  try {
    const path = join(folder, 'content');
    const hash = createHash('sha256');
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        hash.update(piece);
        yield piece;
      }
    };
    await disk.write(path, hashed());
    return await use({ path, sha256: hash.digest('hex') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
