import * as React from 'react';
import { wordDateRange } from '../../../../messages/dates';
import { isolate } from '../../../../messages/isolate';
import { DefaultButton } from '../common/Button';
import { Notice } from '../common/Notice';
import { useDesk } from '../deskContext';
import { LinkedProblem } from './LinkedProblem';

/** What became of a meeting to which nothing can be submitted any more. */
export function LinkedMeeting({ id, onClose }: { readonly id: number; readonly onClose: () => void }): React.ReactElement {
  const { meetings, translator } = useDesk();
  const meeting = meetings.find((each) => each.id === id);
  if (meeting === undefined) {
    return <LinkedProblem kind="meetingUnknown" onClose={onClose} />;
  }
  // One that is planned is over by its dates: otherwise the desk would be about it.
  const state = meeting.status === 'planned' ? 'held' : meeting.status;
  return (
    <Notice tone="plain" title={translator.t(`tab.meeting.${state}`, { meeting: isolate(meeting.title) })} role="status">
      {state !== 'postponed' && <p>{wordDateRange(meeting.start, meeting.end, translator.language)}</p>}
      <DefaultButton text={translator.t('mine.close')} onClick={onClose} />
    </Notice>
  );
}
