import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the details of one document. */
export const detailsStyles = mergeStyleSets({
  pane: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 20,
    padding: 20,
    border: '1px solid var(--desk-line)',
    borderRadius: 6,
    background: 'var(--desk-surface)',
    fontSize: 14,
    lineHeight: 20,
    overflowWrap: 'anywhere',
    selectors: { p: { margin: 0 } }
  },
  top: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', justifyContent: 'space-between' },
  symbol: { fontWeight: 600 },
  unnumbered: { color: 'var(--desk-quiet)' },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600, outline: 'none', textWrap: 'balance' },
  link: { color: 'var(--desk-link)', paddingBlock: 2, selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 8 },
  subheading: { margin: 0, fontSize: 14, lineHeight: 20, fontWeight: 600, color: 'var(--desk-quiet)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 10 },
  status: { selectors: { ':empty': { position: 'absolute' } } },
  quiet: { color: 'var(--desk-quiet)' },
  plainButton: {
    border: 0,
    padding: 0,
    background: 'none',
    font: 'inherit',
    color: 'var(--desk-link)',
    textAlign: 'start',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    selectors: { ':hover': { textDecoration: 'underline' }, ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } }
  }
});
