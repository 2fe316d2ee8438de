/** What some work took. */
export interface Measured {
  readonly seconds: number;
  /** Requests to the site. */
  readonly requests: number;
  /** Memory of the process before and after, and the most in between; in megabytes. */
  readonly rss: { readonly before: number; readonly most: number; readonly after: number };
  /** What the main thread's heap held before and after, in megabytes; exact only with `--expose-gc`. */
  readonly heap: { readonly before: number; readonly after: number };
  /** The most that the main thread held outside its heap, in megabytes; a worker's is not counted. */
  readonly mostBuffers: number;
}

const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 20;

let requests = 0;
const send = globalThis.fetch;
globalThis.fetch = (input, init) => {
  requests += 1;
  return send(input, init);
};

/** Measures some work; the requests of everything in this process are counted. */
export async function measure(work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.();
  const sentBefore = requests;
  const before = process.memoryUsage();
  let [mostRss, mostBuffers] = [before.rss, before.arrayBuffers];
  const sampler = setInterval(() => {
    const { rss, arrayBuffers } = process.memoryUsage();
    mostRss = Math.max(mostRss, rss);
    mostBuffers = Math.max(mostBuffers, arrayBuffers);
  }, SAMPLE_MS);
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  clearInterval(sampler);
  globalThis.gc?.();
  const after = process.memoryUsage();
  return {
    seconds,
    requests: requests - sentBefore,
    rss: { before: before.rss / MEGABYTE, most: mostRss / MEGABYTE, after: after.rss / MEGABYTE },
    heap: { before: before.heapUsed / MEGABYTE, after: after.heapUsed / MEGABYTE },
    mostBuffers: mostBuffers / MEGABYTE
  };
}
