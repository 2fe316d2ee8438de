import { keyframes, mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';

const pulse = keyframes({ '0%': { opacity: 1 }, '50%': { opacity: 0.45 }, '100%': { opacity: 1 } });

const styles = mergeStyleSets({
  block: { display: 'grid', gap: 12 },
  line: {
    height: 16,
    borderRadius: 4,
    background: 'var(--desk-line)',
    selectors: { '@media (prefers-reduced-motion: no-preference)': { animation: `${pulse} 1.6s ease-in-out infinite` } }
  }
});

const WIDTHS = ['45%', '80%', '65%', '100%', '90%', '70%'];

/** The shape of text that is still on its way; what is loading is said in words beside it. */
export function Skeleton({ lines }: { readonly lines: number }): React.ReactElement {
  return (
    <div className={styles.block} aria-hidden="true">
      {Array.from({ length: lines }, (_unused, index) => (
        <div key={index} className={styles.line} style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  );
}
