import type { SPFI } from '@pnp/sp';
import { localSite } from '../support/localSite';
import type { TestSite } from '../support/localSite';

describe('A batch', () => {
  let site: TestSite;
  let sp: SPFI;
  beforeAll(async () => {
    site = await localSite();
    sp = site.as();
    await sp.web.lists.add('Papers', '');
  });
  afterAll(() => site.stop());

  it('of reads and writes is answered in order, each with its own success or refusal', async () => {
    const [batched, execute] = sp.batched();
    const outcomes: string[] = [];
    const note = (name: string, work: Promise<unknown>): void => void work.then(() => outcomes.push(`${name} done`), (error: { status: number }) => outcomes.push(`${name} ${error.status}`));
    note('read', batched.web.lists.getByTitle('Papers')());
    note('add', batched.web.lists.getByTitle('Papers').items.add({ Title: "it's – 文" }));
    note('missing', batched.web.lists.getByTitle('Nothing')());
    note('wrong', batched.web.lists.getByTitle('Papers').items.add({ Colour: 'blue' }));
    note('items', batched.web.lists.getByTitle('Papers').items());
    await execute();
    expect([...outcomes].sort()).toEqual(['add done', 'items done', 'missing 404', 'read done', 'wrong 400']);
    expect((await sp.web.lists.getByTitle('Papers').items())[0].Title).toBe("it's – 文");
  });

  it('of hundreds of requests keeps what belongs together', async () => {
    await sp.web.lists.add('Many', '');
    const [batched, execute] = sp.batched({ maxRequests: 100 });
    const answers = Array.from({ length: 250 }, (_, index) => batched.web.lists.getByTitle('Many').items.add({ Title: `Item ${index}` }));
    await execute();
    expect((await Promise.all(answers)).map(({ Title }) => Title)).toEqual(Array.from({ length: 250 }, (_, index) => `Item ${index}`));
  });

  it('is done as the user who sent it', async () => {
    const [batched, execute] = site.as('member').batched();
    const refused = batched.web.lists.getByTitle('Papers').items.add({ Title: 'x' }).catch((error: { status: number }) => error.status);
    await execute();
    expect(await refused).toBe(403);
  });

  it('without a boundary is a bad request', async () => {
    const response = await site.request('/sites/tdag-wg-sop/_api/$batch', { method: 'POST', headers: { 'X-Local-User': 'service@example.org', 'Content-Type': 'multipart/mixed' }, body: '--x' });
    expect(response.status).toBe(400);
  });
});
