/** A request that may report how much of its body has gone out. */
export interface UploadProgressInit extends RequestInit {
  /** @param sent bytes of this request's body that have gone out */
  readonly onUploadProgress?: (sent: number) => void;
}

/**
 * `fetch`, or XMLHttpRequest where the caller wants to hear of the progress of an upload: browsers report that
 * nowhere else. Outside a browser the progress is not reported.
 */
export function fetchWithProgress(url: URL, init: UploadProgressInit): Promise<Response> {
  const { onUploadProgress, ...plain } = init;
  return onUploadProgress === undefined || typeof XMLHttpRequest === 'undefined'
    ? fetch(url, plain)
    : fetchByXhr(url, plain, onUploadProgress);
}

function fetchByXhr(url: URL, init: RequestInit, onUploadProgress: (sent: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    request.open(init.method ?? 'GET', url);
    request.responseType = 'arraybuffer';
    new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => onUploadProgress(event.loaded);
    request.onload = () => resolve(responseOf(request));
    request.onerror = () => reject(new TypeError('Network request failed'));
    request.ontimeout = request.onerror;
    request.onabort = () => reject(new DOMException('The request was aborted', 'AbortError'));
    request.onloadend = () => init.signal?.removeEventListener('abort', abort);
    if (init.signal?.aborted === true) {
      reject(new DOMException('The request was aborted', 'AbortError'));
      return;
    }
    init.signal?.addEventListener('abort', abort);
    request.send(init.body as XMLHttpRequestBodyInit | null);
  });
}

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
  }
  const bodyless = [204, 205, 304].includes(request.status);
  const { status, statusText } = request;
  return new Response(bodyless ? null : (request.response as ArrayBuffer), { status, statusText, headers });
}
