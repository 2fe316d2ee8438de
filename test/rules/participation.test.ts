import { participationByRegion } from '../../src/rules/participation';
import { DEMO_DELEGATIONS } from '../../src/site/provisioning/demoDelegations';

describe('participation by region', () => {
  it('counts a State in its region although it is in no regional organization', () => {
    expect(DEMO_DELEGATIONS.find(({ name }) => name === 'Cuba')?.regionalOrganization).toBeUndefined();
    const { regions } = participationByRegion(DEMO_DELEGATIONS, ['Cuba', 'Brazil'], ['Cuba']);
    expect(regions.find(({ region }) => region === 'americas')).toEqual({ region: 'americas', delegations: 4, contributions: 2, languageRequests: 1 });
  });

  it('recognises a source however it is capitalised or accented, and counts what is from elsewhere apart', () => {
    const { regions, elsewhere } = participationByRegion([{ name: 'Côte d’Ivoire', region: 'africa' }], [' cote d’ivoire ', 'A consultancy'], []);
    expect(regions.map(({ contributions }) => contributions)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(elsewhere).toBe(1);
  });
});
