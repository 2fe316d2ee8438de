import { localSite } from './support/localSite';
import type { TestSite } from './support/localSite';

describe('Starting the local site', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await localSite();
  });
  afterAll(() => site.stop());

  it('says what to do when the port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await expect(localSite({ port })).rejects.toThrow(`Port ${port} is in use. Stop the program that uses it, or choose another one with SITE_PORT=<number>.`);
  });

  it('knows one user in each role', async () => {
    const users = (await (await site.request('/_local/users')).json()) as { email: string; groups: string[] }[];
    expect(users.map(({ email, groups }) => [email.split('@')[0], ...groups])).toEqual([
      ['service'],
      ['secretariat', 'Secretariat'],
      ['delegate.fr', 'Delegates'],
      ['delegate.ke', 'Delegates'],
      ['delegate.es', 'Delegates'],
      ['chair', 'Delegates', 'Members'],
      ['member', 'Members'],
      ['visitor', 'Visitors']
    ]);
  });

  it('can hold several sites that know nothing of each other', async () => {
    const both = await localSite({ sites: ['tdag-wg-sop', 'tdag-wg-prep'] });
    await both.as().web.lists.add('Only here', '');
    const other = await both.request('/sites/tdag-wg-prep/_api/web/lists', { headers: { 'X-Local-User': 'service@example.org', Accept: 'application/json' } });
    expect(((await other.json()) as { value: { Title: string }[] }).value.map(({ Title }) => Title)).toEqual(['Documents', 'Site Assets', 'Site Pages']);
    await both.stop();
  });
});
