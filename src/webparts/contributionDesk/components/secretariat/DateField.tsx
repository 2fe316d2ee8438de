import { Label } from '@fluentui/react/lib/Label';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { FieldError } from '../submission/FieldError';
import { FieldHint } from '../submission/FieldHint';

const styles = mergeStyleSets({
  input: {
    width: '100%',
    maxWidth: 240,
    height: 32,
    paddingInline: 8,
    border: '1px solid var(--desk-strong-line)',
    borderRadius: 2,
    background: 'var(--desk-input)',
    color: 'var(--desk-text)',
    font: 'inherit',
    fontSize: 14,
    selectors: { ':focus-visible': { outline: '2px solid var(--desk-accent)', outlineOffset: -1 }, '[aria-invalid="true"]': { borderColor: 'var(--desk-error-text)' } }
  }
});

/** A calendar date in the group's zone. */
export interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  /** ISO; empty for none. */
  readonly value: string;
  readonly hint?: string;
  readonly error?: string;
  /** Whether a dark page surrounds it: the browser draws its calendar accordingly. */
  readonly isDark: boolean;
  readonly onChange: (value: string) => void;
}

/** A date as the browser's own field: phones show their own picker for it, and every screen reader knows it. */
export function DateField({ id, label, isRequired = false, value, hint, error, isDark, onChange }: DateFieldProps): React.ReactElement {
  const described = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  return (
    <div>
      <Label htmlFor={id} required={isRequired}>
        {label}
      </Label>
      <input
        id={id}
        type="date"
        className={styles.input}
        style={{ colorScheme: isDark ? 'dark' : 'light' }}
        required={isRequired}
        aria-invalid={error !== undefined}
        aria-describedby={described}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {error === undefined && <FieldHint id={`${id}-hint`} hint={hint} />}
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}
