import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the forms about a document. */
export const detailsFormStyles = mergeStyleSets({
  form: { display: 'grid', gap: 16 },
  row: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))', gap: '16px 20px', alignItems: 'start' },
  more: {
    selectors: {
      summary: { padding: '4px 0', cursor: 'pointer', color: 'var(--desk-link)', fontSize: 14, lineHeight: 24, width: 'fit-content' },
      '&[open] > summary': { marginBottom: 8 }
    }
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: 12 },
  /** For words that may take two lines on a phone. */
  longButton: { height: 'auto', minHeight: 32, paddingBlock: 4 },
  hint: { display: 'block', padding: '4px 0 0', fontSize: 12, lineHeight: 16, color: 'var(--desk-quiet)' }
});
