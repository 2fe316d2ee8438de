import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the regions and their participation. */
export const regionStyles = mergeStyleSets({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 20, fontSize: 14, lineHeight: 20, selectors: { p: { margin: 0 } } },
  heading: { margin: 0, fontSize: 18, lineHeight: 24, fontWeight: 600 },
  subheading: { margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600 },
  quiet: { color: 'var(--desk-quiet)' },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))', gap: '24px 32px' },
  card: { display: 'grid', gap: 10, alignContent: 'start', borderTop: '2px solid var(--desk-strong-line)', paddingTop: 10, overflowWrap: 'anywhere' },
  facts: { display: 'grid', gap: 8, margin: 0, selectors: { dt: { color: 'var(--desk-quiet)', fontSize: 13 }, dd: { margin: 0 } } },
  figure: { margin: 0, display: 'grid', gap: 12 },
  key: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', selectors: { span: { display: 'inline-flex', gap: 6, alignItems: 'center' }, i: { width: 14, height: 10, borderRadius: 2, display: 'inline-block' } } },
  contributions: { background: 'var(--desk-accent)', border: '1px solid var(--desk-accent)', forcedColorAdjust: 'none' },
  requests: { background: 'repeating-linear-gradient(135deg, var(--desk-surface) 0 3px, var(--desk-accent) 3px 5px)', border: '1px solid var(--desk-accent)', forcedColorAdjust: 'none' },
  chart: { display: 'grid', maxWidth: 760, gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)', gap: '10px 14px', alignItems: 'center' },
  bars: { display: 'grid', gap: 3 },
  bar: { display: 'flex', gap: 8, alignItems: 'center', fontSize: 12, lineHeight: 14, selectors: { i: { height: 12, borderRadius: 2, boxSizing: 'border-box' } } },
  scroll: { overflowX: 'auto', selectors: { ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } } },
  details: { selectors: { summary: { cursor: 'pointer', color: 'var(--desk-link)', width: 'fit-content', marginBottom: 8 } } }
});
