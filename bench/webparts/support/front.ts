import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import express from 'express';
import { workbenchRouter } from '../../../src/localsite/workbench/router';

const COMPRESSIBLE = /javascript|json|css|html/;

/** A page with a build of a web part, its answers compressed as SharePoint's are. */
export interface Front {
  /** Where the page is. */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Puts the page with the web part of a build before a local site: what belongs to the page comes from the build, what
 * belongs to the site from the site, all of it with gzip.
 * @param siteUrl of a local site that runs
 */
export async function startFront(siteUrl: string, releaseFolder: string): Promise<Front> {
  const app = express();
  app.disable('etag');
  app.use(workbenchRouter({ sitePath: new URL(siteUrl).pathname, releaseFolder }));
  const page = app.listen(0, '127.0.0.1');
  await once(page, 'listening');
  const [pagePort, sitePort] = [(page.address() as AddressInfo).port, Number(new URL(siteUrl).port)];
  const front = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    const port = /^\/(_local|sites)\//.test(url) ? sitePort : pagePort;
    const { 'accept-encoding': _unwanted, ...asked } = headers;
    const forwarded = httpRequest({ host: '127.0.0.1', port, path: url, method, headers: asked }, (answer) => {
      const { 'content-length': length, ...given } = answer.headers;
      if (COMPRESSIBLE.test(given['content-type'] ?? '')) {
        response.writeHead(answer.statusCode ?? 502, { ...given, 'content-encoding': 'gzip' });
        pipeline(answer, createGzip(), response, () => undefined);
      } else {
        response.writeHead(answer.statusCode ?? 502, { ...given, ...(length === undefined ? {} : { 'content-length': length }) });
        pipeline(answer, response, () => undefined);
      }
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const { port } = front.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      for (const server of [front, page]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    }
  };
}
