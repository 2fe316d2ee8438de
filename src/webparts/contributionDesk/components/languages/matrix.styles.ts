import { mergeStyleSets } from '@fluentui/react/lib/Styling';

const SIGN = { display: 'grid', placeItems: 'center', width: 40, height: 32, borderWidth: 1, borderStyle: 'solid', borderRadius: 4, padding: 0 } as const;

/** Styles of the matrix of documents and languages. */
export const matrixStyles = mergeStyleSets({
  matrix: {
    borderCollapse: 'collapse',
    width: '100%',
    selectors: {
      'th, td': { padding: '8px 6px', textAlign: 'start', verticalAlign: 'middle', fontWeight: 400, borderTop: '1px solid var(--desk-line)' },
      'thead th': { fontWeight: 600, borderTop: 0, verticalAlign: 'bottom' },
      'td[data-state], thead th[data-language]': { textAlign: 'center', width: 60 },
      'th:first-child': { paddingInlineStart: 0 },
      // Where there is no room beside the languages, a document stands above its signs.
      '&[data-layout="narrow"] th[scope="rowgroup"]': { paddingBottom: 0 },
      '&[data-layout="narrow"] td[data-state]': { borderTop: 0, paddingInline: 0 },
      '&[data-layout="narrow"] thead th[data-language]': { width: '16%', paddingInline: 0 }
    }
  },
  document: { display: 'grid', gap: 2, justifyItems: 'start', minWidth: 150, overflowWrap: 'anywhere' },
  symbol: { fontWeight: 600 },
  /** As high as a finger needs (WCAG 2.2, 2.5.8). */
  link: { display: 'inline-block', minHeight: 24, lineHeight: 24, color: 'var(--desk-link)', selectors: { ':not(:hover)': { textDecoration: 'none' } } },
  due: { whiteSpace: 'nowrap', width: 140 },
  sign: { ...SIGN, margin: '0 auto' },
  button: { ...SIGN, margin: '0 auto', cursor: 'pointer', font: 'inherit', selectors: { ':hover': { boxShadow: 'inset 0 0 0 1px currentColor' }, ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } } },
  legend: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '8px 16px', selectors: { li: { display: 'flex', gap: 8, alignItems: 'center' } } },
  legendSign: { ...SIGN, width: 28, height: 24, flex: 'none' },
  counts: { display: 'flex', flexWrap: 'wrap', gap: '8px 28px', margin: 0, selectors: { dt: { color: 'var(--desk-quiet)' }, dd: { margin: 0, fontSize: 20, lineHeight: 26, fontWeight: 600 }, 'dd[data-overdue="true"]': { color: 'var(--desk-error-text)' } } },
  filter: { maxWidth: 320 },
  report: { padding: '1px 8px', border: '1px solid var(--desk-strong-line)', borderRadius: 10, fontSize: 12, width: 'fit-content' },
  plainButton: {
    minHeight: 24,
    border: 0,
    padding: 0,
    background: 'none',
    font: 'inherit',
    fontSize: 13,
    color: 'var(--desk-link)',
    textAlign: 'start',
    cursor: 'pointer',
    width: 'fit-content',
    selectors: { ':hover': { textDecoration: 'underline' }, ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } }
  }
});
