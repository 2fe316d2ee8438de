import { frameAddress } from '../../src/webparts/contributionDesk/teams/frameAddress';

const layouts = 'https://example.sharepoint.com/sites/tdag-wg-sop/_layouts/15';

describe('the address from which Teams loads the desk anew', () => {
  it("goes by way of SharePoint's sign-in for Teams and keeps what its page was called with", () => {
    const address = new URL(frameAddress(`${layouts}/teamshostedapp.aspx?teams&personal&componentId=1&forceLocale=fr-fr&meeting=2`, { kind: 'contribution', id: 5 }));
    expect(address.origin + address.pathname).toBe(`${layouts}/TeamsLogon.aspx`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      SPFX: 'true',
      dest: '/sites/tdag-wg-sop/_layouts/15/teamshostedapp.aspx?teams&personal&componentId=1&forceLocale=fr-fr&contribution=5'
    });
  });

  it('is the page itself where that is no page of its own', () => {
    expect(frameAddress('https://example.org/?host=teams', { kind: 'meeting', id: 2 })).toBe('https://example.org/?host=teams&meeting=2');
  });
});
