import { Label } from '@fluentui/react/lib/Label';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { PURPOSES } from '../../../../rules/contribution';
import type { Purpose } from '../../../../rules/contribution';
import { useDesk } from '../deskContext';
import { FieldError } from './FieldError';
import { FieldHint } from './FieldHint';

const styles = mergeStyleSets({
  options: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))', gap: 8 },
  option: {
    display: 'flex',
    gap: 10,
    padding: '10px 12px',
    border: '1px solid var(--desk-strong-line)',
    borderRadius: 4,
    cursor: 'pointer',
    fontSize: 14,
    lineHeight: 20,
    selectors: {
      ':hover': { borderColor: 'var(--desk-accent)' },
      ':focus-within': { outline: '2px solid var(--desk-accent)', outlineOffset: 1 },
      input: { flex: 'none', width: 16, height: 16, margin: '2px 0 0', accentColor: 'var(--desk-accent)', outline: 'none' }
    }
  },
  chosen: { borderColor: 'var(--desk-accent)', boxShadow: 'inset 0 0 0 1px var(--desk-accent)' },
  invalid: { borderColor: 'var(--desk-error-text)' },
  name: { display: 'block', fontWeight: 600 },
  hint: { display: 'block', fontSize: 12, lineHeight: 16, color: 'var(--desk-quiet)' }
});

/** What the document is for. */
export interface PurposeFieldProps {
  readonly id: string;
  readonly value: Purpose | undefined;
  /** What helps with it, shown below. */
  readonly hint?: string;
  readonly error?: string;
  readonly onChange: (purpose: Purpose) => void;
}

/** Asks what the document is for, and says of each answer what it means. */
export function PurposeField({ id, value, hint, error, onChange }: PurposeFieldProps): React.ReactElement {
  const { translator } = useDesk();
  const labelId = `${id}-label`;
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const describedBy = error !== undefined ? errorId : hint !== undefined ? hintId : undefined;
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-required
      aria-invalid={error !== undefined}
      aria-describedby={describedBy}
    >
      <Label id={labelId} required>
        {translator.t('field.purpose')}
      </Label>
      <div className={styles.options}>
        {PURPOSES.map((purpose, index) => (
          <label key={purpose} className={`${styles.option} ${purpose === value ? styles.chosen : ''} ${error === undefined ? '' : styles.invalid}`}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              value={purpose}
              checked={purpose === value}
              aria-describedby={`${id}-${purpose}-hint`}
              aria-labelledby={`${id}-${purpose}-name`}
              onChange={() => onChange(purpose)}
            />
            <span>
              <span id={`${id}-${purpose}-name`} className={styles.name}>
                {translator.t(`purpose.${purpose}`)}
              </span>
              <span id={`${id}-${purpose}-hint`} className={styles.hint}>
                {translator.t(`form.purposeHint.${purpose}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error === undefined && <FieldHint id={hintId} hint={hint} />}
      <FieldError id={errorId} message={error} />
    </div>
  );
}
