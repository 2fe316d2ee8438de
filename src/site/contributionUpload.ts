import { fileFromServerRelativePath } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import type { IList } from '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import { ChunkedUpload } from './chunkedUpload';
import { machineNow } from './clock';
import type { SiteConnection } from './connection';
import type { UploadedFile, UploadOptions } from './contribution';
import { SiteError, isSiteError } from './errors';
import { sentWith } from './sentWith';
import type { SendingOptions } from './sentWith';

/** Larger files go in pieces. */
const SINGLE_REQUEST_BYTES = 10 * 1024 * 1024;
const ADD_ATTEMPTS = 3;
const HIGHEST_COPY = 200;
/** How far the library's whole seconds and the corrected clock may lie apart. */
const CLOCK_MARGIN_SECONDS = 2;

interface FileRow {
  readonly Name: string;
  readonly ServerRelativeUrl: string;
  /** 64 bits, so it comes as a text. */
  readonly Length: string | number;
  readonly TimeCreated: string;
  readonly TimeLastModified: string;
  readonly Author?: { readonly Id?: number };
  readonly ListItemAllFields: { readonly Id: number };
}

/**
 * One file on its way into a library. It never overwrites a file: a taken name gets ` (2)`, ` (3)`, and so on, and the
 * site decides who comes first, so that two uploads at the same moment both arrive. Sent again after it stopped, it
 * goes on and does not make a second document.
 *
 * Up to 10 MB go in one request: the document is there with all its content or not at all, and the library's creation
 * time is its arrival. Larger ones claim their name with an empty file and send the content in pieces; they have
 * arrived when the library recorded the last one. What nobody sends to its end is an empty document, which the service
 * reports as incomplete.
 */
export class FileUpload {
  private readonly content: Blob;
  private readonly name: NamedUpload;
  private fileRef?: string;
  private pieces?: ChunkedUpload;

  public constructor(
    private readonly connection: SiteConnection,
    library: IList,
    private readonly fileName: string,
    content: Blob | Uint8Array
  ) {
    this.content = content instanceof Blob ? content : new Blob([content]);
    this.name = new NamedUpload(connection, library, this.goesAtOnce ? this.content : new Blob([]));
  }

  /** Bytes that have arrived and are not sent again; none of a file that goes in one request. */
  public get kept(): number {
    return this.pieces?.kept ?? 0;
  }

  /**
   * Sends what has not arrived yet. After `unreachable`, `throttled` and whatever else a person can put right, calling
   * it again goes on; when it was cancelled nothing is left in the library.
   * @throws SiteError `cancelled` when the signal stopped it, `invalid` when the site refuses the name
   */
  public async send({ onProgress, signal }: UploadOptions = {}): Promise<UploadedFile> {
    const { size } = this.content;
    const report = (sent: number): void => onProgress?.(Math.min(sent, size), size);
    report(this.kept);
    try {
      this.fileRef ??= await this.name.underFreeName(this.fileName, { signal, onUploadProgress: this.goesAtOnce ? report : undefined });
      const file = this.fileAt(this.fileRef);
      if (!this.goesAtOnce) {
        this.pieces ??= new ChunkedUpload(file, this.content);
        await this.pieces.send(report, signal);
      }
      report(size);
      return this.uploaded(await read(file));
    } catch (error) {
      if (isSiteError(error, 'cancelled')) {
        await this.discard();
      } else if (isSiteError(error, 'notFound')) {
        // Somebody removed the file: sent again, it begins from nothing.
        this.forget();
      }
      throw error;
    }
  }

  /** Removes what is in the library of an upload that did not come to its end, as far as it goes. */
  public async discard(): Promise<void> {
    const { fileRef, pieces } = this;
    this.forget();
    if (fileRef !== undefined) {
      await pieces?.cancel();
      await this.fileAt(fileRef).delete().catch(() => undefined);
    }
  }

  private get goesAtOnce(): boolean {
    return this.content.size <= SINGLE_REQUEST_BYTES;
  }

  private fileAt(fileRef: string): IFile {
    return fileFromServerRelativePath(this.connection.sp.web, fileRef);
  }

