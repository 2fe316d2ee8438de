import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the forms in which the secretariat decides. */
export const formStyles = mergeStyleSets({
  form: {
    display: 'grid',
    gap: 16,
    padding: '16px 20px 20px',
    border: '1px solid var(--desk-strong-line)',
    borderRadius: 6,
    background: 'var(--desk-surface)',
    fontSize: 14,
    lineHeight: 20,
    selectors: { p: { margin: 0 }, ul: { margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4 } }
  },
  heading: { margin: 0, fontSize: 16, lineHeight: 22, fontWeight: 600, outline: 'none', textWrap: 'balance' },
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 170px), 1fr))', gap: '16px 20px', alignItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 12 },
  fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: 4, selectors: { legend: { padding: '0 0 6px', fontWeight: 600 } } },
  choice: { display: 'flex', gap: 8, alignItems: 'baseline', padding: '4px 0', cursor: 'pointer', selectors: { input: { accentColor: 'var(--desk-accent)', flex: 'none' } } },
  error: { color: 'var(--desk-error-text)', fontSize: 12, lineHeight: 16 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    selectors: { 'th, td': { padding: '4px 12px 4px 0', textAlign: 'start', verticalAlign: 'top', fontWeight: 400 }, 'thead th': { fontWeight: 600 } }
  }
});
