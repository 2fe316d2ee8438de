import { Label } from '@fluentui/react/lib/Label';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { FieldError } from './FieldError';
import { FieldHint } from './FieldHint';

const styles = mergeStyleSets({
  select: {
    width: '100%',
    height: 32,
    boxSizing: 'border-box',
    paddingInline: '6px 4px',
    border: '1px solid var(--desk-strong-line)',
    borderRadius: 2,
    background: 'var(--desk-input)',
    color: 'var(--desk-text)',
    font: 'inherit',
    fontSize: 14,
    selectors: {
      ':focus-visible': { outline: '2px solid var(--desk-accent)', outlineOffset: -1 },
      '[aria-invalid="true"]': { borderColor: 'var(--desk-error-text)' }
    }
  }
});

/** One value out of a few. */
export interface SelectFieldProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  /** What stands above it instead, where the label says what can be seen already. */
  readonly shownLabel?: string;
  /** What stands there while nothing is chosen. */
  readonly placeholder: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | undefined;
  /** Whether the placeholder is an answer too. */
  readonly isOptional?: boolean;
  /** What helps with it, shown below. */
  readonly hint?: string;
  readonly error?: string;
  readonly onChange: (value: Value | undefined) => void;
}

/**
 * A choice, required unless told otherwise. It is the browser's own select in Fluent's clothes: phones show their own picker for it, and
 * every screen reader knows it.
 */
export function SelectField<Value extends string>({ id, label, shownLabel, placeholder, options, value, isOptional = false, hint, error, onChange }: SelectFieldProps<Value>): React.ReactElement {
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const describedBy = error !== undefined ? errorId : hint !== undefined ? hintId : undefined;
  return (
    <div>
      <Label htmlFor={id} required={!isOptional}>
        {shownLabel ?? label}
      </Label>
      <select
        id={id}
        className={styles.select}
        required={!isOptional}
        aria-label={shownLabel === undefined ? undefined : label}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        value={value ?? ''}
        onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {error === undefined && <FieldHint id={hintId} hint={hint} />}
      <FieldError id={errorId} message={error} />
    </div>
  );
}
