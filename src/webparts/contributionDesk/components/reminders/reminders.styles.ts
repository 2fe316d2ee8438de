import { mergeStyleSets } from '@fluentui/react/lib/Styling';

/** Styles of the rows on the page of reminders; its other styles are those of the languages. */
export const reminderStyles = mergeStyleSets({
  /** What a row says beside its buttons, or above them where there is no room; what opens below takes the whole width. */
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-start', padding: '12px 0', borderTop: '1px solid var(--desk-line)' },
  body: { display: 'grid', gap: 4, flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
  wide: { flex: '1 0 100%', minWidth: 0, width: '100%' }
});
