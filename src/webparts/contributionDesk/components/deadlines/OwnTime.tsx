import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import { wordOwnTime } from '../../../../messages/dates';
import { useDesk } from '../deskContext';

/** An instant in the person's own zone, where that reads differently than in the group's; it stands below the latter. */
export function OwnTime({ at }: { readonly at: Temporal.Instant }): React.ReactElement | null {
  const { group, translator, ownZone } = useDesk();
  const [there, here] = [at.toZonedDateTimeISO(group.zone), at.toZonedDateTimeISO(ownZone)];
  return there.offset === here.offset ? null : <span style={{ display: 'block' }}>{wordOwnTime(at, ownZone, translator)}</span>;
}
