import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import type { DeskTarget } from '../../../../site/deskTarget';
import { useLinkedContribution } from '../../hooks/useLinkedContribution';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import { LinkedDocument } from './LinkedDocument';
import { LinkedMeeting } from './LinkedMeeting';
import { LinkedProblem } from './LinkedProblem';

/** A link and who followed it. */
export interface LinkedPlaceProps {
  readonly target: DeskTarget;
  /** The person whose own contributions are shown beside it; undefined when none are. */
  readonly ownerId: number | undefined;
  /** Called when the link leads to a contribution of that person's. */
  readonly onOwn: () => void;
  readonly onClose: () => void;
}

/** What a link leads to, where the desk itself does not show it: a meeting that is over, or somebody else's document. */
export function LinkedPlace({ target, ownerId, onOwn, onClose }: LinkedPlaceProps): React.ReactElement | null {
  const { site, translator } = useDesk();
  const linked = useLinkedContribution(site.contributions, target);
  const contribution = linked.status === 'ready' ? linked.value : undefined;
  const isOwn = contribution !== undefined && contribution.docStatus !== 'withdrawn' && contribution.createdBy.id === ownerId;
  React.useEffect(() => {
    if (isOwn) {
      onOwn();
    }
  }, [isOwn, target]);
  if (target.kind === 'meeting') {
    return <LinkedMeeting id={target.id} onClose={onClose} />;
  }
  switch (linked.status) {
    case 'loading':
      return <Skeleton lines={3} />;
    case 'failed':
      return <SiteProblem error={linked.error} translator={translator} onRetry={linked.retry} />;
    case 'ready':
      return isOwn ? null : <DocumentOf contribution={contribution} onClose={onClose} />;
  }
}

/** Nobody sees more of somebody else's document than that it is there, until it is published. */
function DocumentOf({ contribution, onClose }: { readonly contribution: Contribution | undefined; readonly onClose: () => void }): React.ReactElement {
  if (contribution?.docStatus === 'published') {
    return <LinkedDocument key={contribution.id} contribution={contribution} onClose={onClose} />;
  }
  const kind = contribution === undefined ? 'contributionUnknown' : contribution.docStatus === 'withdrawn' ? 'withdrawn' : 'notPublished';
  return <LinkedProblem kind={kind} onClose={onClose} />;
}
