import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** The arrival stands out, the standing follows, the details are a quiet table. */
export const receiptStyles = mergeStyleSets({
  receipt: {
    border: '1px solid var(--desk-line)',
    borderRadius: 6,
    background: 'var(--desk-surface)',
    overflow: 'hidden',
    display: 'grid',
    gap: 16,
    paddingBottom: 20,
    fontSize: 14,
    lineHeight: 20,
    selectors: { p: { margin: 0 }, '& > :not(:first-child)': { marginInline: 20 } }
  },
  arrival: { display: 'flex', gap: 16, padding: '16px 20px', borderStyle: 'solid', borderWidth: '0 0 1px' },
  heading: { margin: 0, fontSize: 20, lineHeight: 28, fontWeight: 600, outline: 'none' },
  time: { fontSize: 16, lineHeight: 24, fontWeight: 600 },
  small: { fontSize: 12, lineHeight: 16 },
  standing: { display: 'grid', gap: 8, justifyItems: 'start', paddingInlineStart: 16, borderStyle: 'solid', borderWidth: 0, borderInlineStartWidth: 4 },
  subheading: { margin: '4px 0 0', fontSize: 14, fontWeight: 600 },
  lines: {
    display: 'grid',
    gap: 8,
    marginBlock: 0,
    selectors: {
      div: { display: 'flex', flexWrap: 'wrap', columnGap: 16 },
      dt: { flex: '0 1 150px', color: 'var(--desk-quiet)' },
      dd: { flex: '1 1 200px', margin: 0, overflowWrap: 'anywhere' }
    }
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 12 }
});
