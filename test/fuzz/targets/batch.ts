import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseBatch } from '../../../src/localsite/odata/batch';
import { damaged, hostileText } from '../hostile';
import { orProblem } from '../problems';
import type { FuzzTarget } from '../target';

const part = fc.record({ method: fc.constantFrom('GET', 'POST', 'DELETE'), url: fc.webPath().map((path) => `/sites/group/_api${path}`), body: fc.json() });

function batchOf(parts: readonly { readonly method: string; readonly url: string; readonly body: string }[], end: string, nested: boolean): string {
  const written = parts.map(({ method, url, body }) => ['--b', 'Content-Type: application/http', '', `${method} ${url} HTTP/1.1`, 'Accept: application/json', '', body.trim(), ''].join(end)).join('');
  const inner = `${written}--b--${end}`;
  return nested ? ['--outer', 'Content-Type: multipart/mixed; boundary=b', '', `${inner}--outer--`, ''].join(end) : inner;
}

/** Batches of requests: what was written is read, whatever else comes is read or refused. */
export const batch: FuzzTarget = {
  name: 'batch',
  cases: 50_000,
  open: () =>
    Promise.resolve({
      property: fc.property(fc.array(part, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), damaged(fc.constantFrom('multipart/mixed; boundary=b', 'multipart/mixed; boundary="outer"')), hostileText, (parts, end, nested, type, junk) => {
        const body = batchOf(parts, end, nested);
        const read = parseBatch(body, `multipart/mixed; boundary=${nested ? 'outer' : 'b'}`);
        assert.deepEqual(read.map((each) => ({ method: each.method, url: each.url, body: each.body })), parts.map((each) => ({ ...each, body: each.body.trim() })));
        orProblem(() => parseBatch(body, type));
        orProblem(() => parseBatch(body.replace('application/json', junk) + junk, 'multipart/mixed; boundary=b'));
        orProblem(() => parseBatch(`--b${end}${junk}${end}--b--`, 'multipart/mixed; boundary=b'));
      })
    })
};
