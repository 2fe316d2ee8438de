import { provisionDemo } from '../../../src/site/provisioning/demo';
import { contentOf } from '../../support/content';
import { provisionedSite } from '../../support/provisionedSite';
import type { TestSite } from '../../support/provisionedSite';

let site: TestSite;

beforeAll(async () => {
  site = await provisionedSite();
  await provisionDemo(site.connect('service'));
});
afterAll(() => site.stop());

describe('the demo programme of work', () => {
  it('holds the second meeting with its agreed deadline', async () => {
    const meetings = await site.desk('member').meetings.all();
    const second = meetings.find(({ start }) => start.toString() === '2020-10-01');
    expect(second?.agreedDeadline?.toString()).toBe('2020-09-18');
    expect(second?.status).toBe('planned');
    expect(meetings).toHaveLength(3);
  });

  it('counts Cuba in the Americas without a regional organization', async () => {
    const cuba = (await site.desk('member').delegations.all()).find(({ name }) => name === 'Cuba');
    expect(cuba).toMatchObject({ region: 'americas', type: 'memberState' });
    expect(cuba?.regionalOrganization).toBeUndefined();
  });

  it('has each region with its organization', async () => {
    const delegations = await site.desk('member').delegations.all();
    const organizations = delegations.filter(({ type }) => type === 'regionalOrganization').map(({ regionalOrganization }) => regionalOrganization);
    expect(organizations.sort()).toEqual(['APT', 'ATU', 'CEPT', 'CITEL', 'LAS', 'RCC']);
  });

  it('holds the reference documents as real Word files under their symbols', async () => {
    const desk = site.desk('member');
    const [document] = await desk.contributions.byNumber(35);
    expect(document).toMatchObject({ docSymbol: 'TDAG-WG-SOP/35-E', docStatus: 'published', purpose: 'information', originalLanguage: 'en' });
    const content = await contentOf(desk.contributions, document.id);
    expect(new TextDecoder().decode(content.slice(0, 2))).toBe('PK');
    expect((await desk.contributions.byNumber(1)).map(({ docSymbol }) => docSymbol)).toEqual(['DT/1']);
  });

  it('keeps the numbers of the reference documents from being given again', async () => {
    const { numbers, contributions } = site.desk('secretariat');
    const [document] = await contributions.byNumber(35);
    expect(await numbers.of(document.id)).toEqual({ series: 'document', number: 35 });
    expect(await numbers.give('document', 5000)).toMatchObject({ number: 36 });
    expect(await numbers.give('temporary', 5001)).toMatchObject({ number: 2 });
  });

  it('is complete when it is entered again', async () => {
    const again = await provisionDemo(site.connect('service'));
    expect(again.filter(({ state }) => state !== 'present')).toEqual([]);
    expect(await site.desk().contributions.recent(100)).toHaveLength(4);
  });
});
