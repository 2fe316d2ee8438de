import { createHash, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Disk } from './disk';

/** What is kept at most. */
export interface PendingLimits {
  readonly minutes: number;
  readonly filesOfPerson: number;
  /** Of all people together. */
  readonly bytes: number;
}

/** A file that is kept on this machine for a person, until they say what is to become of it. */
export interface PendingFile {
  readonly id: string;
  /** The person's id in the directory; nobody else gets at it. */
  readonly owner: string;
  readonly fileName: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly keptAt: Temporal.Instant;
}

const LIMITS: PendingLimits = { minutes: 60, filesOfPerson: 10, bytes: 1024 * 1024 * 1024 };

/**
 * Files that people sent and have not decided upon. They are kept for an hour, in bounded number and size: the oldest
 * go first. A stop of the service loses them, and their senders are asked to send them again; nothing of them was ever
 * said to have arrived.
 */
export class PendingFiles {
  private readonly files = new Map<string, PendingFile>();
  private folder?: Promise<string>;

  public constructor(
    private readonly now: () => Temporal.Instant,
    private readonly disk = new Disk(),
    private readonly limits: PendingLimits = LIMITS
  ) {}

  /**
   * Writes a content to the disk as it comes and keeps it.
   * @throws DiskFullError when there is no room for it, and whatever the content or the disk throws; nothing is kept then
   */
  public async keep(owner: string, fileName: string, content: AsyncIterable<Uint8Array>): Promise<PendingFile> {
    const id = randomUUID();
    const path = join(await this.ownFolder(), id);
    const hash = createHash('sha256');
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        hash.update(piece);
        size += piece.byteLength;
        yield piece;
      }
    };
    try {
      await this.disk.write(path, counted());
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    const file: PendingFile = { id, owner, fileName, path, size, sha256: hash.digest('hex'), keptAt: this.now() };
    this.files.set(id, file);
    await this.makeRoom(owner);
    return file;
  }

  /** A person's file; undefined when there is none of theirs with this id, or no longer. */
  public find(id: string, owner: string): PendingFile | undefined {
    const file = this.files.get(id);
    return file !== undefined && file.owner === owner && !this.isOver(file) ? file : undefined;
  }

  /** Every file that is kept, the oldest first. */
  public all(): PendingFile[] {
    return [...this.files.values()].filter((file) => !this.isOver(file));
  }

  /** The instant after which a file is forgotten. */
  public keptUntil({ keptAt }: PendingFile): Temporal.Instant {
    return keptAt.add({ minutes: this.limits.minutes });
  }

  /** The content of a file, read from the disk when it is used. */
  public async content({ path }: PendingFile): Promise<Blob> {
    return openAsBlob(path);
  }

  /** Frees the disk of a file that was submitted; what became of it is still known. */
  public async release({ path }: PendingFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** Forgets the files whose time is over. */
  public async tidy(): Promise<void> {
    for (const file of [...this.files.values()].filter((each) => this.isOver(each))) {
      await this.forget(file);
    }
  }

  /** Forgets a file. */
  public async forget({ id, path }: PendingFile): Promise<void> {
    this.files.delete(id);
    await rm(path, { force: true });
  }

  /** Forgets all files. */
  public async stop(): Promise<void> {
    this.files.clear();
    if (this.folder !== undefined) {
      await rm(await this.folder, { recursive: true, force: true });
    }
  }

  /** Made when it is first needed, and tried again when there was no room for it. */
  private async ownFolder(): Promise<string> {
    this.folder ??= this.disk.noting(() => mkdtemp(join(tmpdir(), 'submissions-')));
    try {
      return await this.folder;
    } catch (error) {
      this.folder = undefined;
      throw error;
    }
  }

  private isOver(file: PendingFile): boolean {
    return Temporal.Instant.compare(this.now(), this.keptUntil(file)) > 0;
  }

  /** The map holds them in the order in which they came. */
  private async makeRoom(owner: string): Promise<void> {
    await this.tidy();
    const ofOwner = [...this.files.values()].filter((each) => each.owner === owner);
    for (const file of ofOwner.slice(0, Math.max(0, ofOwner.length - this.limits.filesOfPerson))) {
      await this.forget(file);
    }
    const total = (): number => [...this.files.values()].reduce((sum, { size }) => sum + size, 0);
    for (const file of [...this.files.values()].slice(0, -1)) {
      if (total() > this.limits.bytes) {
        await this.forget(file);
      }
    }
  }
}
