import { createTheme } from '@fluentui/react/lib/Theme';
import type { PartialTheme, Theme } from '@fluentui/react/lib/Theme';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type * as React from 'react';

/**
 * The whole Fluent theme for what the host sent, in the direction of the language. Hosts may leave parts out,
 * and before the first message there is none at all: Fluent's own values fill the gaps.
 */
export function fluentTheme(hostTheme: IReadonlyTheme | undefined, direction: 'ltr' | 'rtl'): Theme {
  const { palette, semanticColors, effects, isInverted } = (hostTheme ?? {}) as PartialTheme;
  // A part that is there without a value would take the place of Fluent's own.
  const given = Object.fromEntries(Object.entries({ palette, semanticColors, effects }).filter(([, part]) => part !== undefined));
  return createTheme({ ...given, isInverted: isInverted === true, rtl: direction === 'rtl' });
}

/**
 * The theme as CSS variables on the desk's root. Styles name these variables only, so a change of theme is a
 * change of variables and needs no new style sheet.
 */
export function themeVariables({ palette, semanticColors, isInverted, fonts }: Theme): React.CSSProperties {
  return {
    '--desk-font': fonts.medium.fontFamily,
    '--desk-text': semanticColors.bodyText,
    '--desk-quiet': semanticColors.bodySubtext,
    '--desk-surface': semanticColors.bodyBackground,
    '--desk-raised': semanticColors.bodyStandoutBackground,
    '--desk-line': semanticColors.bodyDivider,
    '--desk-strong-line': semanticColors.inputBorder,
    '--desk-input': semanticColors.inputBackground,
    '--desk-link': semanticColors.link,
    '--desk-accent': palette.themePrimary,
    '--desk-accent-soft': palette.themeLighterAlt,
    '--desk-focus': isInverted ? palette.white : palette.neutralPrimary,
    '--desk-focus-contrast': isInverted ? palette.neutralPrimary : palette.white,
    '--desk-error-text': semanticColors.errorText,
    '--desk-tone-text': semanticColors.messageText,
    '--desk-good': semanticColors.successBackground,
    '--desk-good-edge': semanticColors.successIcon,
    '--desk-caution': semanticColors.warningBackground,
    '--desk-caution-edge': semanticColors.severeWarningIcon,
    '--desk-bad': semanticColors.errorBackground,
    '--desk-bad-edge': semanticColors.errorIcon,
    '--desk-plain': semanticColors.infoBackground,
    '--desk-plain-edge': palette.themePrimary,
    '--desk-button': semanticColors.buttonBackground,
    '--desk-button-hovered': semanticColors.buttonBackgroundHovered,
    '--desk-button-pressed': semanticColors.buttonBackgroundPressed,
    '--desk-button-text': semanticColors.buttonText,
    '--desk-button-line': semanticColors.buttonBorder,
    '--desk-button-off': semanticColors.buttonBackgroundDisabled,
    '--desk-button-off-text': semanticColors.buttonTextDisabled,
    '--desk-primary': semanticColors.primaryButtonBackground,
    '--desk-primary-hovered': semanticColors.primaryButtonBackgroundHovered,
    '--desk-primary-pressed': semanticColors.primaryButtonBackgroundPressed,
    '--desk-primary-text': semanticColors.primaryButtonText
  } as React.CSSProperties;
}
