import { connect } from 'node:net';
import * as fc from 'fast-check';
import { provisionedSite } from '../../support/provisionedSite';
import { runService } from '../../support/service';
import { Exchange } from '../exchange';
import { FaultLog } from '../faultLog';
import { damaged, hostileText } from '../hostile';
import type { FuzzTarget } from '../target';

const LINES = [
  'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /_local/clock HTTP/1.1\r\nHost: localhost\r\n\r\nGET /_local/users HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'POST /api/webhooks/site HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"value":[]}',
  'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n',
  "POST /sites/tdag-wg-sop/_api/web/lists/getByTitle('Meetings')/items HTTP/1.1\r\nHost: localhost\r\nX-Local-User: service@example.org\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\nd\r\n{\"Title\":\"x\"}\r\n0\r\n\r\n",
  "PUT /sites/tdag-wg-sop/_api/web/getFileByServerRelativePath(decodedUrl='/sites/tdag-wg-sop/Contributions/a.txt')/$value HTTP/1.1\r\nHost: localhost\r\nX-Local-User: service@example.org\r\nContent-Length: 9999999\r\n\r\nabc",
  'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n'
] as const;

/** Bytes on the line that no client writes, to the local site and to the service; both still answer the next caller. */
export const sockets: FuzzTarget = {
  name: 'sockets',
  cases: 12_000,
  open: async () => {
    const faults = new FaultLog();
    const site = await provisionedSite(undefined, {}, undefined, { log: faults.log });
    const service = await runService(site, { pollSeconds: 60, tickSeconds: 60 }, { log: faults.log });
    const places = [
      { port: Number(new URL(site.url).port), path: '/_local/clock' },
      { port: Number(new URL(service.url).port), path: '/livez' }
    ].map((place) => ({ ...place, exchange: new Exchange(place.port) }));
    return {
      property: fc.asyncProperty(damaged(fc.oneof({ weight: 5, arbitrary: fc.constantFrom<string>(...LINES) }, { weight: 1, arbitrary: hostileText })), fc.nat({ max: 1 }), fc.boolean(), async (text, index, ends) => {
        const { port, path, exchange } = places[index];
        const answer = await said(port, text, ends);
        faults.check();
        const failed = /^HTTP\/1\.1 5(?!03|05)\d\d/m.exec(answer);
        if (failed !== null) {
          throw new Error(answer.slice(0, 300));
        }
        const next = await exchange.send({ method: 'GET', path, headers: {}, body: '' });
        if (next?.status !== 200) {
          throw new Error(`The next caller was answered ${next?.status}.`);
        }
      }),
      close: async () => {
        places.forEach(({ exchange }) => exchange.close());
        await service.stop();
        await site.stop();
      }
    };
  }
};

/** What a server says to such bytes before a moment of silence; the line is then cut, or closed in good order. */
function said(port: number, text: string, ends: boolean): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (ends ? socket.end(text) : socket.write(text)));
    socket.setTimeout(20, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(answer));
  });
}
