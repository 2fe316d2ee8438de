import { getGUID } from '@pnp/core';
import { spPost } from '@pnp/sp';
import { File } from '@pnp/sp/files';
import type { IFile } from '@pnp/sp/files';
import { SiteError, isSiteError } from './errors';
import { pause } from './pause';
import { sentWith } from './sentWith';
import type { SendingOptions } from './sentWith';

const PIECE_BYTES = 5 * 1024 * 1024;
/** How often in a row a piece is sent without an answer before the upload stops. */
const ATTEMPTS = 3;
const PAUSE_SECONDS = 0.5;

/** A piece of the content on its way. */
interface Piece {
  readonly body: Blob;
  readonly isLast: boolean;
}

/**
 * The content of an empty file on its way in pieces (`startUpload`, `continueUpload`, `finishUpload`). It stops when
 * the site cannot be reached or asks for a pause, keeps what has arrived, and goes on from there when it is sent again.
 * Only one piece at a time is read, whatever the size.
 *
 * The site cannot be asked how much it has. So after a lost answer the same piece is sent again; a site that had taken
 * it refuses it at that place, and then the next one follows. When that is refused as well, the site no longer knows
 * the upload (or has half a piece), and it begins again, with the same file.
 *
 * Source: `File.StartUpload` and `File.ContinueUpload` of the SharePoint reference: the first may be repeated, both
 * answer the size of what was uploaded so far. How a wrong place is refused is not documented, so any refusal counts.
 */
export class ChunkedUpload {
  private uploadId = getGUID();
  private offset = 0;
  /** The answer to the piece at the offset was lost: the site may have taken it. */
  private inDoubt = false;

  public constructor(
    private readonly file: IFile,
    private readonly content: Blob
  ) {}

  /** Bytes that have arrived for certain and need not be sent again. */
  public get kept(): number {
    return this.offset;
  }

  /**
   * Sends what has not arrived yet.
   * @throws SiteError `notFound` when the file itself is gone; after any other, sending again goes on
   */
  public async send(report: (sent: number) => void, signal: AbortSignal | undefined): Promise<void> {
    let unanswered = 0;
    let mayBeginAgain = true;
    while (this.offset < this.content.size) {
      report(this.offset);
      const piece = this.next();
      try {
        if (piece.isLast && this.inDoubt && (await this.hasAll())) {
          this.advance(piece);
          return;
        }
        await this.sendPiece(piece, { signal, onUploadProgress: (sent) => report(this.offset + Math.min(sent, piece.body.size)) });
        this.advance(piece);
        unanswered = 0;
      } catch (error) {
        if (isSiteError(error, 'unreachable')) {
          this.inDoubt = true;
          unanswered += 1;
          if (unanswered === ATTEMPTS) {
            throw error;
          }
          await pause(PAUSE_SECONDS * unanswered, signal);
        } else if (!isRefusal(error)) {
          throw error;
        } else if (await this.hasAll()) {
          this.offset = this.content.size;
        } else if (this.inDoubt && !piece.isLast && this.offset > 0) {
          this.advance(piece);
        } else if (mayBeginAgain) {
          mayBeginAgain = false;
          await this.beginAgain();
        } else {
          throw error;
        }
      }
    }
  }

  /** Makes the site forget the pieces, as far as it goes; what is left is forgotten by the site itself one day. */
  public async cancel(): Promise<void> {
    await this.file.cancelUpload(this.uploadId).catch(() => undefined);
  }

  private next(): Piece {
    const end = Math.min(this.offset + PIECE_BYTES, this.content.size);
    // The first piece never is the last: an upload cannot be started and finished in one.
    return { body: this.content.slice(this.offset, end), isLast: end === this.content.size && this.offset > 0 };
  }

  private async sendPiece({ body, isLast }: Piece, options: SendingOptions): Promise<void> {
    const session = `uploadId=guid'${this.uploadId}'`;
    const step =
      this.offset === 0 ? `startUpload(${session})` : `${isLast ? 'finishUpload' : 'continueUpload'}(${session},fileOffset=${this.offset})`;
    const total: unknown = await spPost(File(this.file, step).using(sentWith(options)), { body });
    // A site that counts differently has other bytes than these.
    if (!isLast && Number(total) !== this.offset + body.size) {
      throw new SiteError('unexpected', `The site has ${String(total)} bytes after ${this.offset + body.size} were sent`);
    }
  }

  private advance({ body }: Piece): void {
    this.offset += body.size;
    this.inDoubt = false;
  }

  private async beginAgain(): Promise<void> {
    await this.cancel();
    this.uploadId = getGUID();
    this.offset = 0;
    this.inDoubt = false;
  }

  /** The file stays empty until the last piece is in. */
  private async hasAll(): Promise<boolean> {
    const { Length } = await this.file.select('Length')<{ Length: string | number }>();
    return Number(Length) === this.content.size;
  }
}

/** Whether an error may be about the upload's place, rather than about the person, the connection or the moment. */
function isRefusal(error: unknown): boolean {
  return isSiteError(error, 'changedByOthers', 'invalid', 'notFound', 'duplicate', 'unexpected');
}
