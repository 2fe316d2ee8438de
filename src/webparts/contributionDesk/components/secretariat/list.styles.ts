import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the secretariat's list of documents. */
export const listStyles = mergeStyleSets({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600 },
  top: { display: 'flex', flexWrap: 'wrap', gap: '12px 20px', alignItems: 'flex-end' },
  search: { flex: '2 1 220px', minWidth: 0 },
  filter: { flex: '1 1 180px', minWidth: 0 },
  count: { fontSize: 14, lineHeight: 20, color: 'var(--desk-quiet)', margin: 0 },
  columns: { display: 'flex', gap: 28, alignItems: 'flex-start' },
  groups: { flex: '1 1 0', minWidth: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 24, selectors: { '&[hidden]': { display: 'none' } } },
  details: { flex: '1 1 0', minWidth: 0 },
  /** Stays in view beside a long list, and scrolls by itself. */
  detailsBeside: { flex: '1 1 0', minWidth: 0, position: 'sticky', top: 12, maxHeight: 'calc(100vh - 24px)', overflowY: 'auto' },
  groupHeading: { margin: '0 0 4px', fontSize: 16, lineHeight: 22, fontWeight: 600, display: 'flex', gap: 8, alignItems: 'center' },
  groupCount: { fontWeight: 400, color: 'var(--desk-quiet)' },
  mark: { width: 10, height: 10, borderRadius: '50%', flex: 'none', border: '1px solid transparent' },
  rows: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 172px) minmax(0, 1fr) minmax(0, 216px) minmax(0, 132px) auto',
    gap: '4px 16px',
    alignItems: 'start',
    padding: '10px 0',
    position: 'relative',
    borderTop: '1px solid var(--desk-line)',
    fontSize: 14,
    lineHeight: 20,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    selectors: {
      // A bar at the start of the row; no other ground, on which links would be harder to read.
      '&::before': { content: '""', position: 'absolute', insetBlock: 4, insetInlineStart: -10, borderInlineStart: '4px solid transparent', borderRadius: 2 },
      '&:hover::before': { borderInlineStartColor: 'var(--desk-strong-line)' },
      '&[data-selected="true"]::before': { borderInlineStartColor: 'var(--desk-accent)' },
      // Beside the details, and on a phone: two columns, the facts below the title.
      '&[data-layout="narrow"]': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
      '&[data-layout="narrow"] > *': { gridColumn: '1' },
      '&[data-layout="narrow"] > *:last-child': { gridColumn: '2', gridRow: '1 / span 4' }
    }
  },
  symbol: { fontWeight: 600 },
  unnumbered: { color: 'var(--desk-quiet)' },
  title: { color: 'var(--desk-link)', fontWeight: 600, paddingBlock: 4, selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  sub: { color: 'var(--desk-quiet)', selectors: { 'span:not(:last-child)::after': { content: '" · "' } } },
  states: { display: 'grid', justifyItems: 'start', gap: 4, selectors: { '[data-layout="narrow"] &': { display: 'flex', flexWrap: 'wrap', gap: '4px 10px' } } },
  days: { display: 'block', color: 'var(--desk-quiet)', selectors: { '[data-layout="narrow"] &': { display: 'inline', marginInlineStart: 8 } } },
  overdue: { display: 'block', color: 'var(--desk-error-text)', fontWeight: 600, selectors: { '[data-layout="narrow"] &': { display: 'inline', marginInlineStart: 8 } } },
  more: { marginTop: 8 }
});
