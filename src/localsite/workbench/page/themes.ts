import { createTheme, type Theme } from '@fluentui/react/lib/Theme';

import type { ThemeName } from './workbenchState';

const dark = {
  themePrimary: '#479ef5',
  themeLighterAlt: '#030609',
  themeLighter: '#0b1927',
  themeLight: '#152f49',
  themeTertiary: '#2b5f93',
  themeSecondary: '#3e8bd7',
  themeDarkAlt: '#59a8f6',
  themeDark: '#71b5f7',
  themeDarker: '#94c8f9',
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
};

const yellow = '#ffff01';
const contrast = {
  themePrimary: yellow,
  themeLighterAlt: '#000000',
  themeLighter: '#000000',
  themeLight: '#000000',
  themeTertiary: yellow,
  themeSecondary: yellow,
  themeDarkAlt: yellow,
  themeDark: yellow,
  themeDarker: yellow,
  neutralLighterAlt: '#000000',
  neutralLighter: '#000000',
  neutralLight: '#1f1f1f',
  neutralQuaternaryAlt: '#2b2b2b',
  neutralQuaternary: '#2b2b2b',
  neutralTertiaryAlt: '#ffffff',
  neutralTertiary: '#3ff23f',
  neutralSecondary: '#ffffff',
  neutralSecondaryAlt: '#ffffff',
  neutralPrimaryAlt: '#ffffff',
  neutralPrimary: '#ffffff',
  neutralDark: '#ffffff',
  black: '#ffffff',
  white: '#000000'
};

const contrastColors = {
  bodyDivider: '#ffffff',
  bodyFrameDivider: '#ffffff',
  buttonBorder: '#ffffff',
  inputBorder: '#ffffff',
  primaryButtonText: '#000000',
  primaryButtonTextHovered: '#000000',
  primaryButtonTextPressed: '#000000',
  link: yellow,
  linkHovered: yellow,
  infoBackground: '#000000',
  errorBackground: '#000000',
  blockingBackground: '#000000',
  warningBackground: '#000000',
  severeWarningBackground: '#000000',
  successBackground: '#000000',
  errorText: '#ffffff',
  focusBorder: '#1aebff'
};

/**
 * The theme that the host sends to a web part: palette and semantic colours, as in
 * `ThemeProvider.tryGetTheme` of `@microsoft/sp-component-base`.
 */
export function hostTheme(name: ThemeName): Theme {
  switch (name) {
    case 'light':
      return createTheme({});
    case 'dark':
      return createTheme({ palette: dark, isInverted: true });
    case 'contrast':
      return createTheme({ palette: contrast, semanticColors: contrastColors, isInverted: true });
  }
}
