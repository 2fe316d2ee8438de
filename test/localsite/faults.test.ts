import { localSite, refusal } from './support/localSite';
import type { TestSite } from './support/localSite';

describe('The faults that can be switched on', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await localSite();
    await site.as().web.lists.add('Papers', '');
  });
  afterEach(() => site.request('/_local/faults', { method: 'DELETE' }));
  afterAll(() => site.stop());

  it('throttle, with the time to wait, as often as was asked', async () => {
    await site.administer('faults', { kind: 'throttle', count: 1, retryAfterSeconds: 7 });
    const response = await site.request('/sites/tdag-wg-sop/_api/web', { headers: { 'X-Local-User': 'service@example.org' } });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect((await site.as().web()).Title).toBeTruthy();
  });

  it('hit only the requests they are meant for', async () => {
    await site.administer('faults', { kind: 'unavailable', path: "getByTitle\\('Papers'\\)", method: 'MERGE' });
    expect(await site.as().web.lists.getByTitle('Papers')()).toBeTruthy();
    expect(await refusal(site.as().web.lists.getByTitle('Papers').update({ Description: 'x' }))).toMatchObject({ status: 503 });
  });

  it('cut the connection before anything is done', async () => {
    await site.administer('faults', { kind: 'drop', count: 1, method: 'POST' });
    await expect(site.as().web.lists.getByTitle('Papers').items.add({ Title: 'lost' })).rejects.toThrow('fetch failed');
    expect(await site.as().web.lists.getByTitle('Papers').items.filter("Title eq 'lost'")()).toHaveLength(0);
  });

  it('cut the connection after all was done: the caller cannot know', async () => {
    await site.administer('faults', { kind: 'drop', count: 1, method: 'POST', afterwards: true });
    await expect(site.as().web.lists.getByTitle('Papers').items.add({ Title: 'kept' })).rejects.toThrow('fetch failed');
    expect(await site.as().web.lists.getByTitle('Papers').items.filter("Title eq 'kept'")()).toHaveLength(1);
  });

  it('are overcome by the retries of PnPjs', async () => {
    await site.administer('faults', { kind: 'unavailable', count: 2, retryAfterSeconds: 0 });
    expect((await site.as('service', { retry: true }).web()).Title).toBeTruthy();
  });

  it('are refused when they are none', async () => {
    expect((await site.administer('faults', { kind: 'earthquake' })).status).toBe(400);
    expect((await site.administer('faults', { kind: 'drop', path: '(' })).status).toBe(400);
  });
});
