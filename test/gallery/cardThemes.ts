/** The themes of Teams, in which a card must be readable. */
export const CARD_THEMES = ['light', 'dark', 'contrast'] as const;
/** One of {@link CARD_THEMES}. */
export type CardTheme = (typeof CARD_THEMES)[number];

/** The fonts of the cards; the last one is for machines without a Chinese one. */
export const FONTS = "'Segoe UI', 'Open Sans', 'Chinese', sans-serif";

interface Colours {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly accent: string;
  readonly button: string;
}

/** Colours after the tokens of Fluent UI's three Teams themes (webLight, teamsDark, teamsHighContrast). */
export const THEME_COLOURS: Readonly<Record<CardTheme, Colours>> = {
  light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161', good: '#237b4b', warning: '#835c00', attention: '#c4314b', accent: '#444791', button: '#242424' },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#d6d6d6', good: '#92c353', warning: '#f8d22a', attention: '#e37d80', accent: '#9ea2ff', button: '#ffffff' },
  contrast: { page: '#000000', card: '#000000', text: '#ffffff', subtle: '#ffffff', good: '#3ff23f', warning: '#ffff01', attention: '#ffff01', accent: '#ffff01', button: '#ffff01' }
};

/** How Teams sets a card in a theme, as a host configuration of Adaptive Cards. */
export function hostConfiguration(theme: CardTheme): Record<string, unknown> {
  const { card, text, subtle, good, warning, attention, accent } = THEME_COLOURS[theme];
  const both = (colour: string, quiet = colour): Record<string, string> => ({ default: colour, subtle: quiet });
  return {
    supportsInteractivity: true,
    fontFamily: FONTS,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: {
      default: {
        backgroundColor: card,
        foregroundColors: { default: both(text, subtle), good: both(good), warning: both(warning), attention: both(attention), accent: both(accent) }
      }
    },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: { actionMode: 'inline' }, actionsOrientation: 'horizontal', actionAlignment: 'left' }
  };
}
