import * as React from 'react';
import type { Contribution } from '../../../site/contribution';
import type { Contributions } from '../../../site/contributions';
import type { DeskTarget } from '../../../site/deskTarget';
import { useLoaded } from './useLoaded';
import type { Loaded } from './useLoaded';

/** The contribution that a link leads to, read anew for each link; undefined when there is none, or the link leads elsewhere. */
export function useLinkedContribution(contributions: Contributions, target: DeskTarget | undefined): Loaded<Contribution | undefined> & { readonly retry: () => void } {
  const load = React.useCallback(async () => (target?.kind === 'contribution' ? contributions.get(target.id) : undefined), [contributions, target]);
  return useLoaded(load);
}
