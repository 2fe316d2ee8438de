import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../../../../rules/deadlines';
import { useDesk } from '../deskContext';
import { timeLeft } from './timeLeft';

const styles = mergeStyleSets({
  countdown: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 12, lineHeight: '1.2' },
  days: { fontSize: 32, fontWeight: 600 },
  clock: { fontSize: 22, fontVariantNumeric: 'tabular-nums', color: 'var(--desk-quiet)' },
  lastDay: { fontSize: 32, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }
});

/** The time until a deadline. A timer is not read out by itself, only when a person moves to it. */
export function Countdown({ deadline, now }: { readonly deadline: Deadline; readonly now: Temporal.Instant }): React.ReactElement | null {
  const { translator } = useDesk();
  const left = timeLeft(deadline, now, translator.language);
  if (left === undefined) {
    return null;
  }
  return (
    <div role="timer" aria-label={translator.t('today.timeLeft')} className={styles.countdown}>
      {left.days !== undefined && <span className={styles.days}>{left.days}</span>}
      <span dir="ltr" className={left.days === undefined ? styles.lastDay : styles.clock}>
        {left.clock}
      </span>
    </div>
  );
}
