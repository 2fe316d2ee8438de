import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteClock } from '../../src/site/clock';
import { isSiteError } from '../../src/site/errors';
import { siteFetch } from '../../src/site/siteFetch';

const IMPATIENT = { seconds: 0.2, slowestBytesPerSecond: 16 * 1024 };
/** Longer than any test takes; for what is not to be waited for in vain. */
const PATIENT = { seconds: 120, slowestBytesPerSecond: 16 * 1024 };

describe('a site that stalls', () => {
  let server: Server;
  const requests: string[] = [];

  afterEach(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  );

  async function serve(answer: RequestListener): Promise<URL> {
    requests.length = 0;
    server = createServer((request, response) => {
      requests.push(String(request.method));
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sites/group/_api/web`);
  }

  const failureOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no failure', (error: unknown) => error);

  it.each(['GET', 'POST'])('before it answers a %s is given up, as unreachable, and asked no second time', async (method) => {
    const url = await serve(() => undefined);
    expect(await failureOf(siteFetch(url, { method }, siteClock(), IMPATIENT))).toMatchObject({ kind: 'unreachable', message: 'The site did not answer within 0 seconds' });
    expect(requests).toEqual([method]);
  });

  it('in the middle of an answer is given up in the same way', async () => {
    const url = await serve((_request, response) => void response.write('{"Title":'));
    const response = await siteFetch(url, {}, siteClock(), IMPATIENT);
    expect(await failureOf(response.json())).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('did not answer within') as string });
  });

  it('is waited for as long as pieces of its answer come, however long that takes altogether', async () => {
    const url = await serve((_request, response) => {
      let sent = 0;
      const timer = setInterval(() => {
        response.write('x');
        if ((sent += 1) === 20) {
          clearInterval(timer);
          response.end();
        }
      }, 100);
    });
    const response = await siteFetch(url, {}, siteClock(), { ...IMPATIENT, seconds: 1.5 });
    expect(await response.text()).toBe('x'.repeat(20));
  });

  it('is no matter for a reader that takes its time', async () => {
    const url = await serve((_request, response) => void response.end('x'.repeat(1_000_000)));
    const { body } = await siteFetch(url, {}, siteClock(), { ...IMPATIENT, seconds: 1 });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    let size = (await reader.read()).value?.byteLength ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.byteLength;
    }
    expect(size).toBe(1_000_000);
  });

  it('leaves a large upload the time that a slow line needs', async () => {
    const url = await serve((request, response) => void setTimeout(() => request.resume().on('end', () => response.end('{}')), 600));
    // At 20 kB a second these take ten seconds, and the server reads none of them before the patience for the answer alone is over.
    const response = await siteFetch(url, { method: 'POST', body: new Blob([new Uint8Array(200_000)]) }, siteClock(), { seconds: 0.2, slowestBytesPerSecond: 20_000 });
    expect(response.status).toBe(200);
  });

  it('is another thing than a caller who cancels, before the answer and in its middle', async () => {
    const url = await serve((request, response) => void (request.method === 'GET' && response.write('{')));
    const before = new AbortController();
    const cancelled = failureOf(siteFetch(url, { method: 'POST', signal: before.signal }, siteClock(), PATIENT));
    before.abort();
    expect(await cancelled).toMatchObject({ kind: 'cancelled' });
    const within = new AbortController();
    const response = await siteFetch(url, { signal: within.signal }, siteClock(), PATIENT);
    const reading = failureOf(response.json());
    within.abort();
    expect(await reading).toMatchObject({ kind: 'cancelled' });
  });

  it('and cuts its answer off is unreachable', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"Title":', () => response.destroy());
    });
    const response = await siteFetch(url, {}, siteClock(), PATIENT);
    expect(isSiteError(await failureOf(response.json()), 'unreachable')).toBe(true);
  });
});
