import { mailingAddressOf } from '../../src/site/mailingAddress';
import type { DeskSite } from '../../src/site/deskSite';
import { provisionedSite } from '../support/provisionedSite';
import type { TestSite } from '../support/provisionedSite';

describe('the mailing addresses among the channels', () => {
  let site: TestSite;
  let channels: DeskSite['channels'];

  beforeAll(async () => {
    site = await provisionedSite();
    ({ channels } = site.desk('secretariat'));
  });
  afterAll(() => site.stop());

  it('are entered once however they are written, with their language and title', async () => {
    await channels.addMailingAddress(' List@example.org ', 'fr');
    await channels.addMailingAddress('list@EXAMPLE.org', 'ar');
    const rows = await channels.all();
    expect(rows).toMatchObject([{ conversationKey: 'mailto:list@example.org', title: 'list@EXAMPLE.org', language: 'ar', kinds: [], status: 'active' }]);
    expect(mailingAddressOf(rows[0])).toBe('list@EXAMPLE.org');
  });

  it('become active again when they are entered again, and keep the kinds that were chosen', async () => {
    const items = site.connect('secretariat').sp.web.lists.getByTitle('Channels').items;
    const [{ id }] = await channels.all();
    await items.getById(id).update({ ChannelStatus: 'closed', ReminderKinds: 'translation,agreed' });
    await channels.addMailingAddress('list@example.org', 'en');
    expect(await channels.active()).toMatchObject([{ language: 'en', kinds: ['translation', 'agreed'] }]);
    await items.getById(id).update({ ChannelStatus: 'paused' });
    await channels.addMailingAddress('list@example.org', 'en');
    expect(await channels.active()).toEqual([]);
  });

  it.each(['', 'list', 'list@', '@example.org', 'a@example.org, b@example.org', 'list@example.org\r\nBcc: other@example.org', '<list@example.org>', 'The list <list@example.org>', `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(50)}.org`])(
    'are refused when they are none: %j',
    async (text) => {
      await expect(channels.addMailingAddress(text, 'en')).rejects.toMatchObject({ name: 'SiteError', kind: 'invalid' });
      expect(await channels.all()).toHaveLength(1);
    }
  );

  it.each([
    ['mailto:list@example.org', '', 'list@example.org'],
    ['MAILTO:List@example.org', '{"mail":"list@example.org"}', 'list@example.org'],
    ['mailto:list@example.org', '{"mail":"other@example.org"}', undefined],
    ['mailto:list@example.org', 'list@example.org', undefined],
    ['mailto:list', '', undefined],
    ['list@example.org', '', undefined]
  ])('are read from the key %s and the reference %s as %s', (conversationKey, reference, address) => {
    expect(mailingAddressOf({ conversationKey, reference })).toBe(address);
  });
});
