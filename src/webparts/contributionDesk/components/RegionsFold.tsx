import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Meeting } from '../../../rules/meeting';
import { useLoaded } from '../hooks/useLoaded';
import { SiteProblem } from './common/SiteProblem';
import { Skeleton } from './common/Skeleton';
import { useDesk } from './deskContext';

const loadRegions = () => import(/* webpackChunkName: 'regions' */ './regions/RegionsSection');

const styles = mergeStyleSets({
  fold: { borderTop: '1px solid var(--desk-line)', paddingTop: 16, selectors: { '> summary': { cursor: 'pointer', color: 'var(--desk-link)', width: 'fit-content', fontSize: 14, lineHeight: 24 } } },
  body: { marginTop: 16 }
});

/** The regions below the desk, fetched when somebody opens them. */
export function RegionsFold({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { translator } = useDesk();
  const [wasOpened, setWasOpened] = React.useState(false);
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => setWasOpened((was) => was || currentTarget.open)}>
      <summary>{translator.t('regions.open')}</summary>
      <div className={styles.body}>{wasOpened && <FetchedRegions meeting={meeting} />}</div>
    </details>
  );
}

function FetchedRegions({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { translator } = useDesk();
  const program = useLoaded(loadRegions);
  switch (program.status) {
    case 'loading':
      return <Skeleton lines={6} />;
    case 'failed':
      return <SiteProblem error={program.error} translator={translator} onRetry={program.retry} />;
    case 'ready':
      return <program.value.RegionsSection meeting={meeting} />;
  }
}