  private forget(): void {
    this.fileRef = undefined;
    this.pieces = undefined;
  }

  private uploaded(row: FileRow): UploadedFile {
    return {
      id: row.ListItemAllFields.Id,
      fileName: row.Name,
      fileRef: row.ServerRelativeUrl,
      receivedAt: Temporal.Instant.from(this.goesAtOnce ? row.TimeCreated : row.TimeLastModified)
    };
  }
}

/** `report.docx`, `report (2).docx`, `report (3).docx` */
export function numberedFileName(fileName: string, copy: number): string {
  const dot = fileName.lastIndexOf('.');
  const end = dot > 0 ? dot : fileName.length;
  return copy === 1 ? fileName : `${fileName.slice(0, end)} (${copy})${fileName.slice(end)}`;
}

/** The search for a name under which a file is stored. */
class NamedUpload {
  /** By the machine's clock: at its first request a connection has not heard the site's time yet. */
  private readonly startedAt = machineNow();
  /** Names under which the file may be stored already, because the site's answer was lost. */
  private readonly inDoubt = new Set<string>();

  public constructor(
    private readonly connection: SiteConnection,
    private readonly library: IList,
    private readonly content: Blob
  ) {}

  /** @returns the server-relative address of the stored file */
  public async underFreeName(fileName: string, options: SendingOptions): Promise<string> {
    for (let copy = 1; copy <= HIGHEST_COPY; copy++) {
      const fileRef = await this.under(numberedFileName(fileName, copy), options);
      if (fileRef !== 'taken') {
        return fileRef;
      }
    }
    throw new SiteError('duplicate', `The library holds ${HIGHEST_COPY} files called ${fileName}`);
  }

  private async under(name: string, options: SendingOptions): Promise<string | 'taken'> {
    const files = this.library.rootFolder.files.using(sentWith(options));
    for (let attempt = 1; ; attempt++) {
      try {
        // As an aliased parameter the name travels in the query: a long Chinese name would break the limit of a path.
        const { ServerRelativeUrl } = await files.addUsingPath(`!@name::${name}`, this.content);
        return ServerRelativeUrl;
      } catch (error) {
        if (isSiteError(error, 'duplicate')) {
          return this.inDoubt.has(name) ? (await this.ownEarlierFile(name)) ?? 'taken' : 'taken';
        }
        if (isSiteError(error, 'unreachable')) {
          this.inDoubt.add(name);
        }
        if (!isSiteError(error, 'unreachable') || attempt === ADD_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  /**
   * After a lost answer, the file that holds the name may be the one that this upload put there: if the same person
   * made it since the upload began and its bytes are the same, it is.
   * @returns its server-relative address
   */
  private async ownEarlierFile(name: string): Promise<string | undefined> {
    const { sp } = this.connection;
    const [folder, me] = await Promise.all([
      this.library.rootFolder.select('ServerRelativeUrl')<{ ServerRelativeUrl: string }>(),
      sp.web.currentUser.select('Id')<{ Id: number }>()
    ]);
    const file = fileFromServerRelativePath(sp.web, `${folder.ServerRelativeUrl}/${name}`);
    const row = await read(file);
    const startedAt = this.connection.clock.now().subtract(this.startedAt.until(machineNow()));
    const madeAt = Temporal.Instant.from(row.TimeCreated).add({ seconds: CLOCK_MARGIN_SECONDS });
    const madeByThisUpload =
      this.content.size > 0 &&
      Number(row.Length) === this.content.size &&
      row.Author?.Id === me.Id &&
      Temporal.Instant.compare(madeAt, startedAt) >= 0;
    return madeByThisUpload && sameBytes(await file.getBuffer(), await this.content.arrayBuffer()) ? row.ServerRelativeUrl : undefined;
  }
}

async function read(file: IFile): Promise<FileRow> {
  return file
    .select('Name', 'ServerRelativeUrl', 'Length', 'TimeCreated', 'TimeLastModified', 'Author/Id', 'ListItemAllFields/Id')
    .expand('Author', 'ListItemAllFields')<FileRow>();
}

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
