import { localSite } from './support/localSite';
import type { TestSite } from './support/localSite';

describe('The clock of the site', () => {
  let site: TestSite | undefined;
  const siteTime = async (): Promise<string> => ((await (await (site as TestSite).request('/_local/clock')).json()) as { now: string }).now;
  afterEach(async () => {
    await site?.stop();
    site = undefined;
  });

  it('starts on 10 August 2020, 9:00 in Geneva', async () => {
    site = await localSite();
    expect(await siteTime()).toMatch(/^2020-08-10T07:00:/);
  });

  it('is in the Date header of every answer, and in everything that is recorded', async () => {
    site = await localSite({ now: '2020-09-18T21:59:00Z' });
    for (const path of ['/sites/tdag-wg-sop/_api/web', '/_local/users', '/nowhere']) {
      expect((await site.request(path)).headers.get('date')).toMatch(/^Fri, 18 Sep 2020 21:59:/);
    }
    const list = await site.as().web.lists.add('Papers', '');
    expect(list.Created).toMatch(/^2020-09-18T21:59:/);
  });

  it('is moved forward to an instant or by a duration of the calendar, and never back', async () => {
    site = await localSite({ now: '2020-10-24T10:00:00Z' });
    await site.administer('clock', { advanceBy: 'P1D' });
    expect(await siteTime()).toMatch(/^2020-10-25T11:00:/);
    await site.administer('clock', { advanceTo: '2020-11-01T00:00:00Z' });
    expect(await siteTime()).toMatch(/^2020-11-01T00:00:/);
    expect((await site.administer('clock', { advanceTo: '2020-10-01T00:00:00Z' })).status).toBe(400);
    expect((await site.administer('clock', { advanceBy: '-P1D' })).status).toBe(400);
    expect((await site.administer('clock', {})).status).toBe(400);
    expect(await siteTime()).toMatch(/^2020-11-01T00:00:/);
  });

  it('goes on after a restart, and an earlier setting does not take it back', async () => {
    site = await localSite({ now: '2020-08-10T07:00:00Z' });
    await site.administer('clock', { advanceTo: '2020-09-11T07:00:00Z' });
    await site.restart({ now: '2020-08-10T07:00:00Z' });
    expect(await siteTime()).toMatch(/^2020-09-11T07:00:/);
    await site.restart({ now: '2020-09-12T07:00:00Z' });
    expect(await siteTime()).toMatch(/^2020-09-12T07:00:/);
  });

  it('says what it wants when it is set to something else', async () => {
    await expect(localSite({ now: 'tomorrow' })).rejects.toThrow('DESK_NOW is "tomorrow". Give an ISO instant');
  });
});
