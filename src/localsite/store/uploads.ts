import { open, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { problems } from '../problem';
import type { ContentFolder, StoredContent } from './content';
import type { Database } from './database';

/**
 * Uploads in parts. The parts are collected aside; the file keeps its old content until the last part is in, and what
 * an interrupted upload left stays there for `continueUpload`.
 */
export class Uploads {
  public constructor(
    private readonly database: Database,
    private readonly content: ContentFolder
  ) {
    database.script('CREATE TABLE IF NOT EXISTS uploads (id TEXT PRIMARY KEY, unique_id TEXT NOT NULL, size INTEGER NOT NULL)');
  }

  /** Takes the first part; gives the size received so far. A second start with the same id begins again. */
  public async start(uploadId: string, uniqueId: string, part: Readable): Promise<number> {
    await rm(this.content.incomingPath(uploadId), { force: true });
    this.database.run('INSERT INTO uploads (id, unique_id, size) VALUES (?, ?, 0) ON CONFLICT (id) DO UPDATE SET unique_id = excluded.unique_id, size = 0', uploadId, uniqueId);
    return this.append(uploadId, 0, part);
  }

  /**
   * Takes a further part; gives the size received so far.
   * @throws SharePointProblem when the upload is not known, belongs to another file or stands elsewhere
   */
  public async continue(uploadId: string, uniqueId: string, offset: number, part: Readable): Promise<number> {
    this.demand(uploadId, uniqueId, offset);
    return this.append(uploadId, offset, part);
  }

  /** Takes the last part; gives the whole content, safely stored. */
  public async finish(uploadId: string, uniqueId: string, offset: number, part: Readable): Promise<StoredContent> {
    this.demand(uploadId, uniqueId, offset);
    await this.append(uploadId, offset, part);
    const stored = await this.content.storeFile(this.content.incomingPath(uploadId));
    this.database.run('DELETE FROM uploads WHERE id = ?', uploadId);
    return stored;
  }

  /** Forgets an upload. */
  public async cancel(uploadId: string): Promise<void> {
    this.database.run('DELETE FROM uploads WHERE id = ?', uploadId);
    await rm(this.content.incomingPath(uploadId), { force: true });
  }

  private demand(uploadId: string, uniqueId: string, offset: number): void {
    const row = this.database.row('SELECT unique_id, size FROM uploads WHERE id = ?', uploadId);
    if (!row || row.unique_id !== uniqueId) {
      throw problems.badArgument('The upload session does not exist.');
    }
    if (row.size !== offset) {
      throw problems.uploadOffset();
    }
  }

  private async append(uploadId: string, offset: number, part: Readable): Promise<number> {
    const path = this.content.incomingPath(uploadId);
    const present = await stat(path).catch(() => undefined);
    const file = await open(path, present ? 'r+' : 'w');
    let size = offset;
    try {
      await file.truncate(offset);
      for await (const chunk of part) {
        const bytes = chunk as Uint8Array;
        await file.write(bytes, 0, bytes.length, size);
        size += bytes.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    this.database.run('UPDATE uploads SET size = ? WHERE id = ?', size, uploadId);
    return size;
  }
}
