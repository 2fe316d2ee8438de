import { mergeStyles, mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';

/** A button's words, and what every button of a page has. */
export interface ButtonProps extends Omit<React.ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label' | 'aria-disabled'> {
  readonly text: React.ReactNode;
  /** What a screen reader says in place of the words; it contains them. */
  readonly ariaLabel?: string;
  /** Lets the focus stay while the button is disabled, so that it is not lost while something is done. */
  readonly allowDisabledFocus?: boolean;
}

const FORCED = '@media (forced-colors: active)';
/** Written one after the other: merge-styles takes a comma anywhere for the end of a selector. */
const ENABLED = ':not([disabled]):not([aria-disabled=true])';
const HOVER = `:hover${ENABLED}`;
const PRESSED = `:active${ENABLED}`;
const DISABLED = '&[disabled], &[aria-disabled=true]';

const shape = {
  boxSizing: 'border-box',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 80,
  minHeight: 32,
  margin: 0,
  padding: '0 16px',
  border: '1px solid',
  borderRadius: 2,
  font: 'inherit',
  fontSize: 14,
  textAlign: 'center',
  cursor: 'pointer',
  userSelect: 'none'
} as const;
const focus = { ':focus-visible': { outline: '1px solid var(--desk-focus)', outlineOffset: -4, boxShadow: '0 0 0 1px var(--desk-focus)' } };
const disabled = {
  [DISABLED]: {
    cursor: 'default',
    color: 'var(--desk-button-off-text)',
    background: 'var(--desk-button-off)',
    borderColor: 'var(--desk-button-off)',
    selectors: { [FORCED]: { color: 'GrayText', borderColor: 'GrayText' } }
  }
};

const styles = mergeStyleSets({
  default: {
    ...shape,
    fontWeight: 600,
    color: 'var(--desk-button-text)',
    background: 'var(--desk-button)',
    borderColor: 'var(--desk-button-line)',
    selectors: {
      [HOVER]: { background: 'var(--desk-button-hovered)', selectors: { [FORCED]: { color: 'Highlight', borderColor: 'Highlight' } } },
      [PRESSED]: { background: 'var(--desk-button-pressed)' },
      ...focus,
      ...disabled
    }
  },
  primary: {
    ...shape,
    fontWeight: 600,
    color: 'var(--desk-primary-text)',
    background: 'var(--desk-primary)',
    borderColor: 'var(--desk-primary)',
    selectors: {
      [HOVER]: { background: 'var(--desk-primary-hovered)', borderColor: 'var(--desk-primary-hovered)', selectors: { [FORCED]: { background: 'Highlight', borderColor: 'Highlight' } } },
      [PRESSED]: { background: 'var(--desk-primary-pressed)', borderColor: 'var(--desk-primary-pressed)' },
      [FORCED]: { color: 'Window', background: 'WindowText', borderColor: 'WindowText', forcedColorAdjust: 'none' },
      ':focus-visible': { outline: '1px solid var(--desk-primary-text)', outlineOffset: -4, boxShadow: '0 0 0 1px var(--desk-focus)' },
      ...disabled
    }
  },
  action: {
    ...shape,
    minWidth: 0,
    minHeight: 40,
    padding: '0 4px',
    justifyContent: 'flex-start',
    fontWeight: 400,
    color: 'var(--desk-text)',
    background: 'transparent',
    borderColor: 'transparent',
    selectors: { [HOVER]: { color: 'var(--desk-accent)' }, ...focus, ...disabled }
  }
});

/**
 * Buttons in Fluent's look. Fluent's own can open menus, and bring menus, callouts and focus zones with them: more
 * than a fifth of what a delegate's first view would load, of which the desk uses nothing.
 */
function buttonOf(kind: keyof typeof styles & ('default' | 'primary' | 'action')): (props: ButtonProps) => React.ReactElement {
  return function Button({ text, ariaLabel, allowDisabledFocus = false, disabled: isDisabled = false, type = 'button', className, onClick, ...rest }) {
    const staysFocusable = isDisabled && allowDisabledFocus;
    return (
      <button
        {...rest}
        type={type}
        className={mergeStyles(styles[kind], className)}
        aria-label={ariaLabel}
        disabled={isDisabled && !staysFocusable}
        aria-disabled={staysFocusable ? true : undefined}
        onClick={staysFocusable ? (event) => event.preventDefault() : onClick}
      >
        {text}
      </button>
    );
  };
}

/** For what a person may do. */
export const DefaultButton = buttonOf('default');

/** For what a person most likely wants to do. */
export const PrimaryButton = buttonOf('primary');

/** For what is among many, without a frame. */
export const ActionButton = buttonOf('action');
