import * as React from 'react';
import { formStyles as styles } from './forms.styles';

/** One answer out of a few that are all shown. */
export interface ChoicesProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few answers as the browser's own radio buttons. */
export function Choices<Value extends string>({ id, label, options, value, onChange }: ChoicesProps<Value>): React.ReactElement {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
