import { SavedViews } from '../../src/site/savedViews';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('saved views', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await provisionedSite();
  });
  afterAll(() => site.stop());
  const views = (user = 'secretariat'): SavedViews => new SavedViews(site.connect(user));
  const named = async (email: string): Promise<string[]> => (await views().of(email)).map(({ name, isShared }) => `${name}${isShared ? ' (shared)' : ''}`);

  it('are a person’s own or everybody’s', async () => {
    await views().keep('One@example.org', { name: "The chair's", isShared: false, content: '{"a":1}' });
    await views().keep('one@example.org', { name: 'Held', isShared: true, content: '{}' });
    await views().keep('other@example.org', { name: 'Mine', isShared: false, content: '{}' });
    expect(await named('one@example.org')).toEqual(['Held (shared)', "The chair's"]);
    expect(await named('other@example.org')).toEqual(['Held (shared)', 'Mine']);
  });

  it('are replaced by one of the same name, and removed', async () => {
    await views().keep('one@example.org', { name: 'THE CHAIR\'S', isShared: false, content: '{"a":2}' });
    const own = (await views().of('one@example.org')).filter(({ isShared }) => !isShared);
    expect(own).toMatchObject([{ name: "THE CHAIR'S", content: '{"a":2}' }]);
    await views().remove(own[0].id);
    await views().remove(own[0].id);
    expect(await named('one@example.org')).toEqual(['Held (shared)']);
  });

  it('are nobody’s business outside the secretariat', async () => {
    await expect(views('delegate.fr').of('one@example.org')).rejects.toMatchObject({ kind: expect.stringMatching(/notAllowed|notFound/) as string });
    await expect(views('delegate.fr').keep('delegate.fr@example.org', { name: 'X', isShared: true, content: '{}' })).rejects.toMatchObject({ kind: expect.stringMatching(/notAllowed|notFound/) as string });
  });
});
