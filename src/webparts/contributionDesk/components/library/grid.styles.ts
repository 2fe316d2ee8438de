import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { IRawStyle } from '@fluentui/react/lib/Styling';

/** The height of a row: all have the same, so that only those in view need to be there. */
export const ROW_HEIGHT = { wide: 56, narrow: 96 } as const;

/**
 * A text that ends after two lines. It begins at the side where the page's texts begin, also when it is written the other way, and
 * is cut off at its own end.
 */
const TWO_LINES: IRawStyle = {
  display: '-webkit-box',
  WebkitLineClamp: '2',
  WebkitBoxOrient: 'vertical',
  maxHeight: 40,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  textAlign: '-webkit-match-parent'
};

/** Styles of the list of the library. */
export const gridStyles = mergeStyleSets({
  grid: { border: '1px solid var(--desk-line)', borderRadius: 6, overflow: 'hidden', fontSize: 14, lineHeight: 20, background: 'var(--desk-surface)' },
  head: { borderBottom: '1px solid var(--desk-strong-line)', fontWeight: 600, height: 40, overflowY: 'auto', scrollbarGutter: 'stable' },
  body: { overflowY: 'auto', overflowX: 'hidden', scrollbarGutter: 'stable', position: 'relative' },
  room: { position: 'relative' },
  row: {
    display: 'grid',
    gap: '0 12px',
    alignItems: 'center',
    paddingInline: '4px 12px',
    height: '100%',
    position: 'relative',
    selectors: {
      '> *': { minWidth: 0 },
      '&[data-narrow="true"]': { alignItems: 'start', paddingBlock: 8 }
    }
  },
  placed: {
    position: 'absolute',
    insetInline: 0,
    overflow: 'hidden',
    borderBottom: '1px solid var(--desk-line)',
    cursor: 'pointer',
    outline: 'none',
    selectors: {
      '&:focus-visible': { boxShadow: 'inset 0 0 0 2px var(--desk-focus)' },
      // Forced colours draw no shadows.
      '@media (forced-colors: active)': { selectors: { '&:focus-visible': { outline: '2px solid Highlight', outlineOffset: -2 } } },
      '&::before': { content: '""', position: 'absolute', insetBlock: 4, insetInlineStart: 0, borderInlineStart: '4px solid transparent' },
      '&:hover::before': { borderInlineStartColor: 'var(--desk-strong-line)' },
      '&[data-open="true"]::before': { borderInlineStartColor: 'var(--desk-accent)' }
    }
  },
  section: { fontWeight: 600, display: 'flex', alignItems: 'center', gap: 8, height: '100%', paddingInline: 12 },
  chevron: { flex: 'none', width: 12, textAlign: 'center', color: 'var(--desk-quiet)' },
  check: { display: 'flex', alignItems: 'center', justifyContent: 'center', width: 32, height: 32, cursor: 'pointer', selectors: { input: { width: 16, height: 16, margin: 0, accentColor: 'var(--desk-accent)' } } },
  cell: { selectors: { '> *': TWO_LINES } },
  title: { ...TWO_LINES, fontWeight: 600 },
  sub: { ...TWO_LINES, color: 'var(--desk-quiet)', selectors: { '> *:not(:first-child)::before': { content: '" · "' } } },
  quiet: { color: 'var(--desk-quiet)' },
  /** On a line of its own in a column; after the date where the facts stand below the title. */
  days: { whiteSpace: 'nowrap', selectors: { '[data-column] &': { display: 'block', fontSize: 13, fontWeight: 400, overflow: 'hidden', textOverflow: 'ellipsis' } } },
  overdue: { color: 'var(--desk-error-text)', fontWeight: 600 },
  end: { display: 'flex', gap: 12, alignItems: 'center', height: '100%', paddingInline: 12, color: 'var(--desk-quiet)' }
});
