import { fileFromServerRelativePath } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import type { IList } from '@pnp/sp/lists';
import { Temporal } from 'temporal-polyfill';
import { sendInChunks } from './chunkedUpload';
import { machineNow } from './clock';
import type { SiteConnection } from './connection';
import type { UploadedFile, UploadOptions } from './contribution';
import { SiteError, isSiteError } from './errors';
import { sentWith } from './sentWith';

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
 * Puts a file into a library and never overwrites one: a taken name gets ` (2)`, ` (3)`, and so on, and the site
 * decides who comes first, so that two uploads at the same moment both arrive.
 *
 * Up to 10 MB go in one request: the document is there with all its content or not at all, and the library's creation
 * time is its arrival. Larger ones claim their name with an empty file and send the content in pieces; they have
 * arrived when the library recorded the last one. An upload that does not get through is removed again; should that
 * fail too, what is left is an empty document, which the service reports as incomplete.
 *
 * @throws SiteError
 */
export async function uploadFile(
  connection: SiteConnection,
  library: IList,
  fileName: string,
  content: Blob | Uint8Array,
  { onProgress, signal }: UploadOptions
): Promise<UploadedFile> {
  const blob = content instanceof Blob ? content : new Blob([content]);
  const report = (sent: number): void => onProgress?.(Math.min(sent, blob.size), blob.size);
  report(0);
  const inOneRequest = blob.size <= SINGLE_REQUEST_BYTES;
  const upload = new NamedUpload(connection, library, inOneRequest ? blob : new Blob([]), inOneRequest ? report : undefined, signal);
  const file = fileFromServerRelativePath(connection.sp.web, await upload.underFreeName(fileName));
  if (!inOneRequest) {
    await sendInChunks(file, blob, report, signal);
  }
  report(blob.size);
  const row = await read(file);
  return {
    id: row.ListItemAllFields.Id,
    fileName: row.Name,
    fileRef: row.ServerRelativeUrl,
    receivedAt: Temporal.Instant.from(inOneRequest ? row.TimeCreated : row.TimeLastModified)
  };
}

/** `report.docx`, `report (2).docx`, `report (3).docx` */
export function numberedFileName(fileName: string, copy: number): string {
  const dot = fileName.lastIndexOf('.');
  const end = dot > 0 ? dot : fileName.length;
  return copy === 1 ? fileName : `${fileName.slice(0, end)} (${copy})${fileName.slice(end)}`;
}

/** One file on its way into a library, until a name is found under which it is stored. */
class NamedUpload {
  /** By the machine's clock: at its first request a connection has not heard the site's time yet. */
  private readonly startedAt = machineNow();

  public constructor(
    private readonly connection: SiteConnection,
    private readonly library: IList,
    private readonly content: Blob,
    private readonly onUploadProgress: ((sent: number) => void) | undefined,
    private readonly signal: AbortSignal | undefined
  ) {}

  /** @returns the server-relative address of the stored file */
  public async underFreeName(fileName: string): Promise<string> {
    for (let copy = 1; copy <= HIGHEST_COPY; copy++) {
      const fileRef = await this.under(numberedFileName(fileName, copy));
      if (fileRef !== 'taken') {
        return fileRef;
      }
    }
    throw new SiteError('duplicate', `The library holds ${HIGHEST_COPY} files called ${fileName}`);
  }

  private async under(name: string): Promise<string | 'taken'> {
    const files = this.library.rootFolder.files.using(sentWith({ signal: this.signal, onUploadProgress: this.onUploadProgress }));
    let answerLost = false;
    for (let attempt = 1; ; attempt++) {
      try {
        // As an aliased parameter the name travels in the query: a long Chinese name would break the limit of a path.
        const { ServerRelativeUrl } = await files.addUsingPath(`!@name::${name}`, this.content);
        return ServerRelativeUrl;
      } catch (error) {
        if (isSiteError(error, 'duplicate')) {
          return answerLost ? (await this.ownEarlierFile(name)) ?? 'taken' : 'taken';
        }
        if (!isSiteError(error, 'unreachable') || attempt === ADD_ATTEMPTS) {
          throw error;
        }
        answerLost = true;
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
