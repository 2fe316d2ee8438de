import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** There is no room left for a content, or none for this service. What was not written can be written later. */
export class DiskFullError extends Error {
  public constructor(cause: unknown) {
    super('The disk of the service is full', { cause });
    this.name = 'DiskFullError';
  }
}

/** The system's codes for no room: on the disk, and in the share of a user. */
const FULL = ['ENOSPC', 'EDQUOT'];

const onlyForTheService = (path: string): WriteStream => createWriteStream(path, { mode: 0o600 });

/** The service's disk, which holds contents for as long as they are looked at or waited for, and nothing else. */
export class Disk {
  private full = false;

  /** @param open opens a file to be written */
  public constructor(private readonly open: (path: string) => WriteStream = onlyForTheService) {}

  /** Whether the last content found no room; for the health report. */
  public get isFull(): boolean {
    return this.full;
  }

  /**
   * Writes a content to a file as it comes; the pieces that were written stay when it does not come to its end.
   * @throws DiskFullError when there is no room for it, and whatever the content or the disk throws
   */
  public async write(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.noting(() => pipeline(content, this.open(path)));
    this.full = false;
  }

  /** Does what needs room for more than a content, such as making a folder. @throws DiskFullError */
  public async noting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!FULL.includes((error as NodeJS.ErrnoException).code ?? '')) {
        throw error;
      }
      this.full = true;
      throw new DiskFullError(error);
    }
  }
}
