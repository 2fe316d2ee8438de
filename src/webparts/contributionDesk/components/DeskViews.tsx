import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { CurrentUser } from '../../../site/currentUser';
import { useLoaded } from '../hooks/useLoaded';
import { SiteProblem } from './common/SiteProblem';
import { Skeleton } from './common/Skeleton';
import { Desk } from './Desk';
import { useDesk } from './deskContext';
import type { DeskView } from './deskView';

const loadSecretariatView = () => import(/* webpackChunkName: 'secretariat' */ './secretariat/SecretariatView');

const styles = mergeStyleSets({ views: { display: 'grid', gap: 24, gridTemplateColumns: 'minmax(0, 1fr)' } });

/**
 * The delegate's desk, and for the secretariat its own view before it. The secretariat's program is fetched for its
 * members only; what the site lets a person do does not depend on it.
 */
export function DeskViews({ user }: { readonly user: CurrentUser | undefined }): React.ReactElement {
  const { target } = useDesk();
  const isSecretariat = user?.roles.includes('secretariat') === true;
  const [view, setView] = React.useState<DeskView>('secretariat');
  const [wasDelegate, setWasDelegate] = React.useState(false);
  React.useEffect(() => target && setView('secretariat'), [target]);
  const showsDelegate = !isSecretariat || view === 'delegate';
  React.useEffect(() => setWasDelegate((was) => was || showsDelegate), [showsDelegate]);
  return (
    <div className={styles.views}>
      {isSecretariat && <SecretariatPart view={view} onView={setView} />}
      {/* Once shown it stays, at the same place in the tree: what was typed in it is there after a look at the other view. */}
      <div id="desk-view-delegate" {...(isSecretariat ? { role: 'tabpanel', 'aria-labelledby': 'desk-tab-delegate' } : {})} hidden={!showsDelegate}>
        {(showsDelegate || wasDelegate) && <Desk user={user} target={isSecretariat ? undefined : target} />}
      </div>
    </div>
  );
}

function SecretariatPart({ view, onView }: { readonly view: DeskView; readonly onView: (view: DeskView) => void }): React.ReactElement {
  const { translator } = useDesk();
  const program = useLoaded(loadSecretariatView);
  switch (program.status) {
    case 'loading':
      return <Skeleton lines={8} />;
    case 'failed':
      return <SiteProblem error={program.error} translator={translator} onRetry={program.retry} />;
    case 'ready':
      return <program.value.SecretariatView view={view} onView={onView} />;
  }
}
