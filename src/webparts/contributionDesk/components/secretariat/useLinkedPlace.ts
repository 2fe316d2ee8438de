import * as React from 'react';
import type { Contribution } from '../../../../site/contribution';
import { useLinkedContribution } from '../../hooks/useLinkedContribution';
import type { LinkedProblemKind } from '../linked/LinkedProblem';
import { useSecretariat } from './secretariatContext';

/** Where a link leads in the secretariat's view. */
export interface LinkedPlace {
  /** The meeting to be chosen, another value for each link: the one that it leads to, or its document's. */
  readonly meeting?: { readonly id: number };
  /** The document to be opened. */
  readonly document?: Contribution;
  /** Why it leads nowhere. */
  readonly problem?: LinkedProblemKind;
  /** What kept it from being found out. */
  readonly error?: unknown;
  readonly retry: () => void;
}

/** Finds out where the link that the person followed leads. */
export function useLinkedPlace(): LinkedPlace {
  const { meetings, site, target } = useSecretariat();
  const linked = useLinkedContribution(site.contributions, target);
  const document = linked.status === 'ready' ? linked.value : undefined;
  const meetingId = target?.kind === 'meeting' ? target.id : document?.meetingId;
  const isKnown = meetings.some(({ id }) => id === meetingId);
  const meeting = React.useMemo(() => (isKnown && meetingId !== undefined ? { id: meetingId } : undefined), [target, isKnown, meetingId]);
  const isMissing = target?.kind === 'meeting' ? !isKnown : linked.status === 'ready' && document === undefined;
  return {
    retry: linked.retry,
    ...(meeting === undefined ? {} : { meeting }),
    ...(document === undefined ? {} : { document }),
    ...(target !== undefined && isMissing ? { problem: target.kind === 'meeting' ? 'meetingUnknown' : 'contributionUnknown' } : {}),
    ...(linked.status === 'failed' ? { error: linked.error } : {})
  };
}
