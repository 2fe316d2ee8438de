import * as React from 'react';
import { wordDeadline } from '../../../../messages/dates';
import type { Deadline } from '../../../../rules/deadlines';
import { useDesk } from '../deskContext';
import { OwnTime } from './OwnTime';

/** When a deadline closes: in the group's zone, and in the person's own where that reads differently. */
export function DeadlineTime({ deadline }: { readonly deadline: Deadline }): React.ReactElement {
  const { group, translator } = useDesk();
  return (
    <>
      <time dateTime={deadline.closesAt.toString({ timeZoneName: 'never' })}>{wordDeadline(deadline, group, translator)}</time>
      <span style={{ color: 'var(--desk-quiet)' }}>
        <OwnTime at={deadline.closesAt.toInstant()} />
      </span>
    </>
  );
}
