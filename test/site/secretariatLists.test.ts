import '@pnp/sp/items';
import '@pnp/sp/lists';
import { SITE_SCHEMA } from '../../src/site/schema';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

/** What the desk of the secretariat writes: decisions, numbers, translations, orders to send, the pause of reminders, notices, shared views, channels, meetings. */
const WRITTEN_BY_OTHERS = Object.values(SITE_SCHEMA).filter(({ access }) => access !== 'delegatesContribute');

describe('the lists that the secretariat works with', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await provisionedSite();
  });
  afterAll(() => site.stop());

  const itemsOf = (title: string, user: string) => site.connect(user).sp.web.lists.getByTitle(title).items;
  const statusOf = (work: Promise<unknown>): Promise<number> => work.then(() => 200, (error: { status?: number }) => error.status ?? 0);

  it.each(WRITTEN_BY_OTHERS.flatMap(({ title }) => ['delegate.fr', 'member'].map((user) => [title, user] as const)))('%s refuses %s to add, change and delete by REST', async (title, user) => {
    const added = (await itemsOf(title, 'service').add({ Title: `For ${user}` })) as { Id: number };
    const items = itemsOf(title, user);
    const statuses = await Promise.all([items.add({ Title: 'Mine' }), items.getById(added.Id).update({ Title: 'Mine' }), items.getById(added.Id).delete()].map(statusOf));
    for (const status of statuses) {
      expect([403, 404]).toContain(status);
    }
    expect(((await itemsOf(title, 'service').select('Title')()) as { Title: string }[]).map(({ Title }) => Title)).toEqual(expect.arrayContaining([`For ${user}`]));
    expect(((await itemsOf(title, 'service').select('Title')()) as { Title: string }[]).map(({ Title }) => Title)).not.toContain('Mine');
  });
});
