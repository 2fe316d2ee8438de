import * as React from 'react';

/** What is wrong with a field and what to do, below it. */
export function FieldError({ id, message }: { readonly id: string; readonly message: string | undefined }): React.ReactElement | null {
  return message === undefined ? null : (
    <p id={id} style={{ margin: '4px 0 0', fontSize: 12, lineHeight: '16px', color: 'var(--desk-error-text)' }}>
      {message}
    </p>
  );
}
