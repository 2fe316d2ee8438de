import { fluentTheme, themeVariables } from '../../src/webparts/contributionDesk/theme/themeVariables';
import { teamsTheme } from '../../src/webparts/contributionDesk/teams/teamsThemes';

describe('the theme of the desk', () => {
  it.each([undefined, {}, { palette: { themePrimary: '#123456' } }, teamsTheme('default'), teamsTheme('dark'), teamsTheme('contrast'), teamsTheme('glass')])(
    'has a value for every variable, whatever the host leaves out: %#',
    (hostTheme) => {
      const theme = fluentTheme(hostTheme, 'ltr');
      expect(Object.entries(themeVariables(theme)).filter(([, value]) => typeof value !== 'string' || value === '')).toEqual([]);
      expect(theme.effects.roundedCorner2).toBe('2px');
    }
  );

  it('is light for a theme of Teams that nobody knows yet', () => {
    expect(teamsTheme('glass')).toBe(teamsTheme('default'));
  });
});
