import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { useLoaded } from '../hooks/useLoaded';
import { useNextMeeting } from '../hooks/useNextMeeting';
import { Notice } from './common/Notice';
import { DeadlineList } from './deadlines/DeadlineList';
import { Today } from './deadlines/Today';
import { useDesk } from './deskContext';
import { NextMeeting } from './NextMeeting';
import { SubmitSection } from './submission/SubmitSection';

const loadMyContributions = () => import(/* webpackChunkName: 'my-contributions' */ './myContributions/MyContributions');

const styles = mergeStyleSets({
  desk: { display: 'grid', gap: 24 },
  /** Two columns where both have room, whatever the width of the page around them. */
  columns: { display: 'flex', flexWrap: 'wrap', gap: '32px 40px', alignItems: 'flex-start' },
  main: { flex: '3 1 440px', minWidth: 0, display: 'grid', gap: 28 },
  side: { flex: '2 1 300px', minWidth: 0, display: 'grid', gap: 28 }
});

/** The desk of a delegate: the next meeting, what counts now, the way to submit, the deadlines, one's own contributions. */
export function Desk(): React.ReactElement {
  const { site, group, meetings, translator } = useDesk();
  const { meeting, isUnderWay } = useNextMeeting(meetings, group, site.clock);
  const loadUser = React.useCallback(() => site.currentUser(), [site]);
  const user = useLoaded(loadUser);
  const myContributions = useLoaded(loadMyContributions);
  const [receivedCount, setReceivedCount] = React.useState(0);
  const maySubmit = user.status !== 'ready' || user.value.roles.some((role) => role === 'delegate' || role === 'secretariat');
  const own = user.status === 'ready' && maySubmit && myContributions.status === 'ready' && (
    <myContributions.value.MyContributions userId={user.value.id} version={receivedCount} />
  );

  if (meeting === undefined) {
    return (
      <div className={styles.desk}>
        <Notice tone="plain" title={translator.t('meeting.none')}>
          <p>{translator.t('meeting.none.next')}</p>
        </Notice>
        {own}
      </div>
    );
  }
  return (
    <div className={styles.desk}>
      <NextMeeting meeting={meeting} isUnderWay={isUnderWay} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Today meeting={meeting} />
          <SubmitSection meeting={meeting} isReader={!maySubmit} onReceived={() => setReceivedCount((count) => count + 1)} />
        </div>
        <div className={styles.side}>
          <DeadlineList meeting={meeting} />
          {own}
        </div>
      </div>
    </div>
  );
}
