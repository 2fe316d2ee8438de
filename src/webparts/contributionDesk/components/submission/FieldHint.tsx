import * as React from 'react';
import { detailsFormStyles as styles } from './detailsForm.styles';

/** What helps with a field, below it. */
export function FieldHint({ id, hint }: { readonly id: string; readonly hint: string | undefined }): React.ReactElement | null {
  return hint === undefined ? null : (
    <span id={id} className={styles.hint}>
      {hint}
    </span>
  );
}
