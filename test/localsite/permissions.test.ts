import type { SPFI } from '@pnp/sp';
import { localSite, refusal } from './support/localSite';
import type { TestSite } from './support/localSite';

const DENIED = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

describe('What each user may do', () => {
  let site: TestSite;
  let service: SPFI;

  beforeAll(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    service = site.as();
    await service.web.lists.add('Meetings', '');
    await service.web.lists.add('Requests', '');
    await service.web.lists.add('Secret', '');
    await service.web.lists.getByTitle('Meetings').items.add({ Title: 'Second meeting' });
    const role = async (name: string): Promise<number> => (await service.web.roleDefinitions.getByName(name)()).Id;
    const group = async (name: string): Promise<number> => (await service.web.siteGroups.getByName(name)()).Id;
    const meetings = service.web.lists.getByTitle('Meetings');
    await meetings.breakRoleInheritance(false, true);
    await meetings.roleAssignments.add(await group('Secretariat'), await role('Full Control'));
    await meetings.roleAssignments.add(await group('Delegates'), await role('Read'));
    await meetings.roleAssignments.add(await group('Members'), await role('Read'));
    await service.web.lists.getByTitle('Secret').breakRoleInheritance(false, true);
  });
  afterAll(() => site.stop());

  it.each([
    ['secretariat', true, true, true],
    ['delegate.fr', true, false, false],
    ['chair', true, false, false],
    ['member', false, false, false],
    ['visitor', false, false, false],
    ['service', true, true, true]
  ])('%s: adds requests %s, changes meetings %s, makes lists %s', async (user, requests, meetings, lists) => {
    const sp = site.as(user);
    const allowed = async (work: Promise<unknown>): Promise<boolean> => {
      try {
        await work;
        return true;
      } catch {
        expect(await refusal(work)).toMatchObject(DENIED);
        return false;
      }
    };
    expect(await allowed(sp.web.lists.getByTitle('Requests').items.add({ Title: 'fr' }))).toBe(requests);
    if (user !== 'visitor') {
      expect(await allowed(sp.web.lists.getByTitle('Meetings').items.getById(1).update({ Title: `by ${user}` }))).toBe(meetings);
    }
    expect(await allowed(sp.web.lists.add(`List of ${user}`))).toBe(lists);
    expect(await allowed(sp.web.lists.getByTitle('Documents').rootFolder.files.addUsingPath(`${user}.txt`, 'x'))).toBe(requests);
  });

  it('includes nothing for someone without a name, or with a name that the site does not know', async () => {
    expect((await site.request(`${new URL(site.url).pathname}/_api/web`)).status).toBe(401);
    expect(await refusal(site.as('stranger').web())).toMatchObject({ status: 401 });
  });

  it('hides a list from who may not see it: it does not exist for them', async () => {
    const visitor = site.as('visitor');
    expect((await visitor.web.lists()).map(({ Title }) => Title)).not.toContain('Secret');
    expect(await refusal(visitor.web.lists.getByTitle('Secret')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
  });

  it('is told as SharePoint tells it', async () => {
    expect(await site.as('delegate.fr').web.lists.getByTitle('Requests').currentUserHasPermissions(2)).toBe(true);
    expect(await site.as('member').web.lists.getByTitle('Requests').currentUserHasPermissions(2)).toBe(false);
    expect(await service.web.userHasPermissions('i:0#.f|membership|visitor@example.org', 1)).toBe(true);
    const { High, Low } = await site.as('member').web.lists.getByTitle('Meetings').effectiveBasePermissions();
    expect([High, Low].map(String)).toEqual(['176', '138612833']);
  });

  it('follows the groups, and goes back to the site\'s when a list inherits again', async () => {
    const group = service.web.siteGroups.getByName('Delegates');
    await group.users.add('i:0#.f|membership|member@example.org');
    await site.as('member').web.lists.getByTitle('Requests').items.add({ Title: 'now allowed' });
    await group.users.removeByLoginName('i:0#.f|membership|member@example.org');
    expect(await refusal(site.as('member').web.lists.getByTitle('Requests').items.add({ Title: 'no more' }))).toMatchObject(DENIED);
    await service.web.lists.getByTitle('Secret').resetRoleInheritance();
    expect((await site.as('visitor').web.lists.getByTitle('Secret')()).Title).toBe('Secret');
  });

  it('can be limited to one\'s own items', async () => {
    await service.web.lists.add('Own', '', 100, false, { ReadSecurity: 2, WriteSecurity: 2 });
    const [french, kenyan] = ['delegate.fr', 'delegate.ke'].map((user) => site.as(user).web.lists.getByTitle('Own').items);
    const { Id } = await french.add({ Title: 'mine' });
    expect(await site.as('delegate.ke').web.lists.getByTitle('Own').items()).toEqual([]);
    expect(await refusal(kenyan.getById(Id)())).toMatchObject({ status: 404 });
    expect(await service.web.lists.getByTitle('Own').items()).toHaveLength(1);
  });
});

describe('A browser', () => {
  let site: TestSite;
  const cookie = 'localUser=delegate.fr%40example.org';
  const post = (headers: Record<string, string>): Promise<Response> =>
    site.request(`${new URL(site.url).pathname}/_api/web/lists/getByTitle('Requests')/items`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: '{"Title":"x"}'
    });
  const digest = async (): Promise<string> => {
    const response = await site.request(`${new URL(site.url).pathname}/_api/contextinfo`, { method: 'POST', headers: { Cookie: cookie, Accept: 'application/json' } });
    return ((await response.json()) as { FormDigestValue: string }).FormDigestValue;
  };

  beforeAll(async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    await site.as().web.lists.add('Requests', '');
  });
  afterAll(() => site.stop());

  it('changes something only with a form digest of its own', async () => {
    const refused = await post({});
    expect(refused.status).toBe(403);
    expect(((await refused.json()) as { 'odata.error': { code: string } })['odata.error'].code).toBe('-2130575251, Microsoft.SharePoint.SPException');
    expect((await post({ 'X-RequestDigest': `${(await digest()).replace(/^0x./, '0xZ')}` })).status).toBe(403);
    expect((await post({ 'X-RequestDigest': await digest() })).status).toBe(201);
  });

  it('needs a new form digest after half an hour of the site\'s time', async () => {
    const old = await digest();
    await site.administer('clock', { advanceBy: 'PT31M' });
    expect((await post({ 'X-RequestDigest': old })).status).toBe(403);
    expect((await post({ 'X-RequestDigest': await digest() })).status).toBe(201);
  });

  it('of a foreign page changes nothing, and a foreign host name reaches nothing', async () => {
    expect((await post({ 'X-RequestDigest': await digest(), Origin: 'http://evil.example.org' })).status).toBe(403);
    const { port } = new URL(site.url);
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/_local/users', headers: { Host: 'rebound.example.org' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject).end();
    });
    expect(status).toBe(403);
  });
});
