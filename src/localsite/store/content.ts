import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { problems } from '../problem';

/** The largest body of one request, as in SharePoint: 250 MB. */
const LARGEST_BODY = 262_144_000;

/** Content that is safely on the disk. */
export interface StoredContent {
  /** SHA-256 in hexadecimal; the name under which it is found. */
  readonly hash: string;
  readonly size: number;
}

/**
 * The contents of the files, beside the database and named by their fingerprint. Content is written aside, flushed
 * and renamed before the row that names it is written, so that no row ever names content that is not there. Contents
 * that nothing names any more stay; this is a site for one machine.
 */
export class ContentFolder {
  private readonly root: string;
  private readonly aside: string;

  public constructor(siteFolder: string) {
    this.root = join(siteFolder, 'content');
    this.aside = join(siteFolder, 'incoming');
    mkdirSync(this.root, { recursive: true });
    mkdirSync(this.aside, { recursive: true });
  }

  /**
   * Stores a stream.
   * @throws SharePointProblem 413 beyond 250 MB
   */
  public async store(source: Readable | Uint8Array): Promise<StoredContent> {
    const temporary = join(this.aside, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const file = await open(temporary, 'wx');
    try {
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        const bytes = chunk as Uint8Array;
        size += bytes.length;
        if (size > LARGEST_BODY) {
          throw problems.tooLarge();
        }
        hash.update(bytes);
        await file.write(bytes);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
    await file.close();
    return this.adopt(temporary, hash.digest('hex'), size);
  }

  /** Stores a file that lies in the incoming folder already, e.g. a finished chunked upload. */
  public async storeFile(path: string): Promise<StoredContent> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
    }
    return this.adopt(path, hash.digest('hex'), size);
  }

  /** The content's bytes. */
  public read(hash: string): ReadStream {
    return createReadStream(this.pathOf(hash));
  }

  /** Where an upload in parts is collected. */
  public incomingPath(uploadId: string): string {
    return join(this.aside, `upload-${uploadId.replace(/[^\w-]/g, '')}`);
  }

  private pathOf(hash: string): string {
    return join(this.root, hash.slice(0, 2), hash);
  }

  private async adopt(temporary: string, hash: string, size: number): Promise<StoredContent> {
    const target = this.pathOf(hash);
    const known = await stat(target).catch(() => undefined);
    if (known?.size === size) {
      await rm(temporary, { force: true });
    } else {
      const folder = join(this.root, hash.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      await rename(temporary, target);
      await syncFolder(folder);
      await syncFolder(this.root);
    }
    return { hash, size };
  }
}

/** A rename is on the disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
