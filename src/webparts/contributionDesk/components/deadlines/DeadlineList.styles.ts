import { mergeStyleSets } from '@fluentui/react/lib/Styling';

const LINE = 'var(--desk-line)';

/** A time line: a rule down the side with a mark at each deadline. */
export const deadlineListStyles = mergeStyleSets({
  heading: { margin: '0 0 12px', fontSize: 18, lineHeight: 24, fontWeight: 600 },
  list: { listStyle: 'none', margin: '0 0 12px', padding: 0 },
  entry: {
    position: 'relative',
    display: 'flex',
    gap: 12,
    paddingBottom: 20,
    selectors: {
      '&:not(:last-child)::before': {
        content: '""',
        position: 'absolute',
        insetInlineStart: 13,
        top: 28,
        bottom: 0,
        borderInlineStart: `2px solid ${LINE}`
      }
    }
  },
  passed: { color: 'var(--desk-quiet)' },
  open: {},
  current: {},
  marker: {
    flex: 'none',
    display: 'grid',
    placeItems: 'center',
    width: 28,
    height: 28,
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `2px solid ${LINE}`,
    background: 'var(--desk-surface)',
    selectors: {
      '[data-state="current"] > &': { borderColor: 'var(--desk-accent)', background: 'var(--desk-accent)', color: 'var(--desk-surface)' }
    }
  },
  body: { flex: 1, minWidth: 0, fontSize: 14, lineHeight: 20, selectors: { p: { margin: '4px 0 0' } } },
  top: { display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 2, justifyContent: 'space-between', alignItems: 'baseline', paddingTop: 4 },
  name: { margin: 0, fontSize: 15, lineHeight: 20, fontWeight: 600, flex: '1 1 180px' },
  daysLeft: {
    fontWeight: 600,
    whiteSpace: 'nowrap',
    selectors: { '[data-state="passed"] &': { fontWeight: 400 } }
  },
  now: {
    display: 'inline-block',
    padding: '0 8px',
    borderRadius: 10,
    border: '1px solid var(--desk-accent)',
    fontSize: 12,
    fontWeight: 600
  },
  when: {},
  meaning: {},
  rule: { color: 'var(--desk-quiet)', fontSize: 13 }
});
