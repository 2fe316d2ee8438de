import { once } from 'node:events';
import { connect } from 'node:net';
import pino from 'pino';
import { eventually } from '../support/eventually';
import { localSite } from './support/localSite';
import type { TestSite } from './support/localSite';

const API = '/sites/tdag-wg-sop/_api';
const SERVICE = { 'X-Local-User': 'service@example.org', 'Content-Type': 'application/json' };

describe('A request that is broken', () => {
  let site: TestSite;
  const events: Record<string, unknown>[] = [];
  beforeAll(async () => {
    site = await localSite({ log: pino({ level: 'error' }, { write: (line: string) => void events.push(JSON.parse(line) as Record<string, unknown>) }) });
  });
  afterAll(() => site.stop());

  it('by its percent signs is refused without where that was found', async () => {
    const response = await site.request('/sites/tdag-wg-sop/%ff');
    expect([response.status, await response.json()]).toEqual([400, { message: 'The request cannot be read.' }]);
  });

  it('because it moves the clock to nowhere is refused', async () => {
    const response = await site.request('/_local/clock', { method: 'POST' });
    expect(response.status).toBe(400);
  });

  it.each(['0/0/2020', '2/31/2020', '13/1/2020 25:00'])('by the date %s, which no calendar has, is refused', async (date) => {
    const filter = encodeURIComponent(`Created gt '${date}'`);
    const response = await site.request(`${API}/web/lists/getByTitle('Documents')/items?$filter=${filter}`, { headers: SERVICE });
    expect(response.status).toBe(400);
  });

  it('off in the middle of its body is no failure of the site', async () => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST ${API}/web/lists HTTP/1.1\r\nHost: localhost\r\nX-Local-User: service@example.org\r\nContent-Length: 100\r\n\r\n{"Title":`, () => socket.resetAndDestroy());
    await once(socket, 'close');
    // The next one is answered after the site has seen the end of the one before.
    await eventually(async () => expect((await site.request(`${API}/web`, { headers: SERVICE })).status).toBe(200));
    expect(events).toEqual([]);
  });
});
