import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the library around its list. */
export const libraryStyles = mergeStyleSets({
  library: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16 },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600, outline: 'none' },
  tools: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 140px), 1fr))', gap: '12px 16px', alignItems: 'end' },
  search: { gridColumn: 'span 2', minWidth: 0, selectors: { '@container (max-width: 360px)': { gridColumn: 'auto' } } },
  fold: { fontSize: 14, lineHeight: 20, selectors: { summary: { cursor: 'pointer', color: 'var(--desk-link)', padding: '4px 0', width: 'fit-content' } } },
  foldBody: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 16, padding: '12px 16px 16px', marginTop: 4, border: '1px solid var(--desk-line)', borderRadius: 6 },
  columns: {
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 20px',
    selectors: { legend: { padding: '0 0 4px', fontWeight: 600 }, label: { display: 'flex', gap: 8, alignItems: 'center', minHeight: 28, cursor: 'pointer' }, input: { accentColor: 'var(--desk-accent)' } }
  },
  keeper: { display: 'grid', gap: 12, selectors: { p: { margin: 0 }, 'p:empty': { position: 'absolute' } } },
  choice: { display: 'flex', gap: 8, alignItems: 'center', minHeight: 32, cursor: 'pointer', selectors: { input: { accentColor: 'var(--desk-accent)', flex: 'none' } } },
  quiet: { color: 'var(--desk-quiet)' },
  status: { margin: 0, fontSize: 14, lineHeight: 20, color: 'var(--desk-quiet)' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', padding: '8px 12px', border: '1px solid var(--desk-strong-line)', borderRadius: 6, fontSize: 14, lineHeight: 20 },
  barCount: { fontWeight: 600, marginInlineEnd: 'auto' },
  split: { display: 'flex', gap: 24, alignItems: 'flex-start' },
  list: { flex: '1 1 0', minWidth: 0, selectors: { '&[hidden]': { display: 'none' } } },
  pane: { flex: '1 1 0', minWidth: 0 },
  paneBeside: { flex: '1 1 0', minWidth: 0, position: 'sticky', top: 12, maxHeight: 'calc(100vh - 24px)', overflowY: 'auto' },
  preview: {
    listStyle: 'none',
    margin: 0,
    padding: '0 !important',
    display: 'grid',
    gap: '0 !important',
    selectors: {
      li: { borderTop: '1px solid var(--desk-line)', padding: '8px 0', display: 'grid', gap: 2, overflowWrap: 'anywhere' },
      'li:last-child': { borderBottom: '1px solid var(--desk-line)' }
    }
  },
  outcome: { display: 'flex', gap: 6, alignItems: 'flex-start' },
  refused: { color: 'var(--desk-error-text)' }
});
