import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { deadlinesOf } from '../../../../rules/deadlines';
import type { Meeting } from '../../../../rules/meeting';
import { useNow } from '../../hooks/useNow';
import { toneStyle } from '../../theme/tones';
import type { Tone } from '../../theme/tones';
import { useDesk } from '../deskContext';
import { Countdown } from './Countdown';
import { DeadlineTime } from './DeadlineTime';
import { whatCountsNow } from './whatCountsNow';
import type { WhatCountsNow } from './whatCountsNow';

const TONES: Readonly<Record<WhatCountsNow['message'], Tone>> = { translated: 'good', delayed: 'caution', held: 'bad', closed: 'bad' };

const styles = mergeStyleSets({
  panel: {
    padding: '16px 20px',
    borderStyle: 'solid',
    borderWidth: 1,
    borderInlineStartWidth: 6,
    borderRadius: 6,
    background: 'var(--desk-surface)',
    display: 'grid',
    gap: 12
  },
  heading: { margin: 0, fontSize: 14, fontWeight: 600, color: 'var(--desk-quiet)' },
  message: { margin: 0, fontSize: 20, lineHeight: 28, fontWeight: 600, textWrap: 'balance' },
  subject: { margin: 0, fontSize: 14, lineHeight: 20, color: 'var(--desk-quiet)' },
  when: { margin: 0, fontSize: 14, lineHeight: 20 }
});

/** What happens to a contribution that is submitted now, and for how long that stays so. */
export function Today({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { site, group, translator } = useDesk();
  const now = useNow(site.clock);
  const deadlines = React.useMemo(() => deadlinesOf(meeting, group), [meeting, group]);
  const { message, until } = whatCountsNow(deadlines, now);
  const headingId = `desk-today-${meeting.id}`;
  return (
    <section aria-labelledby={headingId} className={styles.panel} style={{ borderColor: toneStyle(TONES[message]).borderColor }}>
      <h3 id={headingId} className={styles.heading}>
        {translator.t('today.heading')}
      </h3>
      <p role="status" className={styles.message}>
        {translator.t(`today.${message}`)}
      </p>
      {until !== undefined && (
        <div>
          <p className={styles.subject}>{translator.t(`deadline.${until.kind}`)}</p>
          <Countdown deadline={until} now={now} />
          <p className={styles.when}>
            <DeadlineTime deadline={until} />
          </p>
        </div>
      )}
    </section>
  );
}
