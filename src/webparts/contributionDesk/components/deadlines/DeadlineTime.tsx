import * as React from 'react';
import { wordDeadline, wordOwnTime } from '../../../../messages/dates';
import type { Deadline } from '../../../../rules/deadlines';
import { useDesk } from '../deskContext';

/** When a deadline closes: in the group's zone, and in the person's own where that reads differently. */
export function DeadlineTime({ deadline }: { readonly deadline: Deadline }): React.ReactElement {
  const { group, translator, ownZone } = useDesk();
  const there = deadline.closesAt;
  const here = there.withTimeZone(ownZone);
  return (
    <>
      <time dateTime={there.toString({ timeZoneName: 'never' })}>{wordDeadline(deadline, group, translator)}</time>
      {there.offset !== here.offset && <span style={{ display: 'block', color: 'var(--desk-quiet)' }}>{wordOwnTime(there.toInstant(), ownZone, translator)}</span>}
    </>
  );
}
