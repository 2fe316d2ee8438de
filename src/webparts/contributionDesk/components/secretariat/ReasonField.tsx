import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { useSecretariat } from './secretariatContext';

/** Why something is decided. */
export interface ReasonFieldProps {
  readonly id: string;
  readonly value: string;
  readonly hint: string;
  /** Whether the decision stands without one. */
  readonly isOptional?: boolean;
  /** Whether to say that it is missing. */
  readonly isChecked: boolean;
  readonly onChange: (reason: string) => void;
}

/** The reason that is recorded with a decision. */
export function ReasonField({ id, value, hint, isOptional = false, isChecked, onChange }: ReasonFieldProps): React.ReactElement {
  const { words } = useSecretariat();
  return (
    <TextField
      id={id}
      label={words.t('action.reason')}
      required={!isOptional}
      multiline
      autoAdjustHeight
      rows={2}
      dir="auto"
      value={value}
      errorMessage={isChecked && !isOptional && value.trim() === '' ? words.t('action.reason.missing') : undefined}
      description={hint}
      styles={{ description: { fontSize: 12, lineHeight: 16, color: 'var(--desk-quiet)' } }}
      onChange={(_event, reason = '') => onChange(reason)}
    />
  );
}
