import type { FileStorage } from '../bot/receiptGiver';
import { isAllowedFileUrl } from './fileHosts';
import { failure } from './log';
import type { Log } from './log';

/** Why a file was not fetched. */
export type FetchRefusal = 'tooLarge' | 'foreign' | 'unavailable';

/** A file that could not be fetched. */
export class FileNotFetchedError extends Error {
  public constructor(
    public readonly why: FetchRefusal,
    cause?: unknown
  ) {
    super(`The file was not fetched: ${why}`, { cause });
    this.name = 'FileNotFetchedError';
  }
}

/** What a transfer may cost. */
export interface TransferLimits {
  readonly bytes: number;
  readonly seconds: number;
}

const LONGEST_PUT_SECONDS = 30;
/** SharePoint may send on to the server that has the file. */
const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * The files that people exchange with the bot. They lie in the people's own storage, and Teams gives addresses that need
 * no sign-in and are good for a few minutes. Only addresses of the hosts that Teams uses are asked, also when one sends
 * on to another, and nothing of ours goes along: no token, no cookie.
 */
export class TeamsFiles implements FileStorage {
  /** @param hosts as `isFileHost` takes them */
  public constructor(
    private readonly hosts: readonly string[],
    private readonly log: Log
  ) {}

  /**
   * The bytes of a file as they come; it stops at the limit instead of reading on.
   * @throws FileNotFetchedError
   */
  public async *fetch(downloadUrl: string, { bytes, seconds }: TransferLimits): AsyncGenerator<Uint8Array> {
    const signal = AbortSignal.timeout(seconds * 1000);
    const response = await this.get(downloadUrl, signal);
    const reader = response.body?.getReader();
    try {
      if (Number(response.headers.get('content-length') ?? 0) > bytes) {
        throw new FileNotFetchedError('tooLarge');
      }
      let read = 0;
      for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
        read += piece.value.byteLength;
        if (read > bytes) {
          throw new FileNotFetchedError('tooLarge');
        }
        yield piece.value;
      }
    } catch (error) {
      throw error instanceof FileNotFetchedError ? error : new FileNotFetchedError('unavailable', error);
    } finally {
      await reader?.cancel().catch(() => undefined);
    }
  }

  /** Puts a small file where Teams lets the bot put it, in one piece. */
  public async put(uploadUrl: string, content: Uint8Array): Promise<boolean> {
    if (!isAllowedFileUrl(uploadUrl, this.hosts)) {
      this.log.warn({ event: 'file.foreignHost' });
      return false;
    }
    const { byteLength } = content;
    try {
      const response = await fetch(uploadUrl, {
        method: 'PUT',
        redirect: 'error',
        headers: { 'Content-Type': 'application/octet-stream', 'Content-Range': `bytes 0-${byteLength - 1}/${byteLength}` },
        body: content,
        signal: AbortSignal.timeout(LONGEST_PUT_SECONDS * 1000)
      });
      await response.body?.cancel();
      return response.ok;
    } catch (error) {
      this.log.warn({ event: 'file.notStored', ...failure(error) });
      return false;
    }
  }

  private async get(downloadUrl: string, signal: AbortSignal): Promise<Response> {
    let url = downloadUrl;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      if (!isAllowedFileUrl(url, this.hosts)) {
        this.log.warn({ event: 'file.foreignHost' });
        throw new FileNotFetchedError('foreign');
      }
      const response = await this.ask(url, signal);
      const next = REDIRECTS.includes(response.status) ? response.headers.get('location') : null;
      if (next === null) {
        if (response.ok) {
          return response;
        }
        await response.body?.cancel();
        throw new FileNotFetchedError('unavailable');
      }
      await response.body?.cancel();
      url = URL.canParse(next, url) ? new URL(next, url).href : '';
    }
    throw new FileNotFetchedError('unavailable');
  }

  private async ask(url: string, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(url, { redirect: 'manual', signal });
    } catch (error) {
      throw new FileNotFetchedError('unavailable', error);
    }
  }
}
