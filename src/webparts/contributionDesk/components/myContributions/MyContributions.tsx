import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { useLoaded } from '../../hooks/useLoaded';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import { familyOrder } from './familyOrder';
import { OwnContribution } from './OwnContribution';

const SHOWN = 20;

const styles = mergeStyleSets({
  heading: { margin: '0 0 12px', fontSize: 18, lineHeight: 24, fontWeight: 600 },
  empty: { margin: 0, fontSize: 14, color: 'var(--desk-quiet)' },
  list: { listStyle: 'none', margin: 0, padding: 0 }
});

/** Whose contributions are shown. */
export interface MyContributionsProps {
  readonly userId: number;
  /** Grows when something was submitted, so that the list is read again. */
  readonly version: number;
}

/** The person's newest contributions with their state. */
export function MyContributions({ userId, version }: MyContributionsProps): React.ReactElement {
  const { site, translator } = useDesk();
  const load = React.useCallback(() => site.contributions.createdByUser(userId, SHOWN), [site, userId, version]);
  const own = useLoaded(load);
  return (
    <section aria-labelledby="desk-mine">
      <h3 id="desk-mine" className={styles.heading}>
        {translator.t('mine.heading')}
      </h3>
      {own.status === 'loading' && <Skeleton lines={3} />}
      {own.status === 'failed' && <SiteProblem error={own.error} translator={translator} onRetry={own.retry} />}
      {own.status === 'ready' && own.value.length === 0 && <p className={styles.empty}>{translator.t('mine.empty')}</p>}
      {own.status === 'ready' && own.value.length > 0 && (
        <ul className={styles.list}>
          {familyOrder(own.value).map((contribution) => (
            <OwnContribution key={contribution.id} listed={contribution} />
          ))}
        </ul>
      )}
    </section>
  );
}
