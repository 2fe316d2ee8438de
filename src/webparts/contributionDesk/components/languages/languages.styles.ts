import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of what is shown about languages and regions. */
export const languageStyles = mergeStyleSets({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16, fontSize: 14, lineHeight: 20, selectors: { p: { margin: 0 } } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '6px 16px', alignItems: 'center' },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600, outline: 'none' },
  subheading: { margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600, outline: 'none' },
  badge: { display: 'inline-block', padding: '1px 10px', borderWidth: 1, borderStyle: 'solid', borderRadius: 12, fontSize: 13, fontWeight: 600 },
  quiet: { color: 'var(--desk-quiet)' },
  overdue: { color: 'var(--desk-error-text)', fontWeight: 600 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  rows: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '8px 16px',
    alignItems: 'start',
    padding: '12px 0',
    borderTop: '1px solid var(--desk-line)'
  },
  /** What is proposed beside the requests, or below them where there is no room. */
  tallyRow: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', padding: '12px 0', borderTop: '1px solid var(--desk-line)', selectors: { '> div': { flex: '1 1 280px' } } },
  rowBody: { display: 'grid', gap: 4, minWidth: 0, overflowWrap: 'anywhere' },
  rowTop: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  language: { fontSize: 15, fontWeight: 600 },
  wide: { gridColumn: '1 / -1' },
  outcomes: {
    display: 'grid',
    gap: 8,
    margin: 0,
    alignContent: 'start',
    flex: '0 1 300px',
    selectors: { dt: { color: 'var(--desk-quiet)', fontSize: 13 }, dd: { margin: 0, display: 'grid', gap: 4, justifyItems: 'start' } }
  },
  /** One piece for each delegation that it takes. */
  bar: { display: 'flex', gap: 3, width: 'min(220px, 100%)' },
  piece: { flex: 1, height: 8, borderRadius: 2, border: '1px solid var(--desk-strong-line)', selectors: { '&[data-filled="true"]': { background: 'var(--desk-accent)', borderColor: 'var(--desk-accent)', forcedColorAdjust: 'none' } } },
  count: { display: 'flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'center' },
  details: { selectors: { summary: { cursor: 'pointer', color: 'var(--desk-link)', width: 'fit-content', marginBottom: 8 } } },
  scroll: { overflowX: 'auto', maxWidth: '100%', position: 'relative', selectors: { ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    selectors: {
      'th, td': { padding: '8px 12px 8px 0', textAlign: 'start', verticalAlign: 'top', fontWeight: 400, borderTop: '1px solid var(--desk-line)' },
      'thead th': { fontWeight: 600, borderTop: 0, color: 'var(--desk-quiet)' },
      'tbody th': { fontWeight: 600 }
    }
  },
  plainList: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 },
  status: { selectors: { ':empty': { position: 'absolute' } } }
});
