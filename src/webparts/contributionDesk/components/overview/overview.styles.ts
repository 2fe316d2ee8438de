import { mergeStyleSets } from '@fluentui/react/lib/Styling';

const FOCUS = { ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } };

/** Styles of the overview of a meeting. */
export const overviewStyles = mergeStyleSets({
  overview: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 32, fontSize: 14, lineHeight: 20, selectors: { p: { margin: 0 } } },
  pairs: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))', gap: '32px 48px' },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12, alignContent: 'start' },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600 },
  quiet: { color: 'var(--desk-quiet)' },
  /** What a figure says at once, as a button that opens what is behind it. */
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 136px), 1fr))', gap: 12, listStyle: 'none', margin: 0, padding: 0 },
  tile: {
    display: 'grid',
    gap: 2,
    alignContent: 'start',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    padding: '10px 14px',
    textAlign: 'start',
    font: 'inherit',
    color: 'var(--desk-text)',
    background: 'var(--desk-surface)',
    border: '1px solid var(--desk-strong-line)',
    borderInlineStartWidth: 5,
    borderRadius: 4,
    selectors: { 'button&': { cursor: 'pointer' }, 'button&:hover': { background: 'var(--desk-raised)' }, ...FOCUS }
  },
  number: { fontSize: 26, lineHeight: 32, fontWeight: 600 },
  /** A figure in a row with a bar that compares it with its neighbours. */
  bars: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 },
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 168px) minmax(24px, 1fr) 40px',
    gap: 12,
    alignItems: 'center',
    width: '100%',
    minHeight: 32,
    boxSizing: 'border-box',
    padding: '4px 8px',
    marginInline: -8,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 0,
    borderRadius: 4,
    overflowWrap: 'anywhere',
    selectors: { 'button&': { cursor: 'pointer' }, 'button&:hover': { background: 'var(--desk-raised)' }, 'button& [data-label]': { color: 'var(--desk-link)' }, ...FOCUS }
  },
  track: { display: 'block', height: 10, borderRadius: 2, border: '1px solid transparent', overflow: 'hidden' },
  /** Where the whole is known, it is drawn too. */
  whole: { borderColor: 'var(--desk-strong-line)' },
  fill: { display: 'block', height: '100%', borderRadius: 2, background: 'var(--desk-accent)', forcedColorAdjust: 'none', minWidth: 3 },
  count: { textAlign: 'end', fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  /** A figure within a text or table. */
  figure: {
    minHeight: 24,
    minWidth: 24,
    border: 0,
    padding: '2px 4px',
    margin: '-2px -4px',
    background: 'none',
    font: 'inherit',
    fontWeight: 600,
    color: 'var(--desk-link)',
    cursor: 'pointer',
    textAlign: 'start',
    borderRadius: 2,
    selectors: { ':hover': { textDecoration: 'underline' }, ...FOCUS }
  },
  /** A figure in the last column of a table. */
  cell: { padding: 0, margin: 0, textAlign: 'end' },
  urgent: { listStyle: 'none', margin: 0, padding: 0 },
  urgentRow: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', justifyContent: 'space-between', alignItems: 'baseline', padding: '8px 0', borderTop: '1px solid var(--desk-line)', overflowWrap: 'anywhere' },
  urgentTitle: { flex: '1 1 260px' },
  overdue: { color: 'var(--desk-error-text)', fontWeight: 600 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: 860,
    selectors: {
      'th, td': { paddingBlock: 8, paddingInline: '0 16px', textAlign: 'start', verticalAlign: 'top', fontWeight: 400, borderTop: '1px solid var(--desk-line)', overflowWrap: 'break-word' },
      'thead th': { fontWeight: 600, borderTop: 0, color: 'var(--desk-quiet)', verticalAlign: 'bottom' },
      'th:last-child, td:last-child': { textAlign: 'end', paddingInlineEnd: 0 },
      'tfoot th, tfoot td': { borderTopColor: 'var(--desk-strong-line)', fontWeight: 600 }
    }
  },
  named: { display: 'flex', gap: 10, alignItems: 'flex-start' },
  mark: { flex: 'none', display: 'inline-grid', placeItems: 'center', width: 20, height: 20, border: '1px solid var(--desk-strong-line)', borderRadius: 10, boxSizing: 'border-box', fontSize: 12, lineHeight: 18, fontWeight: 600 },
  names: { display: 'grid', gap: 2, fontWeight: 600 },
  nowrap: { whiteSpace: 'nowrap' },
  language: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: '8px 0',
    borderTop: '1px solid var(--desk-line)'
  },
  languageName: { flex: '0 1 110px' },
  languageTally: { flex: '1 1 200px' },
  subheading: { margin: 0, fontSize: 15, lineHeight: 20, fontWeight: 600 },
  gives: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: '24px 40px' },
  give: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 10, alignContent: 'start', borderTop: '2px solid var(--desk-strong-line)', paddingTop: 10 },
  address: { fontFamily: 'Consolas, Menlo, monospace', fontSize: 13, overflowWrap: 'anywhere', userSelect: 'all' },
  status: { selectors: { ':empty': { position: 'absolute' } } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 8 }
});
