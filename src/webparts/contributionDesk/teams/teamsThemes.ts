import type { PartialTheme } from '@fluentui/react/lib/Theme';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';

/** Teams' accent on light ground. */
const LIGHT = {
  palette: {
    themePrimary: '#5b5fc7',
    themeLighterAlt: '#f7f7fd',
    themeLighter: '#e1e2f6',
    themeLight: '#c8caee',
    themeTertiary: '#9699dd',
    themeSecondary: '#6b6fce',
    themeDarkAlt: '#5256b3',
    themeDark: '#454997',
    themeDarker: '#33366f'
  }
} satisfies PartialTheme;

const DARK = {
  isInverted: true,
  palette: {
    themePrimary: '#7f85f5',
    themeLighterAlt: '#050510',
    themeLighter: '#141527',
    themeLight: '#262849',
    themeTertiary: '#4c5093',
    themeSecondary: '#7579e0',
    themeDarkAlt: '#8c91f6',
    themeDark: '#9da2f7',
    themeDarker: '#b6b9f9',
    neutralLighterAlt: '#282828',
    neutralLighter: '#313131',
    neutralLight: '#3f3f3f',
    neutralQuaternaryAlt: '#484848',
    neutralQuaternary: '#4f4f4f',
    neutralTertiaryAlt: '#6d6d6d',
    neutralTertiary: '#c8c8c8',
    neutralSecondary: '#d0d0d0',
    neutralSecondaryAlt: '#d0d0d0',
    neutralPrimaryAlt: '#dadada',
    neutralPrimary: '#ffffff',
    neutralDark: '#f4f4f4',
    black: '#f8f8f8',
    white: '#1f1f1f'
  }
} satisfies PartialTheme;

const YELLOW = '#ffff01';
const BLACK = '#000000';
const WHITE = '#ffffff';

/** Black, white, and yellow for what can be followed; nothing is told apart by a shade. */
const CONTRAST = {
  isInverted: true,
  palette: {
    themePrimary: YELLOW,
    themeLighterAlt: BLACK,
    themeLighter: BLACK,
    themeLight: BLACK,
    themeTertiary: YELLOW,
    themeSecondary: YELLOW,
    themeDarkAlt: YELLOW,
    themeDark: YELLOW,
    themeDarker: YELLOW,
    neutralLighterAlt: BLACK,
    neutralLighter: BLACK,
    neutralLight: '#1f1f1f',
    neutralQuaternaryAlt: '#2b2b2b',
    neutralQuaternary: '#2b2b2b',
    neutralTertiaryAlt: WHITE,
    neutralTertiary: '#3ff23f',
    neutralSecondary: WHITE,
    neutralSecondaryAlt: WHITE,
    neutralPrimaryAlt: WHITE,
    neutralPrimary: WHITE,
    neutralDark: WHITE,
    black: WHITE,
    white: BLACK
  },
  semanticColors: {
    bodyDivider: WHITE,
    bodyFrameDivider: WHITE,
    buttonBorder: WHITE,
    inputBorder: WHITE,
    primaryButtonText: BLACK,
    primaryButtonTextHovered: BLACK,
    primaryButtonTextPressed: BLACK,
    link: YELLOW,
    linkHovered: YELLOW,
    infoBackground: BLACK,
    errorBackground: BLACK,
    blockingBackground: BLACK,
    warningBackground: BLACK,
    severeWarningBackground: BLACK,
    successBackground: BLACK,
    errorText: WHITE,
    focusBorder: '#1aebff'
  }
} satisfies PartialTheme;

const THEMES: Readonly<Record<string, PartialTheme>> = { default: LIGHT, dark: DARK, contrast: CONTRAST };

/**
 * The theme that Teams names. SharePoint hands web parts in Teams a theme as well, but at first always a light one and
 * never high contrast (SharePoint/sp-dev-docs, issues 7761 and 9187; pnp/sp-dev-fx-controls-react, issue 1202).
 */
export function teamsTheme(name: string): IReadonlyTheme {
  return (THEMES[name] ?? LIGHT) as IReadonlyTheme;
}
