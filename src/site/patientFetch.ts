import { fetchWithProgress } from './fetchWithProgress';
import type { UploadProgressInit } from './fetchWithProgress';
import { errorOfFailure } from './sharePointErrors';
import { StalledError } from './stalledError';

/** How long a request is waited for. */
export interface Patience {
  /** Without an answer, or a piece of it, or of what is sent. */
  readonly seconds: number;
  /** What is sent may take this much longer, bytes a second, where its progress is not told. */
  readonly slowestBytesPerSecond: number;
}

/**
 * Longer than SharePoint stalls when it is busy, and no longer than a person believes that something still comes. The
 * slowest line is that of a mobile phone at the edge of its network.
 */
export const PATIENCE: Patience = { seconds: 60, slowestBytesPerSecond: 16 * 1024 };

/**
 * `fetch` that gives up when nothing moves: neither what is sent, nor the answer, nor, outside a page, its body. However
 * long a download takes, it goes on as long as its pieces come; a reader that takes its time is waited for. Redirects are
 * answered as they are. `AbortSignal.timeout` would end a download that goes on well, and cannot be put off.
 * @throws StalledError, and what `fetch` throws; reading the body then fails with a SiteError
 */
export async function patientFetch(url: URL, init: UploadProgressInit, patience: Patience): Promise<Response> {
  const watch = new Watch(patience.seconds, init.signal);
  const { onUploadProgress } = init;
  const progress = onUploadProgress && {
    onUploadProgress: (sent: number) => {
      watch.start();
      onUploadProgress(sent);
    }
  };
  watch.start(sizeOf(init.body) / patience.slowestBytesPerSecond);
  try {
    const response = await fetchWithProgress(url, { ...init, ...progress, signal: watch.signal, redirect: 'manual' });
    watch.stop();
    return watchedBody(response, watch, init.signal);
  } catch (failure) {
    watch.end();
    throw watch.reasonOf(failure);
  }
}

/** Ends a request when its caller cancels it, or when it does not move. */
class Watch {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly cancel = (): void => this.controller.abort(this.caller?.reason);

  public constructor(
    private readonly seconds: number,
    private readonly caller: AbortSignal | null | undefined
  ) {
    if (caller?.aborted === true) {
      this.cancel();
    }
    caller?.addEventListener('abort', this.cancel);
  }

  public get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Begins to wait anew. */
  public start(furtherSeconds = 0): void {
    this.stop();
    const seconds = this.seconds + furtherSeconds;
    this.timer = setTimeout(() => this.controller.abort(new StalledError(Math.round(seconds))), seconds * 1000);
  }

  public stop(): void {
    clearTimeout(this.timer);
  }

  /** Nothing is waited for any more. */
  public end(): void {
    this.stop();
    this.caller?.removeEventListener('abort', this.cancel);
  }

  /** Why a request ended: who cancelled it says more than that it was cancelled. */
  public reasonOf(failure: unknown): unknown {
    const { aborted, reason } = this.signal;
    return aborted && reason instanceof StalledError ? reason : failure;
  }
}

/**
 * In a page only the answer is waited for with patience, not its body: Chromium gives an empty body where there is none, with
 * which no answer can be made anew, and closes the line of an answer whose body is read for another.
 */
const IS_PAGE = typeof XMLHttpRequest !== 'undefined';

/** The same answer, whose body is watched while somebody waits for its next piece. */
function watchedBody(response: Response, watch: Watch, caller: AbortSignal | null | undefined): Response {
  const { body, status, statusText, headers } = response;
  if (IS_PAGE) {
    // Its caller may still cancel it.
    return response;
  }
  if (body === null) {
    watch.end();
    return response;
  }
  const reader = body.getReader();
  const watched = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        watch.start();
        try {
          const piece = await reader.read();
          if (piece.done) {
            watch.end();
            stream.close();
          } else {
            watch.stop();
            stream.enqueue(piece.value);
          }
        } catch (failure) {
          watch.end();
          stream.error(errorOfFailure(watch.reasonOf(failure), caller));
        }
      },
      async cancel(reason) {
        watch.end();
        await reader.cancel(reason);
      }
    },
    { highWaterMark: 0 }
  );
  return new Response(watched, { status, statusText, headers });
}

/** Bytes of what is sent, as far as it says. */
function sizeOf(body: BodyInit | null | undefined): number {
  if (typeof body === 'string') {
    return body.length;
  }
  const { size, byteLength } = (body ?? {}) as { readonly size?: unknown; readonly byteLength?: unknown };
  return Number(size ?? byteLength ?? 0);
}
