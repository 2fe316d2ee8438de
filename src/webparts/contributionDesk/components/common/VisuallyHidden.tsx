import * as React from 'react';

const HIDDEN: React.CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap'
};

/** Words that are only read out. */
export function VisuallyHidden({ role, children }: { readonly role?: 'status'; readonly children: React.ReactNode }): React.ReactElement {
  return (
    <span role={role} style={HIDDEN}>
      {children}
    </span>
  );
}
